using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AskHangApi
{
    public sealed record Body(HangReason Reason, DateTimeOffset Planned, string Plan, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/hang", Post).WithSummary("申请挂账");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AskHang askHang,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AskHang.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Planned = body.Planned,
            Plan = body.Plan,
        };
        return (await askHang.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
