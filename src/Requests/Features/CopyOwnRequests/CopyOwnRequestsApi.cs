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
        ClaimsPrincipal user,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!(await copy.Run(Actor.From(user), ct)).Ok(out var own, out var refusal))
            return refusal.ToProblem();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(own, Readable), "application/json", Translations.Of("我的诉求.json"));
    }
}
