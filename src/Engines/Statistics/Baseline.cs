namespace Suiying.Engines.Statistics;

/// <summary>By which rule a series of counts is compared with its own past.</summary>
public enum BaselineMethod
{
    /// <summary>EARS C1: mean and deviation of the counts just before.</summary>
    C1,

    /// <summary>EARS C2: the same after a gap of two, so that a slow rise does not hide itself.</summary>
    C2,

    /// <summary>EARS C3: what the last three counts had too much by C2, added up.</summary>
    C3,

    /// <summary>Farrington, Andrews, Beale and Catchpole 1996: the same weeks of earlier years.</summary>
    Farrington,

    /// <summary>The same with a bound from the negative binomial (Noufaily and others 2013).</summary>
    FarringtonNegativeBinomial,
}

/// <summary>Why a series has no bound. A bound is never guessed.</summary>
public enum BaselineGap
{
    /// <summary>There are fewer earlier counts than the method needs.</summary>
    ShortHistory,

    /// <summary>All earlier counts that the method looks at are zero, which a rate on the log scale cannot be fitted to.</summary>
    OnlyZeros,

    /// <summary>The last weeks together have so few that no excess would be worth a look.</summary>
    FewCounts,

    /// <summary>The regression found no answer.</summary>
    NotFitted,
}

/// <summary>
/// What the last count of a series was to be expected to be, and above which it stands out. Either <see cref="Expected"/> and
/// <see cref="Upper"/> are given or <see cref="Gap"/> says why not.
/// </summary>
public sealed record Baseline
{
    /// <summary>The largest count that is taken; more of one matter in one week is a damaged series.</summary>
    public const int MostCount = 1_000_000;

    /// <summary>By which rule.</summary>
    public required BaselineMethod Method { get; init; }

    /// <summary>The last count of the series, 0 or more.</summary>
    public required int Observed { get; init; }

    /// <summary>The count that the past lets expect, 0 or more; null where there is a <see cref="Gap"/>.</summary>
    public double? Expected { get; init; }

    /// <summary>A count above it stands out, 0 or more; null where there is a <see cref="Gap"/>.</summary>
    public double? Upper { get; init; }

    /// <summary>Why there is no bound; null where there is one.</summary>
    public BaselineGap? Gap { get; init; }

    /// <summary>Whether the past was enough for a bound.</summary>
    public bool HasBound => Upper is not null;

    /// <summary>Whether the observed count is above the bound; false where there is none.</summary>
    public bool Exceeds => Observed > Upper;

    internal static void Check(ReadOnlySpan<int> counts)
    {
        if (counts.IsEmpty)
            throw new ArgumentException("A series without a count has no last count to look at.", nameof(counts));
        for (var at = 0; at < counts.Length; at++)
        {
            if (counts[at] is < 0 or > MostCount)
                throw new ArgumentOutOfRangeException(nameof(counts), counts[at], $"Count {at + 1} is not 0 to {MostCount}.");
        }
    }

    internal static void CheckAlpha(double alpha)
    {
        if (alpha is not (> 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The share of false alarms is above 0 and below 0.5.");
    }
}
