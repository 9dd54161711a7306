using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Storage;

/// <summary>
/// Counts by area from the requests, kept in the memory of this process. When a request was registered does not change; what is filed otherwise, erased or
/// sealed later changes the counts of a span that is over within a day.
/// </summary>
internal sealed class DemandTallies(IServiceScopeFactory scopes, TimeProvider time) : IDemandTallies
{
    /// <summary>Twenty years of months; whoever asks for more begins anew.</summary>
    private const int MostKept = 240;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<(DateTimeOffset From, DateTimeOffset Until, bool Over), KeptRows<Kept>> kept = [];

    public async Task<DemandSet> Count(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        if (kept.Count >= MostKept)
            kept.Clear();
        // A day more, for what was still being written when the span ended.
        var over = until + Day <= time.GetUtcNow();
        var rows = kept.GetOrAdd(
            (from, until, over),
            _ => new KeptRows<Kept>(
                over ? Day / 2 : TimeSpan.FromMinutes(5),
                over ? Day : TimeSpan.FromMinutes(15),
                time,
                _ => Read(from, until)
            )
        );
        return (await rows.Get(_ => true, ct)).Set;
    }

    private async Task<Kept> Read(DateTimeOffset from, DateTimeOffset until)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        return new Kept(new DemandSet(await Registered(db, from, until), now));
    }

    private static Task<Dictionary<string, int>> Registered(RequestsDb db, DateTimeOffset from, DateTimeOffset until) =>
        db
            .Requests.OpenToAll()
            .Where(r => r.RegisteredAt >= from && r.RegisteredAt < until && r.Area != null)
            .GroupBy(r => r.Area!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);

    private sealed record Kept(DemandSet Set) : IKeptRows
    {
        public DateTimeOffset AsOf => Set.AsOf;
    }
}
