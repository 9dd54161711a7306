using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class TakeBackApi
{
    public sealed record Body(string? Reason = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/sub-dispatch/recall", Post).WithSummary("收回交办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        TakeBack takeBack,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new TakeBack.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await takeBack.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
