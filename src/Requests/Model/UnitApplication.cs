using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>What a unit may apply for.</summary>
public enum ApplicationKind
{
    /// <summary>延期</summary>
    Extension,

    /// <summary>挂账</summary>
    Hang,

    /// <summary>终止</summary>
    Termination,
}

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>待裁定</summary>
    Asked,

    Granted,

    Declined,

    /// <summary>The request went on without it: it was replied to, returned or ended first.</summary>
    Lapsed,
}

/// <summary>延期的理由 (domain A.6)</summary>
public enum ExtensionReason
{
    LongerByLaw,
    Testing,
    Works,
    Season,
    Proceedings,
    OtherExtension,
}

/// <summary>挂账的理由: why it cannot be solved now.</summary>
public enum HangReason
{
    Planning,
    Funds,
    Policy,
    History,
    OtherHang,
}

/// <summary>终止的原因 (domain A.8); T01, withdrawn, is the person's own action.</summary>
public enum TerminationReason
{
    T02NotCooperating,
    T03NotOurs,
}

/// <summary>
/// 申请: what a unit asks of the hotline while it works on a request, and how that was decided (Beijing regulation art. 15, domain A.6, A.7).
/// Only one waits at a time; its texts are notes of the request.
/// </summary>
public sealed class UnitApplication
{
    private UnitApplication() { }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public ApplicationKind Kind { get; private set; }

    public ApplicationState State { get; private set; }

    /// <summary>The unit that asks.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Reason code of its kind.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Until when: the reply's new date, or the date of the plan; null for a termination.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>When the reply was due before; null where none was.</summary>
    public DateTimeOffset? DueBefore { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>When the unit told the person of an extension.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>
    /// True where an extension does not count for scores: nobody told the person before the first date was over (domain A.6). False for all else.
    /// </summary>
    public bool Void => Kind == ApplicationKind.Extension && State == ApplicationState.Granted && !(ToldAt <= DueBefore);

    internal static UnitApplication Ask(
        ServiceRequest request,
        ApplicationKind kind,
        string reason,
        DateTimeOffset? until,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            RequestId = request.Id,
            Kind = kind,
            Unit = request.Unit ?? "",
            Reason = reason,
            AskedAt = at,
            Until = until,
            DueBefore = request.ReplyDueAt,
        };

    internal void Decide(ApplicationState decision, Guid by, DateTimeOffset at) => (State, DecidedBy, DecidedAt) = (decision, by, at);

    internal void Lapse(DateTimeOffset at) => (State, DecidedAt) = (ApplicationState.Lapsed, at);

    internal void Tell(DateTimeOffset at) => ToldAt = at;
}
