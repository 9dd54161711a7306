using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model.Inbox;

/// <summary>来件来源: a program that hands messages in, such as an SMS gateway or the leaders' mailbox. Its secret is kept encrypted.</summary>
public sealed class InboxSource
{
    public const int LongestName = 60;
    public const int LongestReason = 200;

    private InboxSource() { }

    public InboxSource(Guid id, InboxKind kind, string name, Actor by, DateTimeOffset at) =>
        (Id, Kind, Name, CreatedBy, CreatedAt) = (id, kind, name, by.Name, at);

    public Guid Id { get; private set; }

    public InboxKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Encrypted; empty for an account of the city's own.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>True for an account of the city itself, such as a mailbox: this program fetches or is sent what comes there, by its own setting.</summary>
    public bool IsOwn => Secret.Length == 0;

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public string? RevokedBecause { get; private set; }

    /// <summary>When the last message came.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>What was wrong with the last message that had something wrong.</summary>
    public string? Problem { get; private set; }

    public DateTimeOffset? ProblemAt { get; private set; }

    public void Keep(string encrypted) => Secret = encrypted;

    public void Revoke(string reason, Actor by, DateTimeOffset at) => (RevokedAt, RevokedBy, RevokedBecause) = (at, by.Name, reason);

    public void Heard(DateTimeOffset at) => HeardAt = at;

    /// <summary>Null says that it is well again.</summary>
    public void Note(string? problem, DateTimeOffset at) => (Problem, ProblemAt) = (problem, problem is null ? null : at);
}
