namespace Suiying.Engines.Statistics;

/// <summary>Settings of <see cref="Ears"/>.</summary>
public sealed record EarsOptions
{
    /// <summary>Counts in the window that is compared with, 3 or more; seven by custom.</summary>
    public int Window { get; init; } = 7;

    /// <summary>Share of false alarms that is put up with, above 0 and below 0.5; null for the custom: 0.001 for C1 and C2, 0.025 for C3.</summary>
    public double? Alpha { get; init; }

    /// <summary>
    /// The standard deviation is taken to be at least this, 0 or more. With 0 a quiet window makes every count above it stand out; 0.5 or 1 is
    /// usual for series that are mostly zero.
    /// </summary>
    public double LeastDeviation { get; init; }
}

/// <summary>
/// The three detectors of the Early Aberration Reporting System, for series without years of history (Fricker, Hegler and Dunfee, Statistics in
/// Medicine 27, 2008; settings as in earsC of the R package surveillance). Each judges the last count. Pure and thread-safe.
/// </summary>
public static class Ears
{
    private const int Lag = 2;
    private const double UsualAlpha = 0.001;
    private const double UsualAlphaOfSums = 0.025;

    /// <summary>
    /// C1: mean of the window just before the last count, plus the normal quantile times the window's standard deviation (of a sample).
    /// Needs one count more than the window.
    /// </summary>
    /// <exception cref="ArgumentException">The series is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is not 0 to <see cref="Baseline.MostCount"/>, or a setting is out of its range.</exception>
    public static Baseline C1(ReadOnlySpan<int> counts, EarsOptions? options = null) => Shifted(BaselineMethod.C1, counts, options, 0);

    /// <summary>C2: as <see cref="C1"/> with a window that ends three before the last count. Needs three counts more than the window.</summary>
    /// <inheritdoc cref="C1" path="/exception"/>
    public static Baseline C2(ReadOnlySpan<int> counts, EarsOptions? options = null) => Shifted(BaselineMethod.C2, counts, options, Lag);

    /// <summary>
    /// C3: how many deviations more than one each of the last three counts lies above its own C2 window, added up, is more than the normal
    /// quantile. The bound is the count from which on the last one tips the sum over: zero where the two before suffice. (The R package prints
    /// a bound of its own that is made from the judged count itself; its alarm by definition is this one.) Needs five counts more than the
    /// window.
    /// </summary>
    /// <inheritdoc cref="C1" path="/exception"/>
    public static Baseline C3(ReadOnlySpan<int> counts, EarsOptions? options = null)
    {
        var set = Checked(counts, options);
        if (counts.Length - 2 * Lag - 1 < set.Window)
            return Without(BaselineMethod.C3, counts);
        var already = Excess(counts[..^1], set) + Excess(counts[..^2], set);
        var left = Normal.Quantile(1 - (set.Alpha ?? UsualAlphaOfSums)) - already;
        var window = Before(counts, set, Lag);
        return With(BaselineMethod.C3, counts, window.Mean, left < 0 ? 0 : window.Mean + (1 + left) * window.Deviation);
    }

    private static Baseline Shifted(BaselineMethod method, ReadOnlySpan<int> counts, EarsOptions? options, int lag)
    {
        var set = Checked(counts, options);
        if (counts.Length - lag - 1 < set.Window)
            return Without(method, counts);
        var window = Before(counts, set, lag);
        return With(method, counts, window.Mean, window.Mean + Normal.Quantile(1 - (set.Alpha ?? UsualAlpha)) * window.Deviation);
    }

    private static double Excess(ReadOnlySpan<int> counts, EarsOptions set)
    {
        var window = Before(counts, set, Lag);
        var above = counts[^1] - window.Mean;
        // A window that never moved makes any rise infinitely unlikely, and no rise is no excess: 0 / 0 would be neither.
        return above <= 0 ? 0 : Math.Max(0, above / window.Deviation - 1);
    }

    private static (double Mean, double Deviation) Before(ReadOnlySpan<int> counts, EarsOptions set, int lag)
    {
        var window = counts[..^(lag + 1)][^set.Window..];
        var mean = 0.0;
        foreach (var count in window)
            mean += count;
        mean /= window.Length;
        var squares = 0.0;
        foreach (var count in window)
            squares += (count - mean) * (count - mean);
        return (mean, Math.Max(set.LeastDeviation, Math.Sqrt(squares / (window.Length - 1))));
    }

    private static EarsOptions Checked(ReadOnlySpan<int> counts, EarsOptions? options)
    {
        Baseline.Check(counts);
        var set = options ?? new EarsOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(set.Window, 3);
        if (!(set.LeastDeviation >= 0) || double.IsInfinity(set.LeastDeviation))
            throw new ArgumentOutOfRangeException(nameof(options), set.LeastDeviation, "The least deviation is 0 or more.");
        Baseline.CheckAlpha(set.Alpha ?? UsualAlpha);
        return set;
    }

    private static Baseline With(BaselineMethod method, ReadOnlySpan<int> counts, double expected, double upper) =>
        new()
        {
            Method = method,
            Observed = counts[^1],
            Expected = expected,
            Upper = upper,
        };

    private static Baseline Without(BaselineMethod method, ReadOnlySpan<int> counts) =>
        new()
        {
            Method = method,
            Observed = counts[^1],
            Gap = BaselineGap.ShortHistory,
        };
}
