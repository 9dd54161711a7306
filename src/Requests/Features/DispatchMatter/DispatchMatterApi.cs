using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class DispatchMatterApi
{
    public sealed record Body(IReadOnlyList<string> Numbers, string Unit, string? Category = null, string? Remark = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/matter/dispatches", Post).WithSummary("一并派单");

    private static async Task<Results<Ok<List<MatterLine>>, ProblemHttpResult>> Post(
        string number,
        Body body,
        DispatchMatter dispatchMatter,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new DispatchMatter.Command
        {
            Number = number,
            Numbers = body.Numbers ?? [],
            Unit = body.Unit,
            Category = body.Category,
            Remark = body.Remark,
        };
        return (await dispatchMatter.Run(command, Actor.From(user), ct)).Ok(out var results, out var refusal)
            ? TypedResults.Ok(results.Select(MatterLine.Of).ToList())
            : refusal.ToProblem();
    }
}
