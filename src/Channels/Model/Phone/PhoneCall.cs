using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Model.Phone;

/// <summary>
/// 通话, as the exchange's events tell it, in whatever order they come. Nobody's number is in it: the caller is sealed, and only once an
/// agent's phone rings.
/// </summary>
public sealed class PhoneCall
{
    /// <summary>After-call work that nobody ended is not shown, nor counted, after this.</summary>
    public static readonly TimeSpan LongestWrapUp = TimeSpan.FromMinutes(10);

    /// <summary>A call whose end was never told is taken to be over.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromHours(4);

    private PhoneCall() { }

    public PhoneCall(Guid id, Guid exchange, CallNotice first) =>
        (Id, ExchangeId, ExternalId, AskedAt) = (id, exchange, first.Call, first.At);

    public Guid Id { get; private set; }

    public Guid ExchangeId { get; private set; }

    /// <summary>What the exchange calls it.</summary>
    public string ExternalId { get; private set; } = "";

    /// <summary>The sealed caller.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>138****0000</summary>
    public string? MaskedPhone { get; private set; }

    /// <summary>When the caller first asked for a person: the wait begins here.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? RangAt { get; private set; }

    /// <summary>When the first agent took it.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the agent who has it now took it; null while their phone rings.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the after-call work was done.</summary>
    public DateTimeOffset? WrappedAt { get; private set; }

    /// <summary>Account of the agent who has it, or had it last.</summary>
    public Guid? AgentId { get; private set; }

    /// <summary>When it was given to that agent: an older event that comes late changes nothing.</summary>
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>Where it went when it left the hotline.</summary>
    public string? TransferredTo { get; private set; }

    public string? Recording { get; private set; }

    /// <summary>All lines were taken.</summary>
    public bool Busy { get; private set; }

    /// <summary>Made by a generator.</summary>
    public bool Synthetic { get; private set; }

    public CallTimes Times => new(AskedAt, AnsweredAt, EndedAt, WrappedAt, Busy);

    public CallState StateAt(DateTimeOffset now) =>
        EndedAt is { } ended
            ? AnsweredAt is null
                ? CallState.Missed
                : WrappedAt is null && now < ended + LongestWrapUp
                    ? CallState.WrappingUp
                    : CallState.Done
            : now > AskedAt + LongestCall
                ? AnsweredAt is null
                    ? CallState.Missed
                    : CallState.Done
                : TakenAt is not null
                    ? CallState.Talking
                    : AgentId is not null
                        ? CallState.Ringing
                        : CallState.Waiting;

    /// <summary>Takes what the exchange told. Told again it changes nothing.</summary>
    /// <param name="notice">What was told.</param>
    /// <param name="agent">The account of <see cref="CallNotice.Agent"/>; null where there is none such.</param>
    public void Take(CallNotice notice, Guid? agent)
    {
        AskedAt = Earlier(AskedAt, notice.At);
        Recording = notice.Recording ?? Recording;
        switch (notice.Kind)
        {
            case CallEventKind.Ringing:
                RangAt = Earlier(RangAt ?? notice.At, notice.At);
                Give(agent, notice.At);
                break;
            case CallEventKind.Answered:
                AnsweredAt = Earlier(AnsweredAt ?? notice.At, notice.At);
                Give(agent, notice.At);
                if (AgentId == agent)
                    TakenAt = notice.At;
                break;
            case CallEventKind.Transferred when notice.To is null:
                Give(agent, notice.At);
                break;
            case CallEventKind.Transferred:
                (TransferredTo, EndedAt) = (notice.To, notice.At);
                break;
            case CallEventKind.Ended:
                EndedAt ??= notice.At;
                break;
            case CallEventKind.Busy:
                (Busy, EndedAt) = (true, notice.At);
                break;
        }
    }

    /// <summary>Notes whose call it is; the first who is known stays.</summary>
    public void Know(PersonId caller, string? maskedPhone) =>
        (PersonId, MaskedPhone) = (PersonId ?? caller.Value, MaskedPhone ?? maskedPhone);

    /// <summary>Ends the after-call work.</summary>
    public void FinishWrapUp(DateTimeOffset at) => WrappedAt ??= EndedAt is { } ended && at > ended ? at : EndedAt;

    /// <summary>Says no longer whose call it was.</summary>
    public void Forget() => (PersonId, MaskedPhone, Recording) = (null, null, null);

    public PhoneCall AsSynthetic()
    {
        Synthetic = true;
        return this;
    }

    private void Give(Guid? agent, DateTimeOffset at)
    {
        if (agent is null || GivenAt > at)
            return;
        if (AgentId != agent)
            TakenAt = null;
        (AgentId, GivenAt) = (agent, at);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
