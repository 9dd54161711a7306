using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class FindRequestsApi
{
    public static void Map(RouteGroupBuilder requests) => requests.MapGet("/search", Get).WithSummary("全文检索");

    private static async Task<Results<Ok<Slice<RequestRow>>, ProblemHttpResult>> Get(
        string q,
        string? after,
        int? take,
        FindRequests findRequests,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var query = new FindRequests.Query
        {
            Words = q,
            After = after,
            Take = take ?? 50,
        };
        return (await findRequests.Run(query, Actor.From(user), ct)).ToHttp();
    }
}
