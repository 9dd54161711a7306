using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class RecheckHangApi
{
    public sealed record Body(string Finding, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/hang/rechecks", Post).WithSummary("挂账核查");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        RecheckHang recheckHang,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new RecheckHang.Command { Target = new Target(number, body.Version, body.Key), Finding = body.Finding };
        return (await recheckHang.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
