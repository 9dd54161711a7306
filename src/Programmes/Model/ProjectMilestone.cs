namespace Suiying.Programmes.Model;

/// <summary>节点状态</summary>
public enum ProjectMilestoneState
{
    /// <summary>未完成</summary>
    Open,

    /// <summary>已报送: reported with evidence, not yet looked at.</summary>
    Reported,

    /// <summary>已核实: only this is done.</summary>
    Accepted,
}

/// <summary>项目节点: something that can be shown to be done by a day, with its share of the work. Without accepted evidence it counts nothing.</summary>
public sealed class ProjectMilestone
{
    /// <summary>One for each month at most.</summary>
    public const int Most = 12;

    public const int LongestText = 100;

    private ProjectMilestone() { }

    public Guid Id { get; private set; }

    public Guid ProjectId { get; private set; }

    /// <summary>From 1, by the day on which they are due.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Code of the unit that reports it.</summary>
    public string Unit { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    /// <summary>Share of the work, in percent, 1 to 100; those of a project sum to 100.</summary>
    public int Weight { get; private set; }

    public ProjectMilestoneState State { get; private set; }

    /// <summary>完成情况, as the unit told it last.</summary>
    public string? Report { get; private set; }

    /// <summary>Names of the photos and documents, with blanks between.</summary>
    public string Files { get; private set; } = "";

    public DateTimeOffset? ReportedAt { get; private set; }

    public string? ReportedBy { get; private set; }

    /// <summary>Why it was sent back, or what was found; null before anybody looked.</summary>
    public string? Found { get; private set; }

    /// <summary>The day of the report that was accepted.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>When it was looked at again, and held.</summary>
    public DateOnly? CheckedOn { get; private set; }

    public IReadOnlyList<string> FileList => Files.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Done => State is ProjectMilestoneState.Accepted;

    public static ProjectMilestone Of(Guid project, int number, ProjectMilestonePlan plan, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            ProjectId = project,
            Number = number,
            Text = plan.Text,
            Unit = plan.Unit,
            DueOn = plan.DueOn,
            Weight = plan.Weight,
        };

    /// <summary>逾期天数: days since it was due, until it was reported in the way that was accepted; 0 where it was in time.</summary>
    public int DaysLate(DateOnly today) => Math.Max(0, (DoneOn ?? today).DayNumber - DueOn.DayNumber);

    internal void Tell(string text, IReadOnlyList<string> files, Actor by, DateTimeOffset at)
    {
        (State, Report, ReportedAt, ReportedBy, Found) = (ProjectMilestoneState.Reported, text, at, by.Name, null);
        Files = string.Join(' ', files);
    }

    internal void Settle(bool accepted, string found, DateOnly reportedOn)
    {
        (State, Found) = (accepted ? ProjectMilestoneState.Accepted : ProjectMilestoneState.Open, found);
        DoneOn = accepted ? reportedOn : null;
    }

    internal void Recheck(bool held, string found, DateOnly today)
    {
        (Found, CheckedOn) = (found, held ? today : null);
        if (!held)
            (State, DoneOn) = (ProjectMilestoneState.Open, null);
    }
}

/// <summary>A milestone as a plan has it.</summary>
public sealed record ProjectMilestonePlan(string Text, string Unit, DateOnly DueOn, int Weight);
