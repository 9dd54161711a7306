using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Suiying.Contracts.Registry;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>How many matters came in this month, and what has become of them; counted anew at most once a minute.</summary>
public sealed class CountRequests(RequestsDb db, ICityRegistry registry, IMemoryCache cache, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);

    /// <summary>All of matters registered since the first of the month.</summary>
    public sealed record Counts(int Month, int Received, int Ended, int Answered, int OnTime, bool Synthetic);

    public async Task<Outcome<Counts>> Run(CancellationToken ct)
    {
        if (cache.TryGetValue(nameof(CountRequests), out Counts? known) && known is not null)
            return known;
        var counts = await Count(ct);
        cache.Set(nameof(CountRequests), counts, Kept);
        return counts;
    }

    private async Task<Counts> Count(CancellationToken ct)
    {
        var calendar = registry.Current.Calendar;
        var today = calendar.DateOf(time.GetUtcNow());
        var first = new DateOnly(today.Year, today.Month, 1).ToDateTime(TimeOnly.MinValue);
        var start = new DateTimeOffset(first, calendar.Zone.GetUtcOffset(first));
        var month = db.Requests.AsNoTracking().Where(r => r.RegisteredAt >= start);
        var counts = await month
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Received = all.Count(),
                Ended = all.Count(r => r.EndedAt != null),
                Answered = all.Count(r => r.RepliedAt != null && r.ReplyDueAt != null),
                OnTime = all.Count(r => r.RepliedAt != null && r.ReplyDueAt != null && r.RepliedAt <= r.ReplyDueAt),
                Synthetic = all.Count(r => r.Synthetic),
            })
            .FirstOrDefaultAsync(ct);
        return counts is null
            ? new Counts(today.Month, 0, 0, 0, 0, false)
            : new Counts(today.Month, counts.Received, counts.Ended, counts.Answered, counts.OnTime, counts.Synthetic > 0);
    }
}
