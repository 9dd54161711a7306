using Suiying.Contracts.People;
using Suiying.Kernel;

namespace Suiying.Contracts.Requests;

/// <summary>来件渠道: by which way a message came that a person reads before it becomes a request.</summary>
public enum InboxKind
{
    /// <summary>短信</summary>
    Sms,

    /// <summary>电子邮件</summary>
    Email,

    /// <summary>市长信箱</summary>
    Mailbox,

    /// <summary>领导留言板</summary>
    LeaderBoard,

    /// <summary>110转来</summary>
    Hotline110,

    /// <summary>部门转来</summary>
    Department,

    /// <summary>微信: the city's own official account.</summary>
    WeChat,
}

/// <summary>A message that an agent begins to register.</summary>
public sealed record IncomingDraft
{
    /// <summary>The message's id, which its request will have: a message never becomes two requests.</summary>
    public required RequestId Id { get; init; }

    /// <summary>By which way it came.</summary>
    public required InboxKind Kind { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>How the sender calls themselves; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The sealed sender; null where nobody is named.</summary>
    public PersonId? Person { get; init; }

    /// <summary>What agents may see of the sender without opening.</summary>
    public string Masked { get; init; } = "";

    /// <summary>The number that the forwarding side gave it; may be empty.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Files of its photos.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>Says nothing of the sender.</summary>
    public override string ToString() => $"IncomingDraft {Id}";
}

/// <summary>What a message adds to a matter of its sender.</summary>
public sealed record IntakeFacts
{
    /// <summary>工单编号</summary>
    public required string Number { get; init; }

    /// <summary>The sealed sender: the matter must be theirs.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The same for every retry.</summary>
    public required Guid Key { get; init; }

    /// <summary>2 to 2,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Files of its photos.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>Says nothing of the sender.</summary>
    public override string ToString() => $"IntakeFacts {Number}";
}

/// <summary>A matter of one person, as the agent may see it.</summary>
/// <param name="Number">工单编号</param>
/// <param name="Title">What it is about.</param>
/// <param name="State">工单状态, in the city's words.</param>
/// <param name="Ended">True where nobody owes anything any more.</param>
/// <param name="RegisteredAt">When it came.</param>
public sealed record PersonMatter(string Number, string Title, string State, bool Ended, DateTimeOffset RegisteredAt);

/// <summary>受理台: what comes in as a message is registered on the agent's call page, or added to a matter of the same person.</summary>
public interface IIntakeDesk
{
    /// <summary>The newest matters of a person that this member of the hotline, or the person, may see, newest first.</summary>
    Task<IReadOnlyList<PersonMatter>> MattersOf(PersonId person, Actor by, CancellationToken ct);

    /// <summary>Numbers of those of these requests that exist and that this member of the hotline may see.</summary>
    Task<IReadOnlyDictionary<RequestId, string>> NumbersOf(IReadOnlyCollection<RequestId> requests, Actor by, CancellationToken ct);

    /// <summary>Puts a message on the agent's call page as a registration that is begun; refused while a colleague writes at it.</summary>
    Task<Outcome<Done>> Begin(IncomingDraft draft, Actor by, CancellationToken ct);

    /// <summary>Adds what a message says to a matter of its sender, as the sender.</summary>
    Task<Outcome<Done>> Add(IntakeFacts facts, Actor by, CancellationToken ct);
}
