using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReleaseCoHandlerApi
{
    public sealed record Body(string Reason, string? Unit = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/co-handling/release", Post).WithSummary("裁定不必协办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReleaseCoHandler releaseCoHandler,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReleaseCoHandler.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Unit = body.Unit,
        };
        return (await releaseCoHandler.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
