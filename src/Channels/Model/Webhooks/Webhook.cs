namespace Suiying.Channels.Model.Webhooks;

/// <summary>推送事件: what another program may be told of. Only public requests and public steps are.</summary>
public enum WebhookEvent
{
    /// <summary>收到诉求: request.received</summary>
    Received,

    /// <summary>有新进展: request.moved</summary>
    Moved,

    /// <summary>已办结: request.closed</summary>
    Closed,
}

/// <summary>状态推送: an address of another program that is told what the public may know, signed with a secret of its own.</summary>
public sealed class Webhook
{
    public const int LongestName = 60;
    public const int LongestAddress = 300;
    public const int LongestReason = 200;

    /// <summary>Where nothing got through for so long, it is paused; 示例.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private Webhook() { }

    public Webhook(Guid id, string name, Uri address, IEnumerable<WebhookEvent> events, Actor by, DateTimeOffset at)
    {
        (Id, Name, Address, CreatedBy, CreatedAt) = (id, name, address.AbsoluteUri, by.Name, at);
        Events = string.Join(' ', events.Distinct().Order());
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>The words of the events, parted by spaces.</summary>
    public string Events { get; private set; } = "";

    /// <summary>Encrypted.</summary>
    public string Secret { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    /// <summary>When the receiver last took something.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>Since when nothing gets through; null while something does.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset? PausedAt { get; private set; }

    public string? PausedBecause { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public IReadOnlyList<WebhookEvent> Subscribed =>
        [.. Events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<WebhookEvent>)];

    public bool IsOn => PausedAt is null && RevokedAt is null;

    public void Keep(string encrypted) => Secret = encrypted;

    public void Took(DateTimeOffset at) => (TakenAt, FailingSince) = (at, null);

    /// <summary>A failure; after long failure, or where the receiver says that it is gone, nothing more is sent until somebody says so.</summary>
    public void Failed(bool gone, DateTimeOffset at)
    {
        FailingSince ??= at;
        if (gone)
            Pause("对方答复 410：这个地址不再接收", at);
        else if (at - FailingSince >= Patience)
            Pause("连续24小时没有送达，自动暂停", at);
    }

    public void Pause(string reason, DateTimeOffset at) => (PausedAt, PausedBecause) = (PausedAt ?? at, PausedBecause ?? reason);

    public void Resume() => (PausedAt, PausedBecause, FailingSince) = (null, null, null);

    public void Revoke(Actor by, DateTimeOffset at) => (RevokedAt, RevokedBy) = (RevokedAt ?? at, RevokedBy ?? by.Name);

    /// <summary>As receivers read it: request.moved.</summary>
    public static string TypeOf(WebhookEvent of) => $"request.{of.ToString().ToLowerInvariant()}";
}
