namespace Suiying.Contracts.Registry;

/// <summary>记录类别: what is kept for a time of its own (个人信息保护法 art. 19, 47).</summary>
public enum RecordClass
{
    /// <summary>诉求文字: all that people and units wrote in a request, its place and its point.</summary>
    Words,

    /// <summary>照片、录音和视频</summary>
    Photos,

    /// <summary>通话: whose call it was and where its recording is, from the call on; the times stay.</summary>
    Calls,

    /// <summary>身份信息: the sealed name, phone and address of whoever has no request left that is younger.</summary>
    Identity,
}

/// <summary>How long one class of records is kept after the request has ended.</summary>
public sealed record RetentionRule
{
    public required RecordClass Class { get; init; }

    /// <summary>True for 举报件 alone; false for all the others, and for these too where they have no rule of their own.</summary>
    public bool Reports { get; init; }

    /// <summary>Months after the end; <see cref="RetentionSchedule.Fewest"/> to <see cref="RetentionSchedule.Most"/>.</summary>
    public required int Months { get; init; }

    /// <summary>The article that is cited, or 示例.</summary>
    public required string Basis { get; init; }

    /// <summary>False until somebody has read the source.</summary>
    public bool Verified { get; init; }
}

/// <summary>保存期限表 of a city: what it says nothing of is kept as <see cref="Defaults"/> say.</summary>
public sealed record RetentionSchedule
{
    /// <summary>A matter can be opened again, contested and scored for a while after its end; nothing is erased before.</summary>
    public const int Fewest = 6;

    public const int Most = 600;

    public static readonly RetentionSchedule Usual = new() { Rules = [] };

    /// <summary>An example, which a city decides about (domain I.1: the shortest time that the purpose needs).</summary>
    public static IReadOnlyList<RetentionRule> Defaults { get; } =
    [
        new()
        {
            Class = RecordClass.Photos,
            Months = 24,
            Basis = "示例",
        },
        new()
        {
            Class = RecordClass.Words,
            Months = 36,
            Basis = "示例",
        },
        new()
        {
            Class = RecordClass.Calls,
            Months = 24,
            Basis = "示例",
        },
        new()
        {
            Class = RecordClass.Identity,
            Months = 36,
            Basis = "示例",
        },
    ];

    public required IReadOnlyList<RetentionRule> Rules { get; init; }

    /// <summary>The city's rules, and the usual ones where it has none; by class, that of 举报件 last.</summary>
    public IReadOnlyList<RetentionRule> All =>
        [
            .. Rules
                .Concat(Defaults.Where(usual => !Rules.Any(own => own.Class == usual.Class && !own.Reports)))
                .OrderBy(r => r.Class)
                .ThenBy(r => r.Reports),
        ];

    /// <summary>The rule for a class.</summary>
    public RetentionRule Of(RecordClass what, bool reports) => All.Last(r => r.Class == what && (reports || !r.Reports));

    /// <summary>What ended before this moment is kept no longer.</summary>
    public DateTimeOffset Before(RecordClass what, bool reports, DateTimeOffset now) => now.AddMonths(-Of(what, reports).Months);
}
