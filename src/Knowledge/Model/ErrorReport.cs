namespace Suiying.Knowledge.Model;

/// <summary>纠错状态</summary>
public enum ReportState
{
    Open,
    Accepted,
    Corrected,
    Kept,
}

/// <summary>纠错操作</summary>
public enum ReportAction
{
    Accept,
    Keep,
    Correct,
}

/// <summary>One allowed step of an error report and why it is allowed.</summary>
public sealed record ReportRow(ReportState From, ReportAction Action, ReportState To, string Because, params Role[] By);

/// <summary>纠错规则表: the life of one 纠错 as a table.</summary>
public static class ReportLifecycle
{
    public static IReadOnlyList<ReportRow> Rows { get; } =
    [
        new(ReportState.Open, ReportAction.Accept, ReportState.Accepted, "确实有错的，认可并改成新的一版。", Role.UnitHandler),
        new(ReportState.Open, ReportAction.Keep, ReportState.Kept, "核对后没有错的，说明理由。", Role.UnitHandler),
        new(ReportState.Accepted, ReportAction.Keep, ReportState.Kept, "改的时候发现没有错的，说明理由。", Role.UnitHandler),
        new(ReportState.Accepted, ReportAction.Correct, ReportState.Corrected, "改好的一版发布或条目撤下，纠错随之办结。", Role.System),
        new(ReportState.Open, ReportAction.Correct, ReportState.Corrected, "条目撤下，纠错随之办结。", Role.System),
    ];

    public static ReportRow? Find(ReportState from, ReportAction action) => Rows.FirstOrDefault(r => r.From == from && r.Action == action);

    public static bool IsFinal(ReportState state) => state is ReportState.Corrected or ReportState.Kept;
}

/// <summary>纠错: somebody says that a published item is wrong. Of a resident nothing is kept but the text.</summary>
public sealed class ErrorReport
{
    public const int Shortest = 5;
    public const int Longest = 500;

    private ErrorReport() { }

    public Guid Id { get; private set; }

    public Guid ItemId { get; private set; }

    /// <summary>The version that is said to be wrong.</summary>
    public int Version { get; private set; }

    /// <summary>What is wrong, without the personal data that was found in it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Of staff alone.</summary>
    public Guid? ReporterId { get; private set; }

    /// <summary>A work name; null for a resident.</summary>
    public string? ReporterName { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public ReportState State { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the owner says of it.</summary>
    public string Answer { get; private set; } = "";

    public string? AnsweredBy { get; private set; }

    public static ErrorReport Of(KnowledgeItem item, string text, Actor by, DateTimeOffset at, DateTimeOffset due)
    {
        var staff = !by.Is(Role.Resident);
        return new ErrorReport
        {
            Id = Guid.CreateVersion7(at),
            ItemId = item.Id,
            Version = item.Published ?? item.Newest,
            Text = text,
            ReporterId = staff ? by.Id : null,
            ReporterName = staff ? by.Name : null,
            At = at,
            DueAt = due,
        };
    }

    /// <summary>An answer by hand, or the end that came with a version.</summary>
    public Outcome<Done> Take(ReportAction action, Actor by, DateTimeOffset at, string answer)
    {
        if (!ReportLifecycle.Rows.Any(r => r.Action == action && by.IsAny(r.By)))
            return new NotAllowed();
        if (ReportLifecycle.Find(State, action) is not { } row || !by.IsAny(row.By))
            return new ReportEnded();
        State = row.To;
        if (answer.Length > 0)
            (Answer, AnsweredBy) = (answer, by.Name);
        if (ReportLifecycle.IsFinal(State))
            EndedAt = at;
        return default(Done);
    }

    public bool IsLate(DateTimeOffset now) => (EndedAt ?? now) > DueAt;
}
