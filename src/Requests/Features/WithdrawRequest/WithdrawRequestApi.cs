using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class WithdrawRequestApi
{
    public sealed record Body(string? Reason = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/withdrawal", Post).WithSummary("撤回");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        WithdrawRequest withdrawRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new WithdrawRequest.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await withdrawRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
