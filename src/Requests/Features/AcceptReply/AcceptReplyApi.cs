using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AcceptReplyApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/review/acceptance", Post).WithSummary("审核通过");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AcceptReply acceptReply,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AcceptReply.Command { Target = new Target(number, body.Version, body.Key) };
        return (await acceptReply.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
