namespace Suiying.Contracts.Registry;

/// <summary>选定方式: how the projects of a programme come about.</summary>
public enum ProgrammeChoice
{
    /// <summary>会议决定: a leader signs what a meeting decided.</summary>
    Meeting,

    /// <summary>票决: deputies vote by secret ballot.</summary>
    Vote,

    /// <summary>方案既定: the projects stand in the programme itself.</summary>
    Given,
}

/// <summary>实施方案: how a city runs its 民生实事 of the year, or any programme of several years. What it says is printed beside every score.</summary>
public sealed record ProgrammeScheme
{
    /// <summary>Of a city that says nothing.</summary>
    public static readonly ProgrammeScheme Usual = new() { Code = "livelihood", Name = "民生实事" };

    /// <summary>Small letters, digits and hyphens; unique in the city.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>What it is for, for everybody; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>First year; null for any.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Last year; null for any.</summary>
    public int? LastYear { get; init; }

    public ProgrammeChoice Choice { get; init; }

    /// <summary>Weight of 进度 in the score, in percent. The five weights sum to 100.</summary>
    public int ProgressWeight { get; init; } = 40;

    /// <summary>Weight of 质量验收, in percent.</summary>
    public int AcceptanceWeight { get; init; } = 20;

    /// <summary>Weight of 资金, in percent.</summary>
    public int MoneyWeight { get; init; } = 10;

    /// <summary>Weight of 效果, in percent.</summary>
    public int EffectWeight { get; init; } = 15;

    /// <summary>Weight of 群众满意, in percent.</summary>
    public int SatisfactionWeight { get; init; } = 15;

    /// <summary>Yellow where the work lies more than so many percent of the whole behind its plan, 1 to 100.</summary>
    public int YellowBehind { get; init; } = 5;

    /// <summary>Red where it lies further behind than this, 1 to 100.</summary>
    public int RedBehind { get; init; } = 15;

    /// <summary>Red also where a milestone is late by more than so many days, 1 to 365.</summary>
    public int RedLateDays { get; init; } = 30;

    /// <summary>抽查: so many percent of the accepted milestones are looked at again each month, 1 to 100.</summary>
    public int SpotCheckPercent { get; init; } = 5;

    /// <summary>Fewer answers of people than this count nothing, 1 to 10,000.</summary>
    public int LeastAnswers { get; init; } = 10;

    /// <summary>What stands in the programme itself; none where its projects are chosen.</summary>
    public IReadOnlyList<ProgrammeTask> Tasks
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The article that is cited, or 示例.</summary>
    public string Basis { get; init; } = "示例";

    /// <summary>False until somebody has read the source.</summary>
    public bool Verified { get; init; }

    /// <summary>The programme has projects of this year.</summary>
    public bool Covers(int year) => year >= (FirstYear ?? year) && year <= (LastYear ?? year);
}

/// <summary>方案任务: a project as a programme has it.</summary>
public sealed record ProgrammeTask
{
    public required int Year { get; init; }

    public required string Title { get; init; }

    /// <summary>目标</summary>
    public required string Goal { get; init; }

    /// <summary>责任领导, by the post: one.</summary>
    public required string Owner { get; init; }

    /// <summary>Code of the leading unit.</summary>
    public required string Lead { get; init; }

    /// <summary>Code of the category whose requests it is to reduce, or null.</summary>
    public string? Category { get; init; }
}
