namespace Suiying.Scores.Model;

/// <summary>承办月计数: one figure of one unit in one month of scores, summed, so that a table costs as little as it has rows.</summary>
public sealed class WorkMonth
{
    /// <summary>The month of scores, by its first day of the calendar.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Code of the unit; empty for the hotline.</summary>
    public required string Unit { get; init; }

    public required WorkFigure Figure { get; init; }

    /// <summary>How many rows count for it; 0 where those that did no longer do.</summary>
    public required int Count { get; set; }
}
