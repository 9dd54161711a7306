using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>承办月: what stands of the work of a month, by unit or summed by the database: a page of one unit must not fetch what all units have.</summary>
public sealed class WorkBook(ScoresDb db)
{
    /// <summary>The figures of some units.</summary>
    public async Task<IReadOnlyDictionary<string, WorkCounts>> Of(DateOnly month, IReadOnlyCollection<string> units, CancellationToken ct)
    {
        var sums = await Month(month).AsNoTracking().Where(m => units.Contains(m.Unit)).ToListAsync(ct);
        return sums.GroupBy(m => m.Unit).ToDictionary(g => g.Key, g => WorkCounts.Of(g));
    }

    /// <summary>诉求量: how many requests each unit of a group was given for the first time, by month.</summary>
    public async Task<ILookup<DateOnly, (string Unit, int Count)>> FirstGiven(
        IReadOnlyCollection<DateOnly> months,
        ScoreGroup group,
        CitySnapshot city,
        CancellationToken ct
    )
    {
        var units = Codes(group, city);
        var sums = await db
            .WorkMonths.AsNoTracking()
            .Where(m => months.Contains(m.Month) && units.Contains(m.Unit) && m.Figure == WorkFigure.FirstGiven && m.Count != 0)
            .ToListAsync(ct);
        return sums.ToLookup(m => m.Month, m => (m.Unit, m.Count));
    }

    /// <summary>What the units of a group have together.</summary>
    public Task<WorkCounts> Group(DateOnly month, ScoreGroup group, CitySnapshot city, CancellationToken ct)
    {
        var units = Codes(group, city);
        return Together(Month(month).Where(m => units.Contains(m.Unit)), ct);
    }

    /// <summary>What the hotline and all units have together.</summary>
    public Task<WorkCounts> City(DateOnly month, CancellationToken ct) => Together(Month(month), ct);

    /// <summary>Units that are compared with each other.</summary>
    public static List<string> Codes(ScoreGroup group, CitySnapshot city) =>
        [.. city.Units.All.Where(unit => ScoreGroups.Of(unit) == group).Select(unit => unit.Code)];

    private IQueryable<WorkMonth> Month(DateOnly month) => db.WorkMonths.Where(m => m.Month == month && m.Count != 0);

    private static async Task<WorkCounts> Together(IQueryable<WorkMonth> of, CancellationToken ct) =>
        WorkCounts.Of(
            (await of.GroupBy(m => m.Figure).Select(g => new { Figure = g.Key, Count = g.Sum(m => m.Count) }).ToListAsync(ct)).Select(f =>
                (f.Figure, f.Count)
            )
        );
}
