using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class CopyOwnRequestsApi
{
    /// <summary>Readable as it is: indented, and Chinese as Chinese.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/my/requests.json", Get)
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Resident)))
            .WithTags("requests")
            .WithSummary("本人全部诉求的副本");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        CopyOwnRequests copy,
        ListFollowed places,
        ClaimsPrincipal user,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!(await copy.Run(Actor.From(user), ct)).Ok(out var own, out var refusal))
            return refusal.ToProblem();
        if (!(await places.Run(Actor.From(user), ct)).Ok(out var followed, out refusal))
            return refusal.ToProblem();
        own = own with { Followed = [.. followed.Places.Concat(followed.Stopped).Select(p => p.Content)] };
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(own, Readable), "application/json", Translations.Of("我的诉求.json"));
    }
}
