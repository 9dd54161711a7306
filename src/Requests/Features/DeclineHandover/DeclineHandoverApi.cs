using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class DeclineHandoverApi
{
    public sealed record Body(string Reason, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/handover/refusal", Post).WithSummary("对方不接收");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        DeclineHandover declineHandover,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new DeclineHandover.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await declineHandover.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
