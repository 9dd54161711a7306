using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class MissCallbackApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/callback/misses", Post).WithSummary("回访未接通");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        MissCallback missCallback,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new MissCallback.Command { Target = new Target(number, body.Version, body.Key) };
        return (await missCallback.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
