using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class DeclineCoHandlingApi
{
    public sealed record Body(string Basis, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/co-handling/objection", Post).WithSummary("提出协办异议");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        DeclineCoHandling declineCoHandling,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new DeclineCoHandling.Command { Target = new Target(number, body.Version, body.Key), Basis = body.Basis };
        return (await declineCoHandling.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
