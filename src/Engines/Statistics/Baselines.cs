namespace Suiying.Engines.Statistics;

/// <summary>
/// Does the last count of a series stand out? One entry for all methods; pure and thread-safe. A series has one count for each week (or day)
/// without holes, oldest first, and the count that is judged last: who judges an earlier one hands in the series up to there.
/// </summary>
public static class Baselines
{
    /// <summary>The last count by one method with its usual settings.</summary>
    /// <exception cref="ArgumentException">The series is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is not 0 to <see cref="Baseline.MostCount"/>, or the method is unknown.</exception>
    public static Baseline By(BaselineMethod method, ReadOnlySpan<int> counts) =>
        method switch
        {
            BaselineMethod.C1 => Ears.C1(counts),
            BaselineMethod.C2 => Ears.C2(counts),
            BaselineMethod.C3 => Ears.C3(counts),
            BaselineMethod.Farrington => Farrington.Bound(counts),
            BaselineMethod.FarringtonNegativeBinomial => Farrington.Bound(counts, new FarringtonOptions { NegativeBinomial = true }),
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };

    /// <summary>
    /// The last count of weekly counts by what their length allows: Farrington, which knows seasons, after five years, and EARS C2 before.
    /// </summary>
    /// <exception cref="ArgumentException">The series is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is not 0 to <see cref="Baseline.MostCount"/>.</exception>
    public static Baseline OfWeeks(ReadOnlySpan<int> counts)
    {
        var seasonal = Farrington.Bound(counts);
        return seasonal.Gap is BaselineGap.ShortHistory or BaselineGap.OnlyZeros or BaselineGap.NotFitted ? Ears.C2(counts) : seasonal;
    }
}
