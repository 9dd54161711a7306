using Suiying.Engines.Statistics;

namespace Suiying.Understanding.Model;

/// <summary>A series whose last whole week has risen.</summary>
public sealed record RiseRow
{
    private const int WeeksDrawn = 26;

    public required SeriesKey Key { get; init; }

    /// <summary>The category from its first level down, as it is called today.</summary>
    public required string Category { get; init; }

    public required string Area { get; init; }

    /// <summary>The judged week.</summary>
    public required Baseline Last { get; init; }

    /// <summary>All methods by which it has risen.</summary>
    public required IReadOnlyList<BaselineMethod> Agree { get; init; }

    /// <summary>The last half year up to the judged week, as far as it is known.</summary>
    public required IReadOnlyList<int> Recent { get; init; }

    /// <summary>The running week so far.</summary>
    public required int Running { get; init; }

    internal static RiseRow Of(JudgedSeries series, WeekCounts counts)
    {
        var weeks = counts.Of(series.Key);
        var agree = new List<BaselineMethod>();
        foreach (var method in RiseRules.Methods)
        {
            if (RiseRules.IsRise(RiseRules.Judge(method, weeks)))
                agree.Add(method);
        }
        return new RiseRow
        {
            Key = series.Key,
            Category = counts.City.Categories.FullName(series.Key.Category),
            Area = counts.City.Areas.Find(series.Key.Area)?.Name ?? series.Key.Area,
            Last = series.Last!,
            Agree = agree,
            Recent = [.. weeks[^Math.Min(WeeksDrawn, weeks.Length)..]],
            Running = counts.Running(series.Key),
        };
    }
}
