using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class DecideEndApi
{
    public sealed record Body(EndDecision Decision, string Told, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/decision", Post).WithSummary("督办决定办结");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        DecideEnd decideEnd,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new DecideEnd.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Decision = body.Decision,
            Told = body.Told,
        };
        return (await decideEnd.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
