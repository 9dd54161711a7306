using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>得分走势: one unit's score and three rates over its last months of scores, by the scheme in force today.</summary>
public sealed class ReadTrend(ScoresDb db, ICityRegistry registry)
{
    /// <summary>At most so many months with callbacks.</summary>
    public const int Most = 12;

    public sealed record Query
    {
        /// <summary>Code of the unit.</summary>
        public required string Unit { get; init; }
    }

    /// <param name="Unit">Whose.</param>
    /// <param name="Months">Oldest first, none between them left out; those between in which nobody was reached count nothing. Empty where nobody ever was.</param>
    /// <param name="Synthetic">Some requests of these months were made by a generator.</param>
    public sealed record View(Unit Unit, IReadOnlyList<TrendMonth> Months, bool Synthetic);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayRead(by))
            return new NotAllowed();
        var city = registry.Current;
        if (city.Units.Find(query.Unit) is not { } unit)
            return Refusal.Invalid(new FieldProblem("unit", "没有这个单位。"));
        if (!ScoreAccess.MayRead(by, unit, city.Areas))
            return new NotAllowed();
        var counted = await db
            .Months.AsNoTracking()
            .Where(m => m.Unit == unit.Code && m.Valid > 0)
            .OrderByDescending(m => m.Month)
            .Take(Most)
            .ToListAsync(ct);
        var counts = counted.ToDictionary(m => m.Month, m => m.Counts);
        var months = new List<TrendMonth>();
        if (counted is [{ Month: var last }, ..])
            for (var month = counted[^1].Month; month <= last; month = month.AddMonths(1))
                months.Add(TrendMonth.Of(month, counts.GetValueOrDefault(month), city.Scores));
        return new View(unit, months, counted.Exists(m => m.Synthetic > 0));
    }
}
