using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model.Inbox;

/// <summary>来件来源: a program that hands messages in, such as an SMS gateway, or an account of the city's own, such as its mailbox.</summary>
public sealed class InboxSource : ConnectedProgram
{
    private InboxSource() { }

    public InboxSource(Guid id, InboxKind kind, string name, Actor by, DateTimeOffset at)
        : base(id, name, by, at) => Kind = kind;

    public InboxKind Kind { get; private set; }

    /// <summary>True for an account of the city itself: this program fetches or is sent what comes there, by its own setting.</summary>
    public bool IsOwn => Secret.Length == 0;
}
