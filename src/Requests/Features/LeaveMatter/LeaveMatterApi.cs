using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class LeaveMatterApi
{
    public sealed record Body(string Reason, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/matter/leaving", Post).WithSummary("移出同一事项");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        LeaveMatter leaveMatter,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new LeaveMatter.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await leaveMatter.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
