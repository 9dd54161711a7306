using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>办理指标: how the units of one group worked in one month of scores, and the hotline with them.</summary>
public sealed class ReadMeasures(ScoresDb db, WorkBook work, ICityRegistry registry, TimeProvider time)
{
    /// <param name="Unit">Which.</param>
    /// <param name="Counts">What its measures are made of.</param>
    /// <param name="Signs">Where somebody should look.</param>
    public sealed record UnitLine(Unit Unit, WorkCounts Counts, IReadOnlyList<WorkSign> Signs);

    /// <param name="Span">The month of scores.</param>
    /// <param name="Months">From the first in which something is counted to the last, newest first.</param>
    /// <param name="Group">Of units, which are compared with each other only.</param>
    /// <param name="Rows">By code; only those that the reader may see.</param>
    /// <param name="Together">Sums of all rows.</param>
    /// <param name="Signs">Of all rows together, beside all units of the group.</param>
    /// <param name="City">The hotline and all units; null for who sees a part of the city.</param>
    /// <param name="Least">A sign of fewer cases is never raised.</param>
    /// <param name="Synthetic">Some of it was made by a generator.</param>
    public sealed record View(
        MonthSpan Span,
        IReadOnlyList<DateOnly> Months,
        ScoreGroup Group,
        IReadOnlyList<UnitLine> Rows,
        WorkCounts Together,
        IReadOnlyList<WorkSign> Signs,
        WorkCounts? City,
        int Least,
        bool Synthetic
    )
    {
        public DateOnly Month => Span.Month;
    }

    public async Task<Outcome<View>> Run(ReadScores.Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayReadAny(by))
            return new NotAllowed();
        var city = registry.Current;
        var (today, scheme) = (city.Calendar.DateOf(time.GetUtcNow()), city.Scores);
        var month = query.Month ?? scheme.MonthOf(today);
        var group = await work.Of(month, WorkBook.Codes(query.Group, city), ct);
        // Compared with all units of the group, also for who sees a part of them.
        var all = Sum(group.Values);
        var rows = group
            .OrderBy(u => u.Key, StringComparer.Ordinal)
            .Select(u => (Unit: city.Units.Find(u.Key)!, u.Value))
            .Where(u => ScoreAccess.MayRead(by, u.Unit, city))
            .Select(u => new UnitLine(u.Unit, u.Value, WorkSign.Of(u.Value, all, month, scheme)))
            .ToList();
        var together = Sum(rows.Select(r => r.Counts));
        return new View(
            MonthSpan.Of(month, scheme, today),
            await Months(scheme.MonthOf(today), ct),
            query.Group,
            rows,
            together,
            WorkSign.Of(together, all, month, scheme),
            city.Units.All.All(u => ScoreAccess.MayRead(by, u, city)) ? await work.City(month, ct) : null,
            scheme.LeastCallbacks,
            all[WorkFigure.Synthetic] > 0
        );
    }

    private static WorkCounts Sum(IEnumerable<WorkCounts> counts) => counts.Aggregate(WorkCounts.None, (sum, c) => sum + c);

    /// <summary>From the first month to the last, due dates to come included; by the ends of the index, for the table grows with every month.</summary>
    private async Task<List<DateOnly>> Months(DateOnly running, CancellationToken ct)
    {
        var stored = db.WorkMonths.Select(m => (DateOnly?)m.Month);
        var (month, last) = (await stored.MinAsync(ct) ?? running, await stored.MaxAsync(ct) ?? running);
        (month, last) = (month < running ? month : running, last > running ? last : running);
        var months = new List<DateOnly>();
        for (; month <= last; month = month.AddMonths(1))
            months.Add(month);
        months.Reverse();
        return months;
    }
}
