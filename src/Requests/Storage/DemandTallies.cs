using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>
/// Counts by unit from the journal and by area from the requests, kept in the memory of this process. The journal of a span that is over does
/// not change; what is erased or sealed later leaves the counts within a day.
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
        return new Kept(new DemandSet(await Given(db, from, until), await Registered(db, from, until), now));
    }

    private static async Task<Dictionary<string, int>> Given(RequestsDb db, DateTimeOffset from, DateTimeOffset until)
    {
        var giving = db.Transitions.AsNoTracking().Where(t => RequestJournal.Giving.Contains(t.Action));
        var then = giving.Where(t => t.At >= from && t.At < until).Select(t => t.RequestId);
        var steps =
            from step in giving
            where step.At < until && then.Contains(step.RequestId)
            join request in db.Requests.OpenToAll() on step.RequestId equals request.Id
            select new
            {
                step.RequestId,
                step.At,
                step.Facts,
            };
        var first = new Dictionary<(RequestId Request, string Unit), DateTimeOffset>();
        await foreach (var step in steps.AsAsyncEnumerable())
            if (StepFacts.Find(step.Facts, "unit") is { Length: > 0 } unit)
            {
                var key = (step.RequestId, unit);
                first[key] = first.TryGetValue(key, out var at) && at < step.At ? at : step.At;
            }
        return first.Where(f => f.Value >= from).CountBy(f => f.Key.Unit).ToDictionary();
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
