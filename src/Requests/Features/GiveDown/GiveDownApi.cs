using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class GiveDownApi
{
    public sealed record Body(string Unit, string Remark, DateTimeOffset? Due = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/sub-dispatch", Post).WithSummary("交办下级");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        GiveDown giveDown,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new GiveDown.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Unit = body.Unit,
            Remark = body.Remark,
            Due = body.Due,
        };
        return (await giveDown.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
