using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>What a person may ask of the data in their request (个人信息保护法 art. 44–48).</summary>
public enum DataRight
{
    /// <summary>查阅、复制 (art. 45): also what no page shows them, such as recordings.</summary>
    Access,

    /// <summary>更正、补充 (art. 46)</summary>
    Correct,

    /// <summary>删除 (art. 47)</summary>
    Delete,

    /// <summary>解释说明 (art. 24, 48): by which rules it is handled.</summary>
    Explain,
}

/// <summary>Where one claim stands.</summary>
public enum ClaimState
{
    /// <summary>待答复</summary>
    Asked,

    /// <summary>已办理</summary>
    Granted,

    /// <summary>不予办理; the person may have it reviewed once.</summary>
    Refused,

    /// <summary>复核中</summary>
    Contested,

    /// <summary>复核维持不予办理; what is left is the court or the authority (art. 50, 65).</summary>
    Upheld,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>Why a claim is refused; a refusal always names its ground (art. 50).</summary>
public enum ClaimRefusal
{
    /// <summary>办理还需要，处理目的没有实现 (art. 47 I 1)</summary>
    D01StillNeeded,

    /// <summary>法定保存期限未届满 (art. 47 II)</summary>
    D02KeptByLaw,

    /// <summary>不能确认是本人</summary>
    D03NotShown,

    /// <summary>核实后记录无误 (art. 46 II)</summary>
    D04FoundCorrect,

    /// <summary>涉及他人的个人信息</summary>
    D05OfOthers,

    /// <summary>依法应当保密 (art. 18, 35, 45)</summary>
    D06Secret,

    /// <summary>技术上难以删除，已停止除存储和安全保护以外的处理 (art. 47 II)</summary>
    D07CannotErase,
}

/// <summary>
/// 个人信息权利请求: what a person asks of the data in their request, by when it is answered and how. Its words are notes and its steps stand in the
/// request's own journal; the request's clocks run on.
/// </summary>
public sealed class RightsClaim
{
    private RightsClaim() { }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    /// <summary>1 for the first of its request: 工单编号 and this make the claim's own number.</summary>
    public int Ordinal { get; private set; }

    public DataRight Right { get; private set; }

    public ClaimState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>By when it is answered; a review has a time of its own.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the answer that stands was given, or it was withdrawn; null while one is owed.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why it was refused, the last time that it was.</summary>
    public ClaimRefusal? Ground { get; private set; }

    /// <summary>Who gave the first answer; somebody else reviews it.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>True while an answer is owed.</summary>
    public bool Open => State is ClaimState.Asked or ClaimState.Contested;

    public bool LateAt(DateTimeOffset now) => (AnsweredAt ?? now) > DueAt;

    internal static RightsClaim Ask(ServiceRequest request, DataRight right, DateTimeOffset due, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            RequestId = request.Id,
            Ordinal = request.ClaimCount + 1,
            Right = right,
            AskedAt = at,
            DueAt = due,
        };

    internal void Move(Step step, ClaimRefusal? ground = null, DateTimeOffset? due = null)
    {
        State = RightsLifecycle.Find(State, step.Action)!.To;
        AnsweredAt = Open ? null : step.At;
        Ground = ground ?? Ground;
        DueAt = due ?? DueAt;
        if (step.Action is RequestAction.GrantClaim or RequestAction.RefuseClaim)
            DecidedBy = step.By.Id;
    }
}
