namespace Suiying.Scores.Model;

/// <summary>单位月计数: the sums of one unit's callbacks in one month of scores, kept so that a table costs as little as it has rows.</summary>
public sealed class UnitMonth
{
    /// <summary>The month of scores, by its first day of the calendar.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>有效回访</summary>
    public required int Valid { get; init; }

    public required int Contacted { get; init; }

    public required int ContactUnsaid { get; init; }

    public required int Solved { get; init; }

    public required int Partly { get; init; }

    public required int Satisfied { get; init; }

    public required int Mostly { get; init; }

    public required int Unsaid { get; init; }

    /// <summary>How many of the valid ones were made by a generator.</summary>
    public required int Synthetic { get; init; }

    public RateCounts Counts => new(Valid, Contacted, ContactUnsaid, Solved, Partly, Satisfied, Mostly, Unsaid);

    /// <summary>The sums and the generated ones among them.</summary>
    internal (RateCounts, int) Told => (Counts, Synthetic);
}
