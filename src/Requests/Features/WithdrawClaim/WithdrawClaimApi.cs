using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class WithdrawClaimApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/rights/withdrawal", Post).WithSummary("撤回权利请求");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        WithdrawClaim withdrawClaim,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new WithdrawClaim.Command { Target = new Target(number, body.Version, body.Key) };
        return (await withdrawClaim.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
