using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class ReplyToMatterApi
{
    public sealed record Body(IReadOnlyList<string> Numbers, string Reply, bool ToldPerson);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/matter/replies", Post).WithSummary("一并答复");

    private static async Task<Results<Ok<List<MatterLine>>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReplyToMatter replyToMatter,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReplyToMatter.Command
        {
            Number = number,
            Numbers = body.Numbers ?? [],
            Reply = body.Reply,
            ToldPerson = body.ToldPerson,
        };
        return (await replyToMatter.Run(command, Actor.From(user), ct)).Ok(out var results, out var refusal)
            ? TypedResults.Ok(results.Select(MatterLine.Of).ToList())
            : refusal.ToProblem();
    }
}
