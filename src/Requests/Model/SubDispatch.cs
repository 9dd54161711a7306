using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>Where a sub-dispatch stands.</summary>
public enum SubState
{
    /// <summary>待下级签收</summary>
    Given,

    /// <summary>下级办理中</summary>
    Signed,

    /// <summary>已上报，待核对</summary>
    Reported,

    /// <summary>核对通过</summary>
    Accepted,

    /// <summary>下级退回</summary>
    Returned,

    /// <summary>已收回</summary>
    Recalled,
}

/// <summary>
/// 交办下级: a unit gives its request on to a unit of its own tree (county to township to village, department to section), which reports
/// the result up again. The unit that was first given the request stays answerable for it (首接负责, Beijing regulation art. 14), so its
/// clocks run on.
/// </summary>
public sealed class SubDispatch
{
    private SubDispatch() { }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    /// <summary>1 where the answerable unit gave it on, 2 where that one's taker did, and so on.</summary>
    public int Level { get; private set; }

    /// <summary>The unit that gave it on and will check the report.</summary>
    public string From { get; private set; } = "";

    /// <summary>The unit that is to do it.</summary>
    public string To { get; private set; } = "";

    public SubState State { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>When the report is due; never later than the giver's own time.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>When the report that stands was made.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How often a report was sent back.</summary>
    public int SentBack { get; private set; }

    /// <summary>Who had it in hand at the giver; gets it back.</summary>
    public Guid? GiverId { get; private set; }

    public string? GiverName { get; private set; }

    /// <summary>Who made the report; gets it back where it is sent back.</summary>
    public Guid? TakerId { get; private set; }

    public string? TakerName { get; private set; }

    public bool Open => EndedAt is null;

    /// <summary>The unit whose turn it is: the giver checks a report, until then the taker works.</summary>
    public string Turn => State == SubState.Reported ? From : To;

    internal static SubDispatch Give(ServiceRequest request, string from, string to, DateTimeOffset due, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            RequestId = request.Id,
            Level = (request.Innermost?.Level ?? 0) + 1,
            From = from,
            To = to,
            GivenAt = at,
            DueAt = due,
            GiverId = request.HandlerId,
            GiverName = request.HandlerName,
        };

    /// <summary>Follows its table, which the caller has asked; says who has the request in hand from now on.</summary>
    internal (Guid?, string?) Move(Step step, (Guid?, string?) handler)
    {
        State = SubDispatchLifecycle.Find(State, step.Action)!.To;
        switch (step.Action)
        {
            case RequestAction.SubSign:
                SignedAt = step.At;
                return (step.By.Id, step.By.Name);
            case RequestAction.SubReport:
                ReportedAt = step.At;
                (TakerId, TakerName) = handler;
                break;
            case RequestAction.SubSendBack:
                (ReportedAt, SentBack) = (null, SentBack + 1);
                return (TakerId, TakerName);
        }
        if (SubDispatchLifecycle.IsFinal(State))
            EndedAt = step.At;
        return (GiverId, GiverName);
    }

    /// <summary>收回, also where the request itself has come to its end; says who had it in hand at the giver.</summary>
    internal (Guid?, string?) Recall(DateTimeOffset at)
    {
        (State, EndedAt) = (SubState.Recalled, at);
        return (GiverId, GiverName);
    }
}
