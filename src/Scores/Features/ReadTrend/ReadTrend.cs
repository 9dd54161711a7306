using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>得分走势: one unit's score and three rates over its last months of scores, each as it was released, the open ones as they are today.</summary>
public sealed class ReadTrend(ScoreBook book, ICityRegistry registry)
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
        var city = registry.Current;
        if (!ScoreAccess.MayReadAny(by))
            return new NotAllowed();
        if (city.Units.Find(query.Unit) is not { } unit)
            return Refusal.Invalid(new FieldProblem("unit", "没有这个单位。"));
        if (!ScoreAccess.MayRead(by, unit, city))
            return new NotAllowed();
        var stood = await book.OfUnit(unit.Code, Most, ct);
        var byMonth = stood.ToDictionary(m => m.Sum.Month);
        var months = new List<TrendMonth>();
        if (stood is [var first, ..])
            for (var month = first.Sum.Month; month <= stood[^1].Sum.Month; month = month.AddMonths(1))
                months.Add(
                    byMonth.TryGetValue(month, out var stands)
                        ? TrendMonth.Of(month, stands.Sum.Counts, stands.Scheme)
                        : TrendMonth.Of(month, default, city.Scores)
                );
        return new View(unit, months, stood.Any(m => m.Sum.Synthetic > 0));
    }
}
