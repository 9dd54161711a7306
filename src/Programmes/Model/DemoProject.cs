namespace Suiying.Programmes.Model;

/// <summary>One entry of a pack's <c>demo/projects.json</c>: a proposal and, where it was taken, its project.</summary>
public sealed record DemoProject
{
    public required string Title { get; init; }

    public required string Text { get; init; }

    public required ProposalSource Source { get; init; }

    public string From { get; init; } = "";

    /// <summary>Code of the category; empty for none.</summary>
    public string Category { get; init; } = "";

    /// <summary>Why it was not taken; empty where it was, or waits.</summary>
    public string Rejected { get; init; } = "";

    public Screening? Screening { get; init; }

    /// <summary>Null where nothing was decided.</summary>
    public Decided? Project { get; init; }

    /// <param name="Owner">责任领导, by post.</param>
    /// <param name="Lead">Code of the leading unit.</param>
    /// <param name="Supporting">Codes of the supporting units.</param>
    /// <param name="Goal">目标</param>
    /// <param name="Measure">计量单位</param>
    /// <param name="Target">目标数量</param>
    /// <param name="Done">已完成</param>
    /// <param name="Budget">万元</param>
    /// <param name="Paid">万元</param>
    /// <param name="Sites">点位</param>
    /// <param name="Milestones">节点; none where nobody has planned yet.</param>
    public sealed record Decided(
        string Owner,
        string Lead,
        IReadOnlyList<string> Supporting,
        string Goal,
        string Measure,
        decimal Target,
        decimal Done,
        decimal Budget,
        decimal Paid,
        IReadOnlyList<ProjectSite> Sites,
        IReadOnlyList<Milestone> Milestones
    );

    /// <param name="Text">What is to be reached.</param>
    /// <param name="Month">1 to 12: due on its last day.</param>
    /// <param name="Weight">占比</param>
    /// <param name="Report">What the lead told of it; null where nothing yet.</param>
    /// <param name="Late">So many days after it was due; before it where that is negative.</param>
    /// <param name="Accepted">A supervisor accepted it.</param>
    public sealed record Milestone(string Text, int Month, int Weight, string? Report = null, int Late = -3, bool Accepted = true);
}
