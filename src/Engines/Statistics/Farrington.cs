namespace Suiying.Engines.Statistics;

/// <summary>
/// Does the last count stand out from the same weeks of earlier years? A quasi-Poisson regression over these weeks, with a trend where there is
/// one and with past outbreaks weighing less (Farrington, Andrews, Beale and Catchpole, J. R. Statist. Soc. A 159, 1996; the bound of Noufaily
/// and others, Statistics in Medicine 32, 2013, by choice). Pure and thread-safe.
/// </summary>
public static class Farrington
{
    private const int YearsForTrend = 3;
    private const double Significant = 0.05;
    private const double Least = 1e-12;

    /// <summary>Judges the last count of a series.</summary>
    /// <param name="counts">One count for each week without holes, oldest first.</param>
    /// <param name="options">Null for the usual settings, which need 263 earlier weeks.</param>
    /// <exception cref="ArgumentException">The series is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is not 0 to <see cref="Baseline.MostCount"/>, or a setting is out of its range.</exception>
    public static Baseline Bound(ReadOnlySpan<int> counts, FarringtonOptions? options = null)
    {
        Baseline.Check(counts);
        var set = options ?? new FarringtonOptions();
        set.Check();
        if (counts.Length <= set.Needed)
            return Without(counts, set, BaselineGap.ShortHistory);
        if (Recent(counts, set) < set.FewCounts)
            return Without(counts, set, BaselineGap.FewCounts);
        var (past, times) = Past(counts, set);
        if (past.All(c => c == 0))
            return Without(counts, set, BaselineGap.OnlyZeros);
        return Fitted(past, times, set) is { } fit && Math.Max(1, fit.Dispersion) <= CountBounds.MostMean
            ? With(counts, set, fit)
            : Without(counts, set, BaselineGap.NotFitted);
    }

    // Past counts weigh less by the square of how far they stand out, and 1 in the mean.
    private static double[] Weights(IReadOnlyList<double> residuals, double above)
    {
        var raw = residuals.Select(r => r > above ? 1 / (r * r) : 1).ToArray();
        var mean = raw.Average();
        return [.. raw.Select(w => w / mean)];
    }

    // Time runs from the judged week backwards, so that the prediction is at time 0.
    private static (double[] Counts, double[] Times) Past(ReadOnlySpan<int> counts, FarringtonOptions set)
    {
        var (past, times) = (new List<double>(), new List<double>());
        for (var year = set.Years; year >= 1; year--)
        {
            for (var week = -set.HalfWindow; week <= set.HalfWindow; week++)
            {
                var back = year * set.Season - week;
                past.Add(counts[^(back + 1)]);
                times.Add(-back);
            }
        }
        return ([.. past], [.. times]);
    }

    private static long Recent(ReadOnlySpan<int> counts, FarringtonOptions set)
    {
        var sum = 0L;
        foreach (var count in counts[^Math.Min(set.FewWeeks, counts.Length)..])
            sum += count;
        return sum;
    }

    private static LogLinearFit? Fitted(double[] past, double[] times, FarringtonOptions set)
    {
        if (set.Trend && set.Years >= YearsForTrend && Fitted(past, times, set, true) is { } rising && Holds(rising, past))
            return rising;
        return Fitted(past, times, set, false);
    }

    private static LogLinearFit? Fitted(double[] past, double[] times, FarringtonOptions set, bool trend)
    {
        var even = Enumerable.Repeat(1.0, past.Length).ToArray();
        var first = LogLinearFit.Of(past, times, even, trend);
        if (first is null || !set.Reweight)
            return first;
        var residuals = past.Select(
            (count, i) => Anscombe(count, first.Means[i], Math.Max(1, first.Dispersion) * (1 - first.Leverage(i, times[i])))
        );
        return LogLinearFit.Of(past, times, Weights([.. residuals], set.ReweightAbove), trend);
    }

    private static double Anscombe(double count, double mean, double variance) =>
        // A count that alone decides its own mean is met exactly and has no residual.
        variance < Least
            ? 0
            : 1.5 * (Math.Pow(count, 2.0 / 3) * Math.Pow(mean, -1.0 / 6) - Math.Sqrt(mean)) / Math.Sqrt(variance);

    // The least dispersion keeps a series that never moves from having a trend of rounding errors.
    private static bool Holds(LogLinearFit fit, double[] past) =>
        StudentT.TwoSided(fit.Slope / fit.SlopeError(Math.Max(Least, fit.Dispersion)), fit.Freedom) < Significant
        && fit.At(0, 1).Mean <= past.Max();

    private static Baseline With(ReadOnlySpan<int> counts, FarringtonOptions set, LogLinearFit fit)
    {
        var dispersion = Math.Max(1, fit.Dispersion);
        var (mean, error) = fit.At(0, dispersion);
        return new Baseline
        {
            Method = set.Method,
            Observed = counts[^1],
            Expected = mean,
            Upper = set.NegativeBinomial
                ? CountBounds.NegativeBinomial(mean, dispersion, set.Alpha)
                : CountBounds.Power(mean, error, dispersion, set.Alpha, set.Power),
        };
    }

    private static Baseline Without(ReadOnlySpan<int> counts, FarringtonOptions set, BaselineGap gap) =>
        new()
        {
            Method = set.Method,
            Observed = counts[^1],
            Gap = gap,
        };
}
