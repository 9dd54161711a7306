namespace Suiying.People.Model;

/// <summary>
/// 密钥轮换: who had all identities sealed anew, when and why. While it is not finished it is also the work that is left, and any process
/// on the database may go on with it.
/// </summary>
public sealed class KeyRotation
{
    public const int LongestReason = 200;
    public const int LongestProblem = 400;

    private KeyRotation() { }

    public Guid Id { get; private set; }

    /// <summary>The sealing key under which everything is put.</summary>
    public string KeyId { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Identities that were sealed again so far.</summary>
    public int Resealed { get; private set; }

    /// <summary>Until when the process that works on it has it for itself.</summary>
    public DateTimeOffset? WorkedUntil { get; private set; }

    /// <summary>What stopped it the last time; empty while it goes well.</summary>
    public string Problem { get; private set; } = "";

    public static KeyRotation Start(KeySet keys, string reason, Actor by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            KeyId = keys.Seal[0].Id,
            Reason = reason,
            ActorId = by.Id,
            ActorName = by.Name,
            StartedAt = at,
        };
}
