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

    /// <summary>裁定: the hotline decides what a unit applied for: a return, an extension, a suspension, a termination.</summary>
    Decide,

    /// <summary>延期: the furthest to which a reply may be put off, counted from its own date.</summary>
    Extension,

    /// <summary>补充材料: how long a clock may wait for what only the person can give.</summary>
    Material,

    /// <summary>挂账核查: when a suspended matter is looked at again.</summary>
    Recheck,

    /// <summary>督办回复: a unit answers what it was told to do.</summary>
    Supervise,

    /// <summary>权利请求: the hotline answers what a person asks of their data (GB/T 35273-2020 8.7: within thirty days).</summary>
    Claim,
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
    /// What holds where a city says nothing of a kind: duties of the hotline itself and limits of what units may ask for (domain A.6, A.7, A.14: [D],
    /// the ten working days of Shandong's cities). The kinds that are not here a city must set.
    /// </summary>
    public static IReadOnlyList<DeadlineRule> Defaults { get; } =
    [
        Default(DeadlineKind.Contest, 5, DeadlineUnit.WorkingDays),
        Default(DeadlineKind.Handover, 30, DeadlineUnit.Minutes),
        Default(DeadlineKind.Decide, 1, DeadlineUnit.WorkingDays),
        Default(DeadlineKind.Extension, 10, DeadlineUnit.WorkingDays),
        Default(DeadlineKind.Material, 72, DeadlineUnit.Hours),
        Default(DeadlineKind.Recheck, 90, DeadlineUnit.NaturalDays),
        Default(DeadlineKind.Supervise, 3, DeadlineUnit.WorkingDays),
        Default(DeadlineKind.Claim, 15, DeadlineUnit.WorkingDays),
    ];

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
