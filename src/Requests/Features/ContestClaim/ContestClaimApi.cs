using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ContestClaimApi
{
    public sealed record Body(string Text, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/rights/contest", Post).WithSummary("请求复核权利请求");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ContestClaim contestClaim,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ContestClaim.Command { Target = new Target(number, body.Version, body.Key), Text = body.Text };
        return (await contestClaim.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
