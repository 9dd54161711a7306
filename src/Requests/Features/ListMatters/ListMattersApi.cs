using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class ListMattersApi
{
    public static void Map(RouteGroupBuilder requests) => requests.MapGet("/matters", Get).WithSummary("同一事项列表");

    private static async Task<Results<Ok<IReadOnlyList<ListMatters.Item>>, ProblemHttpResult>> Get(
        bool? open,
        ListMatters listMatters,
        ClaimsPrincipal user,
        CancellationToken ct
    ) => (await listMatters.Run(new ListMatters.Query { Open = open ?? true }, Actor.From(user), ct)).ToHttp();
}
