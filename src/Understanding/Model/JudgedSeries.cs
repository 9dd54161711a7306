using Suiying.Engines.Statistics;

namespace Suiying.Understanding.Model;

/// <summary>A series with its last whole week judged.</summary>
/// <param name="Key">Which.</param>
/// <param name="Last">The last whole week; null where its count is below <see cref="RiseRules.Floor"/> and no bound could make it a rise.</param>
/// <param name="Before">How many of the <see cref="RiseRules.WeeksBefore"/> weeks before it had risen by the same rule.</param>
public sealed record JudgedSeries(SeriesKey Key, Baseline? Last, int Before)
{
    /// <summary>Whether the last whole week has risen.</summary>
    public bool Rises => Last is not null && RiseRules.IsRise(Last);

    internal static JudgedSeries Of(SeriesKey key, ReadOnlySpan<int> counts, BaselineMethod? method)
    {
        var before = 0;
        for (var back = RiseRules.WeeksBefore(method, counts.Length); back >= 1; back--)
            before += Judged(counts[..^back], method) is { } earlier && RiseRules.IsRise(earlier) ? 1 : 0;
        return new JudgedSeries(key, Judged(counts, method), before);
    }

    private static Baseline? Judged(ReadOnlySpan<int> counts, BaselineMethod? method) =>
        counts[^1] < RiseRules.Floor ? null : RiseRules.Judge(method, counts);
}
