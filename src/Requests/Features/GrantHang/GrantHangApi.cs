using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class GrantHangApi
{
    public sealed record Body(string Told, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/hang/grant", Post).WithSummary("同意挂账");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        GrantHang grantHang,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new GrantHang.Command { Target = new Target(number, body.Version, body.Key), Told = body.Told };
        return (await grantHang.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
