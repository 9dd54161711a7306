namespace Suiying.Engines.Statistics;

/// <summary>Settings of <see cref="Farrington"/>.</summary>
public sealed record FarringtonOptions
{
    /// <summary>Years that are looked back to, 1 to 20. A trend is fitted only from three on.</summary>
    public int Years { get; init; } = 5;

    /// <summary>Weeks before and after the same week of an earlier year that count with it, 0 to less than half a season.</summary>
    public int HalfWindow { get; init; } = 3;

    /// <summary>Counts in one year: 52 weeks, 12 months or 365 days; 2 to 366. The day that 52 weeks lack is small beside the window.</summary>
    public int Season { get; init; } = 52;

    /// <summary>Share of ordinary counts above the bound, above 0 and below 0.5; 0.005 is the 2.58 of the paper.</summary>
    public double Alpha { get; init; } = 0.005;

    /// <summary>Whether a trend is fitted, and kept where it is significant at 0.05 and does not lead above every earlier count.</summary>
    public bool Trend { get; init; } = true;

    /// <summary>Whether past outbreaks weigh less, so that they do not hide a new one.</summary>
    public bool Reweight { get; init; } = true;

    /// <summary>From which standardised Anscombe residual a past count weighs less, above zero: 1 in 1996, 2.58 in 2013.</summary>
    public double ReweightAbove { get; init; } = 1;

    /// <summary>The power of <see cref="CountBounds.Power"/>, above 0 to 1.</summary>
    public double Power { get; init; } = 2.0 / 3;

    /// <summary>Whether the bound is that of <see cref="CountBounds.NegativeBinomial"/> instead.</summary>
    public bool NegativeBinomial { get; init; }

    /// <summary>With fewer than this in the last <see cref="FewWeeks"/> counts there is no bound, 0 or more.</summary>
    public int FewCounts { get; init; } = 5;

    /// <summary>How many counts up to the last one are added up for <see cref="FewCounts"/>, 1 or more.</summary>
    public int FewWeeks { get; init; } = 4;

    internal BaselineMethod Method => NegativeBinomial ? BaselineMethod.FarringtonNegativeBinomial : BaselineMethod.Farrington;

    internal int Needed => Years * Season + HalfWindow;

    internal void Check()
    {
        Within(Years, 1, 20, nameof(Years));
        Within(Season, 2, 366, nameof(Season));
        Within(HalfWindow, 0, (Season - 1) / 2, nameof(HalfWindow));
        Within(Years * (2 * HalfWindow + 1), 3, int.MaxValue, nameof(HalfWindow));
        Within(FewCounts, 0, int.MaxValue, nameof(FewCounts));
        Within(FewWeeks, 1, int.MaxValue, nameof(FewWeeks));
        Baseline.CheckAlpha(Alpha);
        if (!(ReweightAbove > 0))
            throw new ArgumentOutOfRangeException(nameof(ReweightAbove), ReweightAbove, "It is above zero.");
        if (Power is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Power), Power, "It is above 0 to 1.");
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"It is {least} to {most}; the windows of all years hold 3 counts or more.");
    }
}
