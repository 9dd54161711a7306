using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class WithdrawCoHandlingApi
{
    public sealed record Body(string? Unit = null, string? Reason = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/co-handling/withdrawal", Post).WithSummary("撤回协办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        WithdrawCoHandling withdrawCoHandling,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new WithdrawCoHandling.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Unit = body.Unit,
            Reason = body.Reason,
        };
        return (await withdrawCoHandling.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
