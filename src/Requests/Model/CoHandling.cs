using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>How another unit was asked in.</summary>
public enum CoKind
{
    /// <summary>协办: the unit that leads asks another for its part.</summary>
    CoHandle,

    /// <summary>吹哨: a township calls departments to the spot, which report for duty 报到.</summary>
    Whistle,
}

/// <summary>Where a co-handling stands.</summary>
public enum CoState
{
    /// <summary>待签收、待报到</summary>
    Asked,

    /// <summary>协办中、已报到</summary>
    Signed,

    /// <summary>已反馈，待牵头单位核对</summary>
    Reported,

    /// <summary>核对通过</summary>
    Accepted,

    /// <summary>不认为是本单位职责，待热线裁定</summary>
    Disputed,

    /// <summary>热线裁定不必协办</summary>
    Released,

    /// <summary>牵头单位撤回</summary>
    Withdrawn,

    /// <summary>没有完成，随工单结束</summary>
    Dropped,
}

/// <summary>How the unit that asked found the other's work; it is scored, as the other's view of the call is (双考核, Beijing regulation art. 16, 33).</summary>
public enum CoRating
{
    /// <summary>到位，问题解决</summary>
    Solved,

    /// <summary>到位，有推进</summary>
    Helped,

    /// <summary>到位，未推进</summary>
    Came,

    /// <summary>未到位</summary>
    Absent,
}

/// <summary>
/// 协办、吹哨报到: a part of a request that a unit of another tree does. The unit that leads answers for the whole (首接负责, Beijing regulation
/// art. 14), so its clocks run on; the co-handler has a time of its own.
/// </summary>
public sealed class CoHandling
{
    private CoHandling() { }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public CoKind Kind { get; private set; }

    /// <summary>The unit that asked and will check what comes back.</summary>
    public string From { get; private set; } = "";

    /// <summary>The unit that is to help.</summary>
    public string To { get; private set; } = "";

    public CoState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>By when a department that was called must have come; null for a 协办.</summary>
    public DateTimeOffset? SignDueAt { get; private set; }

    /// <summary>When the result is due; never later than the asker's own time.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>When the last interim report explained why it takes longer.</summary>
    public DateTimeOffset? InterimAt { get; private set; }

    /// <summary>When the result that stands was given.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int SentBack { get; private set; }

    /// <summary>The hotline ordered it; the unit may not decline again.</summary>
    public bool Ordered { get; private set; }

    /// <summary>The asker's view of the work; null until it was accepted.</summary>
    public CoRating? Rating { get; private set; }

    /// <summary>应吹: the department's view of the whistle; null for a 协办 or until it has reported.</summary>
    public bool? Fair { get; private set; }

    public bool Open => EndedAt is null;

    /// <summary>True where the time is over and the result is not there, or came too late.</summary>
    public bool LateAt(DateTimeOffset now) => (ReportedAt ?? EndedAt ?? now) > DueAt;

    /// <summary>True where the lead may reply without it: it is late and has said why.</summary>
    public bool Excused(DateTimeOffset now) => InterimAt is not null && LateAt(now);

    internal static CoHandling Ask(RequestId request, CoKind kind, string from, string to, DateTimeOffset due, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            RequestId = request,
            Kind = kind,
            From = from,
            To = to,
            AskedAt = at,
            SignDueAt = kind == CoKind.Whistle ? Min(at + ServiceRequest.WhistleWithin, due) : null,
            DueAt = due,
        };

    internal void Move(Step step)
    {
        State = CoHandlingLifecycle.Find(State, step.Action)!.To;
        switch (step.Action)
        {
            case RequestAction.CoSign:
                SignedAt ??= step.At;
                break;
            case RequestAction.CoInterim:
                InterimAt = step.At;
                break;
            case RequestAction.CoReport:
                ReportedAt = step.At;
                break;
            case RequestAction.CoSendBack:
                (ReportedAt, SentBack) = (null, SentBack + 1);
                break;
            case RequestAction.CoOrder:
                Ordered = true;
                break;
        }
        if (CoHandlingLifecycle.IsFinal(State))
            EndedAt = step.At;
    }

    internal void Rate(CoRating? rating) => Rating = rating;

    internal void Judge(bool? fair) => Fair = fair;

    internal void Drop(DateTimeOffset at) => (State, EndedAt) = (CoState.Dropped, at);

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
