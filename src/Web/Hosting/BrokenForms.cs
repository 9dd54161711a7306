using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Suiying.Web.Hosting;

/// <summary>
/// Gives a form that cannot be read its status and a page with words, as any other refusal; the API has <see cref="ApiErrors"/>. An error
/// page is read, not posted to: else the form that broke the first answer would break the second.
/// </summary>
internal sealed class BrokenForms(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (Exception problem) when (StatusOf(problem) is not null && !IsApi(context) && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusOf(problem)!.Value;
        }
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static int? StatusOf(Exception problem)
    {
        // The framework tells a limit that was passed only by its words.
        for (Exception? cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (cause is InvalidDataException && cause.Message.Contains("limit", StringComparison.Ordinal))
                return StatusCodes.Status413PayloadTooLarge;
        }
        return problem switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException or AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            _ => null,
        };
    }
}
