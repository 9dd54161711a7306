using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Counts what is published, grouped by the database. Sums up to now are kept in the memory of this process.</summary>
internal sealed class OpenCounts(IServiceScopeFactory scopes, TimeProvider time) : IOpenCounts
{
    private readonly ConcurrentDictionary<DateTimeOffset, KeptRows<Kept>> kept = [];

    public async Task<IReadOnlyList<OpenCount>> Between(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var requests = scope.ServiceProvider.GetRequiredService<RequestsDb>().Requests.OpenToAll();
        var counts = await Count(requests.Where(r => r.RegisteredAt >= from && r.RegisteredAt < until), Received, ct);
        counts.AddRange(await Count(requests.Where(r => r.EndedAt >= from && r.EndedAt < until), Ended, ct));
        return counts;
    }

    public async Task<PublicTally> Since(DateTimeOffset from, CancellationToken ct)
    {
        // Yesterday's and last month's beginnings are asked for no more.
        foreach (var past in kept.Keys.Where(start => start < time.GetUtcNow().AddDays(-40)))
            kept.TryRemove(past, out _);
        var rows = kept.GetOrAdd(from, _ => new KeptRows<Kept>(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), time, _ => Sum(from)));
        return (await rows.Get(_ => true, ct)).Tally;
    }

    private async Task<Kept> Sum(DateTimeOffset from)
    {
        var now = time.GetUtcNow();
        var counts = await Between(from, now, CancellationToken.None);
        return new Kept(counts.Aggregate(default(PublicTally), (sum, count) => sum + count.Tally), now);
    }

    private static readonly Expression<Func<IGrouping<Filed, ServiceRequest>, OpenCount>> Received = g => new OpenCount(
        g.Key.Area,
        g.Key.Category,
        new PublicTally(g.Count(), 0, 0, 0, 0, 0, 0, g.Count(r => r.Synthetic))
    );

    private static readonly Expression<Func<IGrouping<Filed, ServiceRequest>, OpenCount>> Ended = g => new OpenCount(
        g.Key.Area,
        g.Key.Category,
        new PublicTally(
            0,
            g.Count(),
            g.Count(r => r.RepliedAt != null && r.CountedDueAt != null),
            g.Count(r => r.RepliedAt <= r.CountedDueAt),
            g.Count(r => r.Solved != null),
            g.Count(r => r.Solved == Solved.Yes),
            g.Count(r => r.Solved != null && (r.Satisfied == Satisfied.Yes || r.Satisfied == Satisfied.Mostly)),
            g.Count(r => r.Synthetic)
        )
    );

    private static Task<List<OpenCount>> Count(
        IQueryable<ServiceRequest> requests,
        Expression<Func<IGrouping<Filed, ServiceRequest>, OpenCount>> tally,
        CancellationToken ct
    ) => requests.GroupBy(r => new Filed { Area = r.Area, Category = r.Category }).Select(tally).ToListAsync(ct);

    private sealed record Filed
    {
        public string? Area { get; init; }

        public string? Category { get; init; }
    }

    private sealed record Kept(PublicTally Tally, DateTimeOffset AsOf) : IKeptRows;
}
