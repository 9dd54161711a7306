namespace Suiying.Scores.Model;

/// <summary>月计数: the sums of one unit's, or one category's, callbacks in one month of scores, so that a table costs as little as it has rows.</summary>
public abstract class MonthSum
{
    /// <summary>The month of scores, by its first day of the calendar.</summary>
    public required DateOnly Month { get; init; }

    public required SumOf Of { get; init; }

    /// <summary>Code of the unit, or of the category as requests are filed; those below it have sums of their own.</summary>
    public required string Key { get; init; }

    /// <summary>有效回访</summary>
    public required int Valid { get; init; }

    public required int Contacted { get; init; }

    public required int ContactUnsaid { get; init; }

    public required int Solved { get; init; }

    public required int Partly { get; init; }

    public required int Satisfied { get; init; }

    public required int Mostly { get; init; }

    public required int Unsaid { get; init; }

    /// <summary>剔除的: in none of the numbers above.</summary>
    public required int Excluded { get; init; }

    /// <summary>How many of all were made by a generator.</summary>
    public required int Synthetic { get; init; }

    public RateCounts Counts => new(Valid, Contacted, ContactUnsaid, Solved, Partly, Satisfied, Mostly, Unsaid, Excluded);

    /// <summary>The sums and the generated ones among them.</summary>
    internal (RateCounts, int) Told => (Counts, Synthetic);
}

/// <summary>Whose sum it is.</summary>
public enum SumOf
{
    /// <summary>单位</summary>
    Unit,

    /// <summary>类别</summary>
    Category,
}

/// <summary>实时月计数: as the callbacks give it today.</summary>
public sealed class LiveSum : MonthSum;

/// <summary>公布的月计数: as it was released.</summary>
public sealed class ReleasedSum : MonthSum
{
    public required int Revision { get; init; }

    /// <summary>A sum of today as it is released.</summary>
    public static ReleasedSum From(LiveSum sum, int revision) =>
        new()
        {
            Month = sum.Month,
            Revision = revision,
            Of = sum.Of,
            Key = sum.Key,
            Valid = sum.Valid,
            Contacted = sum.Contacted,
            ContactUnsaid = sum.ContactUnsaid,
            Solved = sum.Solved,
            Partly = sum.Partly,
            Satisfied = sum.Satisfied,
            Mostly = sum.Mostly,
            Unsaid = sum.Unsaid,
            Excluded = sum.Excluded,
            Synthetic = sum.Synthetic,
        };
}
