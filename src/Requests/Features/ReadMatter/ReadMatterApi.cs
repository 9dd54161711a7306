using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class ReadMatterApi
{
    public static void Map(RouteGroupBuilder requests) => requests.MapGet("/{number}/matter", Get).WithSummary("同一事项");

    private static async Task<Results<Ok<MatterDetail>, ProblemHttpResult>> Get(
        string number,
        ReadMatter readMatter,
        ClaimsPrincipal user,
        CancellationToken ct
    ) => (await readMatter.Run(number, Actor.From(user), ct)).ToHttp();
}
