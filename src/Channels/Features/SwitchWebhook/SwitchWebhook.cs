using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>What an address becomes.</summary>
public enum WebhookTurn
{
    /// <summary>继续</summary>
    Resume,

    /// <summary>暂停</summary>
    Pause,

    /// <summary>停用, for good.</summary>
    Revoke,
}

/// <summary>暂停、继续或停用一个状态推送.</summary>
public sealed class SwitchWebhook(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Webhook { get; init; }

        public required WebhookTurn To { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        if (await db.Webhooks.FirstOrDefaultAsync(w => w.Id == command.Webhook && w.RevokedAt == null, ct) is not { } webhook)
            return new WebhookUnknown();
        var now = time.GetUtcNow();
        if (command.To == WebhookTurn.Resume)
            webhook.Resume();
        else if (command.To == WebhookTurn.Pause)
            webhook.Pause($"由{by.Name}暂停", now);
        else
            webhook.Revoke(by, now);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
