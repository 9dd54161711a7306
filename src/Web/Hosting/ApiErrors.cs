using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Suiying.Kernel;

namespace Suiying.Web.Hosting;

/// <summary>
/// What the API answers to input that never reached a use case: the same problem with code and fields as any other refusal. The input
/// itself is neither repeated nor logged.
/// </summary>
internal sealed partial class ApiErrors : IExceptionHandler
{
    public const string Unreadable = "含有不能显示的字符，请删去后重试。";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request's own path is that of the error page.
        PathString asked = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (exception is not BadHttpRequestException bad || !asked.StartsWithSegments("/api"))
            return false;
        await Write(httpContext, ProblemOf(bad), bad.StatusCode);
        return true;
    }

    public static Task Write(HttpContext context, FieldProblem problem, int status) => Write(context, Refusal.Invalid(problem), status);

    public static Task Write(HttpContext context, Refusal refusal, int status)
    {
        var answer = refusal.ToProblem();
        answer.ProblemDetails.Status = status;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            answer.ProblemDetails,
            options: null,
            contentType: "application/problem+json",
            context.RequestAborted
        );
    }

    private static FieldProblem ProblemOf(BadHttpRequestException bad)
    {
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return new FieldProblem("", "请用JSON提交（Content-Type: application/json）。");
        if (bad.InnerException is not JsonException json)
            return new FieldProblem(Parameter().Match(bad.Message).Groups[1].Value, "参数缺失或格式不对。");
        // A member that is missing stands only in the message: … including: 'reason'.
        var missing = Missing().Match(json.Message);
        if (missing.Success)
            return new FieldProblem(missing.Groups[1].Value, "缺少这一项。");
        var field = (json.Path ?? "").TrimStart('$', '.');
        return new FieldProblem(field, json.Message.StartsWith(Unreadable, StringComparison.Ordinal) ? Unreadable : "这一项的格式不对。");
    }

    [GeneratedRegex("including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("""parameter "\S+ (\w+)""")]
    private static partial Regex Parameter();
}
