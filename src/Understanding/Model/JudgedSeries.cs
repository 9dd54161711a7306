using Suiying.Engines.Statistics;

namespace Suiying.Understanding.Model;

/// <summary>A series with its last whole week judged.</summary>
/// <param name="Key">Which.</param>
/// <param name="Last">The last whole week.</param>
/// <param name="Before">How many of the <see cref="RiseRules.WeeksBefore"/> weeks before it had risen by the same rule.</param>
/// <param name="WeeksBefore">How many of these weeks had a bound.</param>
public sealed record JudgedSeries(SeriesKey Key, Baseline Last, int Before, int WeeksBefore)
{
    internal static JudgedSeries Of(SeriesKey key, ReadOnlySpan<int> counts, BaselineMethod? method)
    {
        var (before, bounds) = (0, 0);
        for (var back = 1; back <= RiseRules.WeeksBefore && back < counts.Length; back++)
        {
            var earlier = RiseRules.Judge(method, counts[..^back]);
            bounds += earlier.HasBound ? 1 : 0;
            before += RiseRules.IsRise(earlier) ? 1 : 0;
        }
        return new JudgedSeries(key, RiseRules.Judge(method, counts), before, bounds);
    }
}
