using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>
/// Rungs of 督办, lowest first (信访工作条例 art. 39, 40; Weifang regulation art. 26), and 领导批示 beside them. What follows the last rung,
/// 责令限期整改 and 追责建议, is another procedure.
/// </summary>
public enum SupervisionLevel
{
    /// <summary>督办通知</summary>
    Notice,

    /// <summary>约谈</summary>
    Interview,

    /// <summary>通报</summary>
    Circular,

    /// <summary>挂牌督办; shown to the public</summary>
    Listing,

    /// <summary>领导批示: no rung, an instruction with a time and a reply.</summary>
    Instruction,
}

/// <summary>Why a unit is supervised (Weifang regulation art. 26, Jinan regulation art. 28).</summary>
public enum SupervisionReason
{
    /// <summary>拒不签收或推诿</summary>
    S01NotReceived,

    /// <summary>逾期未办结</summary>
    S02Overdue,

    /// <summary>应解决未解决</summary>
    S03ShouldHaveSolved,

    /// <summary>重复或集体反映未解决</summary>
    S04Repeated,

    /// <summary>答复不实</summary>
    S05FalseReply,

    /// <summary>造成不良影响</summary>
    S06BadEffect,

    /// <summary>重大疑难: may begin on any rung.</summary>
    S07Major,
}

/// <summary>Where one supervision stands.</summary>
public enum SupervisionState
{
    /// <summary>已发出，待单位回复</summary>
    Issued,

    /// <summary>单位已回复，待核对</summary>
    Answered,

    /// <summary>已解除</summary>
    Released,

    /// <summary>已升级</summary>
    Escalated,

    /// <summary>随工单结束或改派</summary>
    Lapsed,
}

/// <summary>督办, 批示: what a unit is told to do about a request, by when it answers, and how that ended. The person's clock and the unit's run on.</summary>
public sealed class Supervision
{
    public const int LongestName = 40;

    private Supervision() { }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public SupervisionLevel Level { get; private set; }

    /// <summary>The answerable unit then.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Null for an instruction.</summary>
    public SupervisionReason? Reason { get; private set; }

    /// <summary>The supervisor who issued it, or the leader whose instruction it is.</summary>
    public string ByName { get; private set; } = "";

    public SupervisionState State { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>By when the unit answers; a rejected answer gets a time of its own.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the answer that stands was given; null while one is owed.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int SentBack { get; private set; }

    public bool Open => EndedAt is null;

    public bool LateAt(DateTimeOffset now) => (AnsweredAt ?? EndedAt ?? now) > DueAt;

    internal static Supervision Issue(
        ServiceRequest request,
        SupervisionLevel level,
        SupervisionReason? reason,
        string by,
        DateTimeOffset due,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            RequestId = request.Id,
            Level = level,
            Unit = request.Unit ?? "",
            Reason = reason,
            ByName = by,
            IssuedAt = at,
            DueAt = due,
        };

    internal void Move(Step step, DateTimeOffset? due = null)
    {
        State = SupervisionLifecycle.Find(State, step.Action)!.To;
        if (step.Action == RequestAction.AnswerSupervision)
            AnsweredAt = step.At;
        if (step.Action == RequestAction.SendBackSupervision)
            (AnsweredAt, SentBack, DueAt) = (null, SentBack + 1, due ?? DueAt);
        if (SupervisionLifecycle.IsFinal(State))
            EndedAt = step.At;
    }

    internal void Lapse(DateTimeOffset at) => (State, EndedAt) = (SupervisionState.Lapsed, at);
}
