using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>考核月列表: which months are closed, by whom, what was revised and why, and what would change if one signed again.</summary>
public sealed class ListMonths(ScoresDb db, ScoreBook book, ICityRegistry registry, TimeProvider time)
{
    /// <param name="Month">Of scores.</param>
    /// <param name="Last">Its last day.</param>
    /// <param name="Over">False while more callbacks may come.</param>
    /// <param name="ClosesOn">The day on which it closes by itself; null where it is closed.</param>
    /// <param name="OpenExclusions">Undecided ones, which keep it open.</param>
    /// <param name="Releases">The newest first.</param>
    /// <param name="Changed">How many sums are not as they were released.</param>
    public sealed record Row(
        DateOnly Month,
        DateOnly Last,
        bool Over,
        DateOnly? ClosesOn,
        int OpenExclusions,
        IReadOnlyList<ScoreRelease> Releases,
        int Changed
    );

    public async Task<Outcome<IReadOnlyList<Row>>> Run(Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayRead(by))
            return new NotAllowed();
        var city = registry.Current;
        var today = city.Calendar.DateOf(time.GetUtcNow());
        var open = await db
            .Exclusions.Where(e => e.State == ExclusionState.Asked || e.State == ExclusionState.Reviewed)
            .GroupBy(e => e.Month)
            .Select(g => new { Month = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Month, g => g.Count, ct);
        var releases = (await db.Releases.AsNoTracking().ToListAsync(ct)).ToLookup(r => r.Month);
        var rows = new List<Row>();
        foreach (var month in await book.Months(city.Scores.MonthOf(today), ct))
        {
            var until = city.Scores.DaysOf(month).Until;
            var signed = releases[month].OrderByDescending(r => r.Revision).ToList();
            var changed = signed is [var newest, ..] ? (await book.Changes(newest, ct)).Count : 0;
            var closes = signed.Count == 0 ? until.AddDays(city.Scores.CloseDays) : (DateOnly?)null;
            rows.Add(new Row(month, until.AddDays(-1), today >= until, closes, open.GetValueOrDefault(month), signed, changed));
        }
        return rows;
    }
}
