namespace Suiying.Channels.Model;

public enum ApiKeyChangeKind
{
    Added,
    Revoked,
}

/// <summary>密钥变更: who gave out or revoked which key, and why; only appended, written with the change itself.</summary>
public sealed class ApiKeyChange
{
    public const int LongestReason = 200;

    private ApiKeyChange() { }

    public Guid Id { get; private set; }

    public Guid KeyId { get; private set; }

    public string KeyName { get; private set; } = "";

    public ApiKeyChangeKind Kind { get; private set; }

    /// <summary>Why it was revoked; empty where a key was given out, since the name says to whom.</summary>
    public string Reason { get; private set; } = "";

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static ApiKeyChange Of(ApiKey key, ApiKeyChangeKind kind, Actor by, DateTimeOffset at, string reason = "") =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            KeyId = key.Id,
            KeyName = key.Name,
            Kind = kind,
            Reason = reason,
            ActorId = by.Id,
            ActorName = by.Name,
            At = at,
        };
}
