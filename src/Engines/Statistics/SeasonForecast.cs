namespace Suiying.Engines.Statistics;

/// <summary>
/// 同期预测: how many to expect in some weeks to come: as many as in the same weeks of the year before, times how the last weeks compare with theirs
/// (the seasonal naive method with a level, Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.2). The interval of 95 % holds what three
/// counts leave open, and how much more weeks differ than counts do by chance. Pure and thread-safe.
/// </summary>
public sealed record SeasonForecast
{
    private const double Z = 1.959964;

    /// <summary>How many are to be expected together.</summary>
    public required double Expected { get; init; }

    /// <summary>Lower end of the interval of 95 %, 0 or more.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the interval of 95 %.</summary>
    public required double High { get; init; }

    /// <summary>How the last weeks compare with the same of the year before: 1.2 is a fifth more.</summary>
    public required double Trend { get; init; }

    /// <summary>Forecasts; null where the weeks to come, or the last weeks, had nothing in the year before, or the last weeks have nothing.</summary>
    /// <param name="sameWeeks">Counts of the year before in the weeks that are to come.</param>
    /// <param name="recentBefore">Counts of the year before in the last weeks.</param>
    /// <param name="recent">Counts of the last weeks; as many.</param>
    /// <exception cref="ArgumentException">The last weeks are not as many in both years, or a count is below zero.</exception>
    public static SeasonForecast? Of(IReadOnlyList<int> sameWeeks, IReadOnlyList<int> recentBefore, IReadOnlyList<int> recent)
    {
        if (recentBefore.Count != recent.Count || sameWeeks.Concat(recentBefore).Concat(recent).Any(c => c < 0))
            throw new ArgumentException("As many weeks of both years, and counts of 0 or more.", nameof(recent));
        var (then, before, now) = (sameWeeks.Sum(), recentBefore.Sum(), recent.Sum());
        if (then == 0 || before == 0 || now == 0)
            return null;
        var trend = now / (double)before;
        var expected = then * trend;
        var dispersion = Dispersion(recentBefore, recent, trend);
        // On the scale of logarithms: the three counts that it is made of, and the count to come itself.
        var half = Z * Math.Sqrt(dispersion * (1.0 / then + 1.0 / before + 1.0 / now + 1 / expected));
        return new SeasonForecast
        {
            Expected = expected,
            Low = expected * Math.Exp(-half),
            High = expected * Math.Exp(half),
            Trend = trend,
        };
    }

    /// <summary>Pearson's, of the pairs of weeks under one ratio; 1 where they differ less than chance lets them.</summary>
    private static double Dispersion(IReadOnlyList<int> before, IReadOnlyList<int> now, double trend)
    {
        var (squares, pairs) = (0.0, 0);
        for (var week = 0; week < now.Count; week++)
        {
            var both = (double)before[week] + now[week];
            if (both == 0)
                continue;
            var expected = both * trend / (1 + trend);
            squares += (now[week] - expected) * (now[week] - expected) * (1 / expected + 1 / (both - expected));
            pairs++;
        }
        return pairs < 2 ? 1 : Math.Max(1, squares / (pairs - 1));
    }
}
