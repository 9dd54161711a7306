using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Webhooks;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>发一条测试 to an address and say what came of it; a failed one is not tried again.</summary>
public sealed class SendWebhookTest(ChannelsDb db, WebhookPost post, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Webhook { get; init; }
    }

    public sealed record Sent(int? Status, string? Problem);

    public async Task<Outcome<Sent>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        if (await db.Webhooks.FirstOrDefaultAsync(w => w.Id == command.Webhook && w.RevokedAt == null, ct) is not { } webhook)
            return new WebhookUnknown();
        var now = time.GetUtcNow();
        var delivery = new WebhookDelivery(Guid.CreateVersion7(now), webhook.Id, "test", WebhookBody.Test(now), now);
        delivery.Try();
        var answer = await post.Send(webhook, delivery, ct);
        if (answer.Problem is null)
        {
            delivery.Taken(answer.Status!.Value, time.GetUtcNow());
            webhook.Took(time.GetUtcNow());
        }
        else
            delivery.Fail(answer.Status, answer.Problem, [], time.GetUtcNow());
        db.Deliveries.Add(delivery);
        await db.SaveChangesAsync(ct);
        return new Sent(answer.Status, answer.Problem);
    }
}
