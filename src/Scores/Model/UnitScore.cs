using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>单位得分: one unit in one month of scores.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Counts">What its rates are made of.</param>
/// <param name="Rates">By the scheme in force.</param>
/// <param name="Rank">1 is the highest; equal ones share a place. Null where too few were asked, which is listed and never ranked.</param>
public sealed record UnitScore(Unit Unit, RateCounts Counts, ThreeRates Rates, int? Rank)
{
    /// <summary>What the people of its area asked for in the month; null where it has no area of its own or the population is not known.</summary>
    public AreaDemand? Demand { get; init; }

    /// <summary>
    /// Units of one group in their order: by score, then by how many were asked, then by who has fewer requests per 10,000 people, which
    /// decides only where it is known of all that are equal so far; compared as they are, not as they are rounded. Those without a rank come
    /// after, the one with most callbacks first.
    /// </summary>
    internal static IReadOnlyList<UnitScore> InOrder(
        IEnumerable<(Unit Unit, RateCounts Counts)> units,
        ScoreScheme scheme,
        Func<Unit, AreaDemand?>? demand = null
    )
    {
        var all = units
            .Select(u => new UnitScore(u.Unit, u.Counts, u.Counts.By(scheme), null) { Demand = demand?.Invoke(u.Unit) })
            .OrderBy(u => u.Unit.Code, StringComparer.Ordinal)
            .ToList();
        var ranked = all.Where(u => u.Counts.Valid >= scheme.LeastCallbacks && u.Rates.Score is not null).ToList();
        var places = new List<UnitScore>();
        foreach (var same in Alike(ranked))
        {
            var place = places.Count + 1;
            places.AddRange(same.Select(u => u with { Rank = place }));
        }
        return [.. places, .. all.Except(ranked).OrderByDescending(u => u.Counts.Valid)];
    }

    /// <summary>Those that share a place, the highest first.</summary>
    private static IEnumerable<IEnumerable<UnitScore>> Alike(IEnumerable<UnitScore> ranked) =>
        ranked
            .GroupBy(u => (u.Rates.Score, u.Counts.Valid))
            .OrderByDescending(g => g.Key.Score)
            .ThenByDescending(g => g.Key.Valid)
            .SelectMany(
                IEnumerable<IEnumerable<UnitScore>> (equal) =>
                    equal.All(u => u.Demand is not null) ? equal.GroupBy(u => u.Demand!.Value.Per10K).OrderBy(g => g.Key) : [equal]
            );
}
