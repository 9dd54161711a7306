namespace Suiying.Engines.Clock;

/// <summary>Which duty a deadline measures.</summary>
public enum DeadlineKind
{
    /// <summary>签收: the unit signs for the ticket.</summary>
    Sign,

    /// <summary>首次联系: the unit first contacts the person.</summary>
    Contact,

    /// <summary>答复: the unit replies.</summary>
    Reply,

    /// <summary>退单: the unit may still return the ticket.</summary>
    Return,
}

/// <summary>How an amount is counted.</summary>
public enum DeadlineUnit
{
    Minutes,
    Hours,

    /// <summary>自然日: periods of 24 hours that no rest day stops.</summary>
    NaturalDays,

    /// <summary>工作日: the start day is not counted; due at the close of business of the n-th working day.</summary>
    WorkingDays,
}

/// <summary>One rule of a deadline profile. A null category or grade matches any; the more specific rule wins.</summary>
public sealed record DeadlineRule
{
    public required DeadlineKind Kind { get; init; }

    /// <summary>A category code; it matches that category and all below it.</summary>
    public string? Category { get; init; }

    /// <summary>Urgency 1 特急, 2 紧急, 3 一般, 4 疑难.</summary>
    public int? Grade { get; init; }

    /// <summary>At least 1.</summary>
    public required int Amount { get; init; }

    public required DeadlineUnit Unit { get; init; }

    /// <summary>True where a specific law sets the limit; such a rule wins over all others.</summary>
    public bool FromLaw { get; init; }

    /// <summary>The article that is cited, or 示例.</summary>
    public required string Basis { get; init; }

    /// <summary>False until somebody has read the source.</summary>
    public bool Verified { get; init; }
}

/// <summary>The deadlines of a city as data: law, then category and grade, then grade, then the city's default.</summary>
public sealed partial record DeadlineProfile
{
    public required string Name { get; init; }

    public required IReadOnlyList<DeadlineRule> Rules { get; init; }
}
