using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReleaseSupervisionApi
{
    public sealed record Body(string Reason, Guid? Which = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/supervision/release", Post).WithSummary("解除督办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReleaseSupervision releaseSupervision,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReleaseSupervision.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Which = body.Which,
        };
        return (await releaseSupervision.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
