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

    /// <summary>复核: a supervisor answers who contests that their matter was not accepted.</summary>
    Contest,

    /// <summary>转接: an emergency service confirms a ticket that was sent to it instead of a call.</summary>
    Handover,
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

    /// <summary>
    /// What holds where a city says nothing of a kind: duties of the hotline itself, for which no law names a limit (domain A.14, [D]). The kinds
    /// that are not here a city must set.
    /// </summary>
    public static IReadOnlyList<DeadlineRule> Defaults { get; } =
    [Default(DeadlineKind.Contest, 5, DeadlineUnit.WorkingDays), Default(DeadlineKind.Handover, 30, DeadlineUnit.Minutes)];

    /// <summary>The city's rules for a kind, or the one that stands in for them.</summary>
    internal IReadOnlyList<DeadlineRule> Of(DeadlineKind kind)
    {
        List<DeadlineRule> own = [.. Rules.Where(r => r.Kind == kind)];
        return own.Exists(r => r.Category is null && r.Grade is null) ? own : [.. own, .. Defaults.Where(r => r.Kind == kind)];
    }

    private static DeadlineRule Default(DeadlineKind kind, int amount, DeadlineUnit unit) =>
        new()
        {
            Kind = kind,
            Amount = amount,
            Unit = unit,
            Basis = "示例",
        };
}
