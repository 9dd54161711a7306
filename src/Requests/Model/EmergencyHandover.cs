using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>The emergency services with which a hotline hands matters over (domain A.3 art. 11(1), A.14).</summary>
public enum EmergencyLine
{
    Police110,
    Fire119,
    Ambulance120,
    Traffic122,
}

/// <summary>转接方式: how a matter goes from one platform to the other (domain A.14).</summary>
public enum HandoverMode
{
    /// <summary>热转接: the call itself is put through.</summary>
    Hot,

    /// <summary>三方通话: both platforms speak with the caller and agree.</summary>
    ThreeWay,

    /// <summary>转单: the ticket is sent, nobody is on the line.</summary>
    Ticket,
}

/// <summary>Where a handover stands.</summary>
public enum HandoverState
{
    /// <summary>A ticket that the other platform has not confirmed.</summary>
    Waiting,

    Accepted,

    /// <summary>The other platform did not take it; who received the matter first deals with it.</summary>
    Declined,
}

/// <summary>
/// 转接记录: one matter that went to an emergency service, or came from one (国办发〔2022〕12号, domain A.14). Its steps are actions of
/// <see cref="RequestLifecycle"/>; whoever is on the line is connected, so only a ticket waits.
/// </summary>
public sealed class EmergencyHandover
{
    /// <summary>Longest number of a call, an incident or an officer at the other platform.</summary>
    public const int LongestReference = 32;

    private EmergencyHandover() { }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public EmergencyLine Line { get; private set; }

    public HandoverMode Mode { get; private set; }

    /// <summary>True where the emergency service handed it to the hotline.</summary>
    public bool Incoming { get; private set; }

    public HandoverState State { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When the other platform confirmed or declined.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>警单号、工号: what the other platform calls the incident or who took it; empty where it was not told.</summary>
    public string Reference { get; private set; } = "";

    internal static EmergencyHandover Start(
        ServiceRequest request,
        EmergencyLine line,
        HandoverMode mode,
        DateTimeOffset at,
        string? reference = null,
        bool incoming = false
    )
    {
        var waits = mode == HandoverMode.Ticket && !incoming;
        return new()
        {
            Id = Guid.CreateVersion7(at),
            RequestId = request.Id,
            Line = line,
            Mode = mode,
            Incoming = incoming,
            State = waits ? HandoverState.Waiting : HandoverState.Accepted,
            At = at,
            AnsweredAt = waits ? null : at,
            Reference = reference?.Trim() ?? "",
        };
    }

    internal void Answer(HandoverState state, DateTimeOffset at, string? reference = null) =>
        (State, AnsweredAt, Reference) = (state, at, string.IsNullOrWhiteSpace(reference) ? Reference : reference.Trim());

    /// <summary>A reference is a number, never words about somebody.</summary>
    internal static Refusal? CheckReference(string? reference, bool needed = false)
    {
        var text = reference?.Trim() ?? "";
        if (text.Length == 0)
            return needed ? Refusal.Invalid(new FieldProblem("reference", "请填写对方的警单号或接警员工号。")) : null;
        return text.Length <= LongestReference && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? null
            : Refusal.Invalid(new FieldProblem("reference", $"警单号或工号只能是字母、数字和短横，最多{LongestReference}位。"));
    }
}
