using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class RecordVisitApi
{
    /// <param name="Visit">What was written.</param>
    /// <param name="Photos">Each in base 64.</param>
    public sealed record Body(SiteVisit Visit, IReadOnlyList<string>? Photos = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/field/visits", Post)
            .WithTags("requests")
            .WithSummary("到场记录")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.UnitHandler)));
        // What makes the pages an app of a phone: its description, and the script that answers without a connection.
        routes.MapGet("/field/app.webmanifest", Describe).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/field/worker.js", Worker).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        Body body,
        RecordVisit recordVisit,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var photos = (body.Photos ?? []).Select(Photo).ToList();
        if (photos.Contains(null))
            return Refusal.Invalid(new FieldProblem("photos", "照片没有传完整，请重新拍一张。")).ToProblem();
        var command = new RecordVisit.Command { Visit = body.Visit, Photos = [.. photos.OfType<IFormFile>()] };
        return (await recordVisit.Run(command, Actor.From(user), ct)).ToHttp();
    }

    private static FormFile? Photo(string? text, int index)
    {
        var bytes = new byte[(text?.Length ?? 0) * 3 / 4 + 3];
        return Convert.TryFromBase64String(text ?? "", bytes, out var length) && length > 0
            ? new FormFile(new MemoryStream(bytes, 0, length), 0, length, "photos", $"{index + 1}.jpg")
            : null;
    }

    private static JsonHttpResult<Dictionary<string, object>> Describe(ICityFace city) =>
        TypedResults.Json(
            new Dictionary<string, object>
            {
                ["name"] = $"{city.Name}{Translations.Of("现场办理")}",
                ["short_name"] = Translations.Of("现场办理"),
                ["start_url"] = "/field",
                ["scope"] = "/field",
                ["display"] = "standalone",
                ["icons"] = new[]
                {
                    new Dictionary<string, string>
                    {
                        ["src"] = "/_content/Suiying.Design/icon.svg",
                        ["sizes"] = "any",
                        ["type"] = "image/svg+xml",
                    },
                },
            },
            contentType: "application/manifest+json"
        );

    /// <summary>A script under /field/ may only answer for what lies below it, unless the server says that it may for /field itself.</summary>
    private static Results<FileStreamHttpResult, StatusCodeHttpResult> Worker(IWebHostEnvironment host, HttpContext http)
    {
        var file = host.WebRootFileProvider.GetFileInfo("_content/Suiying.Design/field-worker.js");
        if (!file.Exists)
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        http.Response.Headers["Service-Worker-Allowed"] = "/field";
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(file.CreateReadStream(), "text/javascript");
    }
}
