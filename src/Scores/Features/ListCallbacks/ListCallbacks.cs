using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>得分明细: the requests behind a score, each with what its person answered and the version of the rules of that day.</summary>
public sealed class ListCallbacks(ScoresDb db, ICityRegistry registry)
{
    public sealed record Query
    {
        /// <summary>Of scores, by the first day of the calendar month that names it.</summary>
        public required DateOnly Month { get; init; }

        /// <summary>Code of the unit; null for all units, which only the system itself asks for.</summary>
        public string? Unit { get; init; }

        /// <summary>At most so many rows, the newest; null for all.</summary>
        public int? Most { get; init; }
    }

    /// <param name="Unit">Null for all.</param>
    /// <param name="Month">Of scores.</param>
    /// <param name="Rows">The newest first.</param>
    /// <param name="Together">What the unit's rates are made of, all its callbacks counted; nothing where all units are asked for.</param>
    /// <param name="Scheme">By which they are counted.</param>
    /// <param name="Version">The city's rules of today.</param>
    public sealed record View(
        Unit? Unit,
        DateOnly Month,
        IReadOnlyList<ScoredCallback> Rows,
        RateCounts Together,
        ScoreScheme Scheme,
        int Version
    );

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        var city = registry.Current;
        var unit = city.Units.Find(query.Unit);
        if (query.Unit is null ? !by.Is(Role.System) : !ScoreAccess.MayRead(by))
            return new NotAllowed();
        if (query.Unit is not null && unit is null)
            return Refusal.Invalid(new FieldProblem("unit", "没有这个单位。"));
        if (unit is not null && !ScoreAccess.MayRead(by, unit, city.Areas))
            return new NotAllowed();
        Expression<Func<ScoredCallback, bool>> wanted = unit is null
            ? c => c.Month == query.Month
            : c => c.Month == query.Month && c.Unit == unit.Code;
        var sums = await db.Months.AsNoTracking().FirstOrDefaultAsync(m => m.Month == query.Month && m.Unit == query.Unit, ct);
        var rows = await db
            .Callbacks.AsNoTracking()
            .Where(wanted)
            .OrderByDescending(c => c.At)
            .ThenBy(c => c.RequestId)
            .Take(query.Most ?? int.MaxValue)
            .ToListAsync(ct);
        return new View(unit, query.Month, rows, sums?.Counts ?? default, city.Scores, city.Version);
    }
}
