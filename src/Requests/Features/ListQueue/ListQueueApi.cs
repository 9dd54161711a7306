using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ListQueueApi
{
    public static void Map(RouteGroupBuilder requests) => requests.MapGet("/queues/{queue}", Get).WithSummary("待办队列");

    private static async Task<Results<Ok<Slice<RequestRow>>, ProblemHttpResult>> Get(
        Queue queue,
        [AsParameters] Filters filters,
        ListQueue listQueue,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var query = new ListQueue.Query
        {
            Queue = queue,
            State = filters.State,
            County = filters.County,
            Category = filters.Category,
            Mine = filters.Mine ?? false,
            After = filters.After,
            Take = filters.Take ?? 50,
        };
        return (await listQueue.Run(query, Actor.From(user), ct)).ToHttp();
    }

    public sealed record Filters
    {
        public RequestState? State { get; init; }
        public string? County { get; init; }
        public string? Category { get; init; }
        public bool? Mine { get; init; }
        public string? After { get; init; }
        public int? Take { get; init; }
    }
}
