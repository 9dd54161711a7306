namespace Suiying.Themes.Model;

/// <summary>节点状态</summary>
public enum MilestoneState
{
    /// <summary>未完成</summary>
    Open,

    /// <summary>已报送: reported with evidence, not yet looked at.</summary>
    Reported,

    /// <summary>已核实: only this is done.</summary>
    Accepted,
}

/// <summary>节点: something that can be shown to be done on a day. Without accepted evidence it is not done.</summary>
public sealed class ThemeMilestone
{
    public const int Most = 24,
        LongestText = 100;

    private ThemeMilestone() { }

    public Guid Id { get; private set; }

    public Guid ThemeId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Code of the unit that reports it.</summary>
    public string Unit { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public MilestoneState State { get; private set; }

    /// <summary>完成情况, as the unit told it last.</summary>
    public string? Report { get; private set; }

    /// <summary>Names of the photos and documents, with blanks between.</summary>
    public string Files { get; private set; } = "";

    public DateTimeOffset? ReportedAt { get; private set; }

    public string? ReportedBy { get; private set; }

    /// <summary>Why it was sent back, or what was found; null before anybody looked.</summary>
    public string? Found { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public IReadOnlyList<string> FileList => Files.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static ThemeMilestone Of(Guid theme, int number, MilestonePlan plan, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            ThemeId = theme,
            Number = number,
            Text = plan.Text,
            Unit = plan.Unit,
            DueOn = plan.DueOn,
        };

    /// <summary>Not done on a day after the one on which it was due.</summary>
    public bool IsLate(DateOnly today) => State is not MilestoneState.Accepted && today > DueOn;

    internal void Tell(string text, IReadOnlyList<string> files, Actor by, DateTimeOffset at)
    {
        (State, Report, ReportedAt, ReportedBy, Found) = (MilestoneState.Reported, text, at, by.Name, null);
        Files = string.Join(' ', files);
    }

    internal void Settle(bool accepted, string found, DateTimeOffset at)
    {
        (State, Found) = (accepted ? MilestoneState.Accepted : MilestoneState.Open, found);
        AcceptedAt = accepted ? at : null;
    }
}

/// <summary>A milestone as a plan has it.</summary>
public sealed record MilestonePlan(string Text, string Unit, DateOnly DueOn);
