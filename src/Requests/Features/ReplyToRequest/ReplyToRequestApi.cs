using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReplyToRequestApi
{
    public sealed record Body(string Reply, bool ToldPerson, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/reply", Post).WithSummary("答复");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReplyToRequest replyToRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReplyToRequest.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reply = body.Reply,
            ToldPerson = body.ToldPerson,
        };
        return (await replyToRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
