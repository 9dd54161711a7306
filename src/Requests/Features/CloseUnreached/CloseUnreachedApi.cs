using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class CloseUnreachedApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/callback/unreached", Post).WithSummary("无效回访办结");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        CloseUnreached closeUnreached,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new CloseUnreached.Command { Target = new Target(number, body.Version, body.Key) };
        return (await closeUnreached.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
