using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>得分项: the five parts of a project's score.</summary>
public enum ScorePart
{
    /// <summary>进度</summary>
    Progress,

    /// <summary>质量验收</summary>
    Acceptance,

    /// <summary>资金</summary>
    Money,

    /// <summary>效果</summary>
    Effect,

    /// <summary>群众满意</summary>
    Satisfaction,
}

/// <summary>进展颜色: how the work lies beside its plan.</summary>
public enum ProjectColour
{
    /// <summary>还没到节点: nothing was due yet.</summary>
    None,

    /// <summary>绿: at most a little behind.</summary>
    Green,

    /// <summary>黄</summary>
    Yellow,

    /// <summary>红: far behind, or a milestone is long late, or something reported was not so.</summary>
    Red,
}

/// <summary>项目得分: five parts from 0 to 1, each null where nothing can be said yet, and their sum by the weights of the programme.</summary>
public sealed record ProjectScore
{
    /// <summary>For each begun thirty days that a milestone was late it counts so much less, and never less than half.</summary>
    public const decimal LessAMonth = 0.1m;

    /// <summary>Done of planned, by the milestones due so far; a late one counts less.</summary>
    public required decimal? Progress { get; init; }

    public required decimal? Acceptance { get; init; }

    /// <summary>Paid beside what the plan of the day asks for; too much counts as too little.</summary>
    public required decimal? Money { get; init; }

    /// <summary>1 where requests fell, 0 where they rose, a half where neither can be told from chance.</summary>
    public required decimal? Effect { get; init; }

    public required decimal? Satisfaction { get; init; }

    /// <summary>So many people answered.</summary>
    public required int Answers { get; init; }

    /// <summary>计划进度: milestones due by this day, in percent of the whole.</summary>
    public required int Planned { get; init; }

    /// <summary>实际进度: milestones accepted, in percent of the whole.</summary>
    public required int Done { get; init; }

    /// <summary>Days by which the latest open milestone is late.</summary>
    public required int DaysLate { get; init; }

    /// <summary>Something reported was not so: the whole is 0.</summary>
    public required bool Flagged { get; init; }

    public required DateOnly On { get; init; }

    /// <param name="project">With its milestones.</param>
    /// <param name="answers">What people answered.</param>
    /// <param name="effect">What became of requests; null where it is not measured.</param>
    /// <param name="city">The programmes and how much 基本满意 counts.</param>
    /// <param name="today">The day.</param>
    public static ProjectScore Of(Project project, AnswerCounts answers, decimal? effect, CitySnapshot city, DateOnly today)
    {
        var milestones = project.Milestones;
        var planned = milestones.Where(m => m.DueOn <= today).Sum(m => m.Weight);
        var done = milestones.Where(m => m.Done).Sum(m => m.Weight);
        var programme = city.ProgrammeOf(project.Programme);
        return new ProjectScore
        {
            Progress = planned > 0 ? Math.Min(1, milestones.Where(m => m.Done).Sum(m => m.Weight * Worth(m, today)) / planned) : null,
            Acceptance = project.Quality is { } quality ? quality / 100m : null,
            Money = MoneyOf(project, planned),
            Effect = effect,
            Satisfaction =
                answers.All >= programme.LeastAnswers
                    ? (answers.Satisfied + city.Scores.MostlySatisfiedPercent * answers.Mostly / 100m) / answers.All
                    : null,
            Answers = answers.All,
            Planned = planned,
            Done = done,
            DaysLate = milestones.Where(m => !m.Done).Select(m => m.DaysLate(today)).DefaultIfEmpty().Max(),
            Flagged = project.Flagged,
            On = today,
        };
    }

    public decimal? Of(ScorePart part) =>
        part switch
        {
            ScorePart.Progress => Progress,
            ScorePart.Acceptance => Acceptance,
            ScorePart.Money => Money,
            ScorePart.Effect => Effect,
            _ => Satisfaction,
        };

    public static int WeightOf(ScorePart part, ProgrammeScheme programme) =>
        part switch
        {
            ScorePart.Progress => programme.ProgressWeight,
            ScorePart.Acceptance => programme.AcceptanceWeight,
            ScorePart.Money => programme.MoneyWeight,
            ScorePart.Effect => programme.EffectWeight,
            _ => programme.SatisfactionWeight,
        };

    /// <summary>The weights of the parts that can be told.</summary>
    public int Known(ProgrammeScheme programme) =>
        Enum.GetValues<ScorePart>().Where(p => Of(p) is not null).Sum(p => WeightOf(p, programme));

    /// <summary>总分 out of 100, by the parts that can be told; null where none can.</summary>
    public decimal? Total(ProgrammeScheme programme) =>
        Flagged ? 0
        : Known(programme) is > 0 and var known ? 100 * Enum.GetValues<ScorePart>().Sum(p => WeightOf(p, programme) * (Of(p) ?? 0)) / known
        : null;

    public ProjectColour Colour(ProgrammeScheme programme) =>
        Flagged || DaysLate > programme.RedLateDays || Planned - Done > programme.RedBehind ? ProjectColour.Red
        : Planned - Done > programme.YellowBehind ? ProjectColour.Yellow
        : Planned == 0 && Done == 0 ? ProjectColour.None
        : ProjectColour.Green;

    private static decimal Worth(ProjectMilestone milestone, DateOnly today) =>
        Math.Max(0.5m, 1 - LessAMonth * ((milestone.DaysLate(today) + 29) / 30));

    private static decimal? MoneyOf(Project project, int planned)
    {
        if (project.Plan is not { Budget: > 0 and var budget } || planned == 0)
            return null;
        var due = budget * planned / 100;
        return Math.Max(0, 1 - Math.Abs((project.Progress?.Paid ?? 0) - due) / due);
    }
}
