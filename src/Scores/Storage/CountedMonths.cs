using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Which months of scores must be counted from the journal: those of requests that came with their history instead of by events.</summary>
public sealed class CountedMonths(ScoresDb db, IRequestJournal journal, ICityRegistry registry, TimeProvider time)
{
    /// <summary>From the first registration until today, the newest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> All(CancellationToken ct) =>
        await journal.FirstRegistration(ct) is { } first ? [.. MonthSpan.Between(registry.Current, first, time.GetUtcNow()).Reverse()] : [];

    /// <summary>Those of all that must be counted, each with the loads that a counting now would count.</summary>
    public async Task<IReadOnlyList<(DateOnly Month, int Loads)>> Missing(CancellationToken ct)
    {
        var known = await db.CountedMonths.AsNoTracking().ToDictionaryAsync(m => m.Month, ct);
        return
        [
            .. (await All(ct))
                .Select(month => (Month: month, Row: known.GetValueOrDefault(month)))
                .Where(m => m.Row is null || m.Row.Counted != m.Row.Loads)
                .Select(m => (m.Month, m.Row?.Loads ?? 0)),
        ];
    }

    /// <summary>How many months up to one hold loads that were not counted yet.</summary>
    public async Task<int> Running(DateOnly until, CancellationToken ct)
    {
        var waiting = await db
            .CountedMonths.Where(m => m.Month <= until && (m.Counted == null || m.Counted != m.Loads))
            .Select(m => m.Month)
            .ToListAsync(ct);
        return waiting.Count == 0 ? 0 : (await Missing(ct)).Count(m => waiting.Contains(m.Month));
    }

    /// <summary>These months were counted with so many loads; what was loaded since is counted another time.</summary>
    public Task Counted(IReadOnlyList<(DateOnly Month, int Loads)> months, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                foreach (var (month, loads) in months)
                    await db.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO scores_months_counted ("Month", "Loads", "Counted") VALUES ({month}, {loads}, {loads})
                        ON CONFLICT ("Month") DO UPDATE SET "Counted" = excluded."Counted"
                        """,
                        ct
                    );
                return months.Count;
            },
            ct
        );

    /// <summary>Something was loaded, inside the current transaction.</summary>
    public async Task Loaded(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        foreach (var month in MonthSpan.Between(registry.Current, from, until))
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO scores_months_counted ("Month", "Loads") VALUES ({month}, 1)
                ON CONFLICT ("Month") DO UPDATE SET "Loads" = scores_months_counted."Loads" + 1
                """,
                ct
            );
    }
}
