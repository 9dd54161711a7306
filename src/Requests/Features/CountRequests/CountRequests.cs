using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>How many matters came in this month, and what has become of them: the sum of at most 31 counted days.</summary>
public sealed class CountRequests(RequestsDb db, ICityRegistry registry, TimeProvider time)
{
    /// <summary>All of matters registered since the first of the month.</summary>
    public sealed record Counts(int Month, int Received, int Ended, int Answered, int OnTime, int Supported, bool Synthetic);

    public async Task<Outcome<Counts>> Run(CancellationToken ct)
    {
        var today = registry.Current.Calendar.DateOf(time.GetUtcNow());
        var first = new DateOnly(today.Year, today.Month, 1);
        var days = await db.Days.AsNoTracking().Where(d => d.Day >= first).ToListAsync(ct);
        return new Counts(
            today.Month,
            days.Sum(d => d.Received),
            days.Sum(d => d.Ended),
            days.Sum(d => d.Answered),
            days.Sum(d => d.OnTime),
            days.Sum(d => d.Supported),
            days.Any(d => d.Synthetic > 0)
        );
    }
}
