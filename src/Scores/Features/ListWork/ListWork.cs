using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>指标明细: every round of every request that counts for a unit in a month of scores, and for which figures.</summary>
public sealed class ListWork(ScoresDb db, ICityRegistry registry)
{
    /// <param name="Month">Of scores, by the first day of the calendar month that names it.</param>
    /// <param name="Unit">Code of the unit.</param>
    public sealed record Query(DateOnly Month, string Unit);

    /// <param name="Unit">Which.</param>
    /// <param name="Month">Of scores.</param>
    /// <param name="Rows">By number.</param>
    public sealed record View(Unit Unit, DateOnly Month, IReadOnlyList<UnitWork> Rows);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayReadAny(by))
            return new NotAllowed();
        var city = registry.Current;
        if (city.Units.Find(query.Unit) is not { } unit)
            return Refusal.Invalid(new FieldProblem("unit", "没有这个单位。"));
        if (!ScoreAccess.MayRead(by, unit, city))
            return new NotAllowed();
        var rows = await db
            .Work.AsNoTracking()
            .Where(w => w.Month == query.Month && w.Unit == unit.Code)
            .OrderBy(w => w.Number)
            .ThenBy(w => w.Turn)
            .ToListAsync(ct);
        return new View(unit, query.Month, rows);
    }
}
