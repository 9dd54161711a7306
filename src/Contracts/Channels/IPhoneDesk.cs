using Suiying.Contracts.People;
using Suiying.Kernel;

namespace Suiying.Contracts.Channels;

/// <summary>通话状态, as the exchange last told it.</summary>
public enum CallState
{
    /// <summary>排队中: the caller waits and no seat rings yet.</summary>
    Waiting,

    /// <summary>振铃</summary>
    Ringing,

    /// <summary>通话中</summary>
    Talking,

    /// <summary>整理中: the caller has gone, the agent still writes.</summary>
    WrappingUp,

    /// <summary>已结束: answered and done with.</summary>
    Done,

    /// <summary>未接通: the caller gave up, or all lines were busy.</summary>
    Missed,
}

/// <summary>坐席状态, as the agent says.</summary>
public enum SeatState
{
    /// <summary>未签入</summary>
    Away,

    /// <summary>就绪: calls may come.</summary>
    Ready,

    /// <summary>小休</summary>
    Break,
}

/// <summary>A call that one agent has in hand. The number itself stays sealed.</summary>
public sealed record CallInHand
{
    public required Guid Id { get; init; }

    public required CallState State { get; init; }

    /// <summary>The sealed caller; null while nobody is known, as where the number is withheld.</summary>
    public required PersonId? Caller { get; init; }

    /// <summary>138****0000; null where the number is withheld.</summary>
    public required string? MaskedPhone { get; init; }

    /// <summary>When it first asked for a person.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>What an agent's phone panel shows.</summary>
/// <param name="Connected">False where no exchange is set up; the panel then shows nothing.</param>
/// <param name="Seat">What the agent said last.</param>
/// <param name="Call">The call in hand, or null.</param>
public sealed record PhonePanel(bool Connected, SeatState Seat, CallInHand? Call);

/// <summary>What is kept of a call beside a request that came by it.</summary>
/// <param name="AnsweredAt">When an agent took it; null where nobody did.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="Agent">Account id of the agent who had it last.</param>
/// <param name="Recording">Where the recording is; null where there is none. Whoever opens it is logged first.</param>
public sealed record CallRecord(DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, Guid? Agent, Uri? Recording);

/// <summary>The phone beside the agent's desk: fed by the events of the exchange, answered by the agent's few presses.</summary>
public interface IPhoneDesk
{
    /// <summary>What this agent's panel shows now; also says that the agent is still there.</summary>
    Task<PhonePanel> Look(Actor by, CancellationToken ct);

    /// <summary>Calls back as soon as this process hears of something for this agent; what another process hears is found by looking.</summary>
    IDisposable Listen(Guid agent, Action changed);

    /// <summary>就绪, 小休 or 签出.</summary>
    Task<Outcome<Done>> SetSeat(SeatState seat, Actor by, CancellationToken ct);

    /// <summary>整理完成: the after-call work ends now.</summary>
    Task<Outcome<Done>> FinishCall(Guid call, Actor by, CancellationToken ct);

    /// <summary>What is kept of a call; null where there is no such call.</summary>
    Task<CallRecord?> Find(Guid call, CancellationToken ct);
}
