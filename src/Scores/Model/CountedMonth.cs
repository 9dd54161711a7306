namespace Suiying.Scores.Model;

/// <summary>计分进度: whether a month of scores was counted from the journal since anything was last loaded into it.</summary>
public sealed class CountedMonth
{
    /// <summary>By its first day of the calendar.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>How often requests with their history were loaded into it.</summary>
    public int Loads { get; init; }

    /// <summary>How many of these loads are counted; null where the month was never counted.</summary>
    public int? Counted { get; init; }
}
