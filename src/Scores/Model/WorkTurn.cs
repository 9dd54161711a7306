using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>承办轮次: one unit has one request, from the step that gave it until it went to another unit, back for a second handling, or ended.</summary>
internal sealed class WorkTurn
{
    /// <summary>How soon after its end a matter that comes again speaks of the first answer: domain C.5, [D].</summary>
    public static readonly TimeSpan AgainWithin = TimeSpan.FromDays(30);

    private readonly WorkTurn? root;
    private WorkTurn? last;

    private WorkTurn(JournalStep given, WorkTurn? root, bool passed)
    {
        this.root = root;
        (Given, Unit, Passed) = (given, given.Unit ?? "", passed);
        (SignDue, ReplyDue) = (given.SignDueAt, given.ReplyDueAt);
    }

    /// <summary>The step that gave it.</summary>
    public JournalStep Given { get; }

    public string Unit { get; }

    /// <summary>A dispatch, and no second handling or reopening of one.</summary>
    public bool IsRoot => root is null;

    /// <summary>The newest round of the same dispatch.</summary>
    public WorkTurn Last => (root ?? this).last ?? root ?? this;

    /// <summary>Another unit had it first.</summary>
    public bool Passed { get; }

    public DateTimeOffset? SignDue { get; private set; }

    public DateTimeOffset? ReplyDue { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public DateTimeOffset? ContactedAt { get; private set; }

    /// <summary>The reply that stands.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>It was answered in another system, whose clock and habits are not this unit's.</summary>
    public bool Elsewhere { get; private set; }

    /// <summary>How often a reply was sent back; at most twice.</summary>
    public int SentBack { get; private set; }

    public bool Returned { get; private set; }

    /// <summary>The person's first answer after a reply.</summary>
    public JournalStep? Asked { get; private set; }

    public DateTimeOffset? UnreachedAt { get; private set; }

    /// <summary>When the round was over; null while it runs.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    /// <summary>Nobody owes anything of it any more.</summary>
    public bool Ended { get; private set; }

    /// <summary>When the same matter went to the unit again after this round.</summary>
    public DateTimeOffset? AgainAt { get; private set; }

    /// <summary>A dispatch.</summary>
    public static WorkTurn Of(JournalStep given, bool passed) => new(given, null, passed);

    /// <summary>A second handling or reopening of this round.</summary>
    public WorkTurn Again(JournalStep given)
    {
        AgainAt = given.At;
        OverAt ??= given.At;
        var root = this.root ?? this;
        return root.last = new WorkTurn(given, root, Passed);
    }

    /// <summary>One more step of the round.</summary>
    public void Take(JournalStep step)
    {
        switch (step.Kind)
        {
            case WorkKind.Signed:
                SignedAt ??= step.At;
                break;
            case WorkKind.Contacted:
                ContactedAt ??= step.At;
                break;
            case WorkKind.Replied:
                RepliedAt = step.At;
                break;
            case WorkKind.SentBack:
                (RepliedAt, SentBack) = (null, SentBack + 1);
                break;
            case WorkKind.Returned:
                (Returned, OverAt) = (true, step.At);
                break;
            case WorkKind.Unreached:
                UnreachedAt = step.At;
                break;
            case WorkKind.EndedElsewhere:
                (RepliedAt, Elsewhere) = (step.At, true);
                break;
        }
        if (step.Answers is not null && RepliedAt is not null)
            Asked ??= step;
        // The clock of a second handling is the next round's.
        if (step.Kind is not (WorkKind.Returned or WorkKind.SecondHandling or WorkKind.Reopened))
            (SignDue, ReplyDue) = (step.SignDueAt, step.ReplyDueAt);
        if (step.Ended)
            (Ended, OverAt) = (true, OverAt ?? step.At);
    }
}
