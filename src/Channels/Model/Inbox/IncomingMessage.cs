using Suiying.Contracts.People;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model.Inbox;

/// <summary>来件状态</summary>
public enum InboxState
{
    /// <summary>待处理</summary>
    Open,

    /// <summary>已登记: it became a request of the same id.</summary>
    Registered,

    /// <summary>已并入: it was added to a matter of its sender.</summary>
    Added,

    /// <summary>不受理: put aside, with a reason; can be taken back.</summary>
    Declined,
}

/// <summary>What came later in the same talk and was added to a message: only the sender's own id of it, so that it is not added twice.</summary>
public sealed class InboxPart
{
    private InboxPart() { }

    public InboxPart(Guid source, string externalId, Guid message) => (SourceId, ExternalId, MessageId) = (source, externalId, message);

    public Guid SourceId { get; private set; }

    public string ExternalId { get; private set; } = "";

    public Guid MessageId { get; private set; }
}

/// <summary>
/// 来件: one message as it came, until a person has decided about it. Its words are encrypted and its sender sealed. Its id is that of the request which
/// it may become, so that it never becomes two.
/// </summary>
public sealed class IncomingMessage
{
    public const int LongestReason = 200;

    /// <summary>Whoever looked so short a time ago still has it open.</summary>
    public static readonly TimeSpan Looking = TimeSpan.FromMinutes(1);

    private IncomingMessage() { }

    public IncomingMessage(Guid id, InboxSource source, MessageNotice notice, DateTimeOffset receivedAt) =>
        (Id, SourceId, Kind, ExternalId, At, ReceivedAt) = (id, source.Id, source.Kind, notice.Id, notice.At, receivedAt);

    public Guid Id { get; private set; }

    public Guid SourceId { get; private set; }

    public InboxKind Kind { get; private set; }

    /// <summary>The sender's own id of it; told twice, it is kept once.</summary>
    public string ExternalId { get; private set; } = "";

    /// <summary>The sealed sender; null where nobody is named, and once forgotten.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>138****0000 or z***@example.com; null like <see cref="PersonId"/>.</summary>
    public string? MaskedSender { get; private set; }

    /// <summary>Encrypted words; empty once forgotten.</summary>
    public string Content { get; private set; } = "";

    /// <summary>When it was written, by the sender's clock.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public InboxState State { get; private set; }

    /// <summary>Why it was put aside.</summary>
    public string? Reason { get; private set; }

    /// <summary>Number of the matter to which it was added.</summary>
    public string? Number { get; private set; }

    /// <summary>Who opened it last, or decided about it.</summary>
    public Guid? HandlerId { get; private set; }

    public string? HandlerName { get; private set; }

    public DateTimeOffset? HandledAt { get; private set; }

    public RequestId Request => new(Id);

    public PersonId? Person => PersonId is { } id ? new PersonId(id) : null;

    public void From(PersonId person, string masked) => (PersonId, MaskedSender) = (person.Value, masked);

    public void Keep(string encrypted) => Content = encrypted;

    /// <summary>The colleague who has it open at this moment, or null.</summary>
    public string? OpenAt(Actor by, DateTimeOffset now) =>
        State is InboxState.Open && HandlerId is { } id && id != by.Id && now - HandledAt < Looking ? HandlerName : null;

    /// <summary>Says that somebody has it open; whoever came first is not pushed aside.</summary>
    public void Open(Actor by, DateTimeOffset now)
    {
        if (State is InboxState.Open && OpenAt(by, now) is null)
            Touch(by, now);
    }

    /// <summary>Says that whoever had it open has left it.</summary>
    public void Leave(Actor by)
    {
        if (State is InboxState.Open && HandlerId == by.Id)
            (HandlerId, HandlerName, HandledAt) = (null, null, null);
    }

    public Refusal? Decline(string reason, Actor by, DateTimeOffset at)
    {
        if (Decide(InboxState.Declined, by, at) is { } refusal)
            return refusal;
        Reason = reason;
        return null;
    }

    public Refusal? Add(string number, Actor by, DateTimeOffset at)
    {
        if (Decide(InboxState.Added, by, at) is { } refusal)
            return refusal;
        Number = number;
        return null;
    }

    /// <summary>A request of its id exists. What was decided meanwhile gives way to that.</summary>
    public void Register(DateTimeOffset at) => (State, Reason, HandledAt) = (InboxState.Registered, null, at);

    /// <summary>放回: what was put aside waits again.</summary>
    public Refusal? Restore(Actor by, DateTimeOffset at)
    {
        if (State is not InboxState.Declined || Content.Length == 0)
            return new MessageNotAside();
        (State, Reason) = (InboxState.Open, null);
        Touch(by, at);
        return null;
    }

    /// <summary>Leaves times and states, and nothing of a person.</summary>
    public void Forget() => (PersonId, MaskedSender, Content, Reason) = (null, null, "", null);

    private MessageDecided? Decide(InboxState state, Actor by, DateTimeOffset at)
    {
        if (State is not InboxState.Open)
            return new MessageDecided();
        State = state;
        Touch(by, at);
        return null;
    }

    private void Touch(Actor by, DateTimeOffset at) => (HandlerId, HandlerName, HandledAt) = (by.Id, by.Name, at);
}
