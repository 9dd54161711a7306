using Suiying.Engines.Statistics;

namespace Suiying.Understanding.Model;

/// <summary>When a week's count is told to have risen, and what that rests on.</summary>
public static class RiseRules
{
    /// <summary>Fewer than this in a week is nobody's rise, however rare.</summary>
    public const int Floor = 5;

    private const int MostBefore = 8;

    /// <summary>Whole weeks that are read: what Farrington needs, and half a year more whose weeks can be judged as well.</summary>
    public const int WeeksRead = 290;

    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<BaselineMethod> Methods { get; } =
    [BaselineMethod.C1, BaselineMethod.C2, BaselineMethod.C3, BaselineMethod.Farrington];

    /// <summary>Whole weeks, the judged one included, without which the method has no bound.</summary>
    public static int Needs(BaselineMethod? method) =>
        method switch
        {
            BaselineMethod.C1 => 8,
            null or BaselineMethod.C2 => 10,
            BaselineMethod.C3 => 12,
            _ => 264,
        };

    /// <summary>
    /// Share of the weeks of a series that never changes (Poisson counts of mean 10) that are told to have risen, simulated. It is more than
    /// the methods are set to: they take a few past weeks for the whole truth.
    /// </summary>
    public static double Share(BaselineMethod method) =>
        method switch
        {
            BaselineMethod.C1 => 0.019,
            BaselineMethod.C2 => 0.02,
            BaselineMethod.C3 => 0.077,
            _ => 0.009,
        };

    /// <summary>The method that is taken where none is chosen.</summary>
    public static BaselineMethod Usual(int history) =>
        history < Needs(BaselineMethod.Farrington) ? BaselineMethod.C2 : BaselineMethod.Farrington;

    /// <summary>
    /// Weeks before the judged one that are judged too, to say how many series usually rise. None by Farrington, whose fit takes a
    /// thousand times as long.
    /// </summary>
    public static int WeeksBefore(BaselineMethod? method, int history) =>
        (method ?? Usual(history)) is BaselineMethod.Farrington ? 0 : Math.Clamp(history - Needs(method), 0, MostBefore);

    /// <summary>The last count by a method; null chooses by the length of the history.</summary>
    public static Baseline Judge(BaselineMethod? method, ReadOnlySpan<int> counts) =>
        method is { } named ? Baselines.By(named, counts) : Baselines.OfWeeks(counts);

    /// <summary>Whether a count has risen: it exceeds its bound, and is not too small to be worth a look.</summary>
    public static bool IsRise(Baseline judged) => judged.Exceeds && judged.Observed >= Floor;

    /// <summary>How far a count lies above its bound, in roots of the bound, so that small and large series can be put in one order.</summary>
    public static double Excess(Baseline judged) =>
        judged.Upper is { } upper ? (judged.Observed - upper) / Math.Sqrt(Math.Max(1, upper)) : double.NegativeInfinity;
}
