using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ClaimRightApi
{
    public sealed record Body(DataRight Right, string Text, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/rights", Post).WithSummary("提出个人信息权利请求");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ClaimRight claimRight,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ClaimRight.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Right = body.Right,
            Text = body.Text,
        };
        return (await claimRight.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
