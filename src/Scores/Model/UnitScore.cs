using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>单位得分: one unit in one month of scores.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Counts">What its rates are made of.</param>
/// <param name="Rates">By the scheme in force.</param>
/// <param name="Rank">1 is the highest; equal ones share a place. Null where too few were asked, which is listed and never ranked.</param>
public sealed record UnitScore(Unit Unit, RateCounts Counts, ThreeRates Rates, int? Rank)
{
    /// <summary>
    /// Units of one kind in their order: by score, then by how many were asked; compared as they are, not as they are rounded. Those without a
    /// rank come after, the one with most callbacks first.
    /// </summary>
    internal static IReadOnlyList<UnitScore> InOrder(IEnumerable<(Unit Unit, RateCounts Counts)> units, ScoreScheme scheme)
    {
        var all = units.Select(u => new UnitScore(u.Unit, u.Counts, u.Counts.By(scheme), null)).ToList();
        var ranked = all.Where(u => u.Counts.Valid >= scheme.LeastCallbacks && u.Rates.Score is not null)
            .OrderByDescending(u => u.Rates.Score)
            .ThenByDescending(u => u.Counts.Valid)
            .ThenBy(u => u.Unit.Code, StringComparer.Ordinal)
            .ToList();
        var places = new List<UnitScore>();
        foreach (var unit in ranked)
        {
            var ties = places is [.., var last] && last.Rates.Score == unit.Rates.Score && last.Counts.Valid == unit.Counts.Valid;
            places.Add(unit with { Rank = ties ? places[^1].Rank : places.Count + 1 });
        }
        return [.. places, .. all.Except(ranked).OrderByDescending(u => u.Counts.Valid).ThenBy(u => u.Unit.Code, StringComparer.Ordinal)];
    }
}
