using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Webhooks;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>状态推送一览 and the last deliveries of one; the secrets are not told.</summary>
public sealed class ListWebhooks(ChannelsDb db)
{
    public const int Shown = 50;

    public async Task<Outcome<IReadOnlyList<Webhook>>> Run(Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        return await db.Webhooks.AsNoTracking().OrderBy(w => w.RevokedAt != null).ThenBy(w => w.CreatedAt).ToListAsync(ct);
    }

    public sealed record One(Webhook Webhook, IReadOnlyList<WebhookDelivery> Deliveries);

    public async Task<Outcome<One>> RunOne(Guid id, Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        if (await db.Webhooks.AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } webhook)
            return new WebhookUnknown();
        var deliveries = await db
            .Deliveries.AsNoTracking()
            .Where(d => d.WebhookId == id)
            .OrderByDescending(d => d.CreatedAt)
            .Take(Shown)
            .ToListAsync(ct);
        return new One(webhook, deliveries);
    }

    private static bool MayRead(Actor by) => by.IsAny(Role.System, Role.SecurityAdmin, Role.AuditAdmin);
}
