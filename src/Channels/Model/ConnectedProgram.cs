namespace Suiying.Channels.Model;

/// <summary>接入的程序: another program that signs what it hands in. Its secret is kept encrypted, because signatures are checked with it.</summary>
public abstract class ConnectedProgram
{
    public const int LongestName = 60;
    public const int LongestReason = 200;

    protected ConnectedProgram() { }

    protected ConnectedProgram(Guid id, string name, Actor by, DateTimeOffset at) =>
        (Id, Name, CreatedBy, CreatedAt) = (id, name, by.Name, at);

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Encrypted; empty for an account of the city's own.</summary>
    public string Secret { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public string? RevokedBecause { get; private set; }

    /// <summary>When it last handed something in.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>What was wrong with the last that had something wrong; null where it is well again.</summary>
    public string? Problem { get; private set; }

    public DateTimeOffset? ProblemAt { get; private set; }

    public void Keep(string encrypted) => Secret = encrypted;

    public void Revoke(string reason, Actor by, DateTimeOffset at) => (RevokedAt, RevokedBy, RevokedBecause) = (at, by.Name, reason);

    /// <summary>Not oftener than each minute: a call is several events, and mail comes many at once.</summary>
    public void Heard(DateTimeOffset at)
    {
        if (HeardAt is null || at - HeardAt > TimeSpan.FromMinutes(1))
            HeardAt = at;
    }

    /// <summary>Null says that it is well again.</summary>
    public void Note(string? problem, DateTimeOffset at) => (Problem, ProblemAt) = (problem, problem is null ? null : at);
}
