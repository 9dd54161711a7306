using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Webhooks;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;

namespace Suiying.Channels.Reactions;

/// <summary>Keeps a message for every address that wants this step, where the public may know of it: exactly what Open311 shows.</summary>
internal sealed class WhenMovedQueueWebhooks(ChannelsDb db, IRequestViews views, ICityRegistry registry, TimeProvider time)
    : IConsumer<RequestMoved>
{
    public static string Name => "channels.webhooks";

    public static bool Wants(RequestMoved happened) => !happened.Synthetic;

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        var on = await db.Webhooks.AsNoTracking().Where(w => w.PausedAt == null && w.RevokedAt == null).ToListAsync(ct);
        var of =
            happened.Seq == 1 ? WebhookEvent.Received
            : happened.Ended ? WebhookEvent.Closed
            : WebhookEvent.Moved;
        var told = on.Where(w => w.Subscribed.Contains(of)).ToList();
        if (told.Count == 0 || await Public(happened, ct) is not { } view)
            return;
        var now = time.GetUtcNow();
        var request = Outgoing.Request(view, null, registry.Current, extensions: false);
        var body = WebhookBody.Of(of, happened.At, request);
        foreach (var webhook in told)
            db.Deliveries.Add(new WebhookDelivery(Guid.CreateVersion7(now), webhook.Id, Webhook.TypeOf(of), body, now));
    }

    /// <summary>Null where the public may not see the request, or not this step of it.</summary>
    private async Task<RequestView?> Public(RequestMoved happened, CancellationToken ct)
    {
        if (await views.Find(new ViewFilter { Id = happened.Request, Take = 1 }, ct) is not [var view])
            return null;
        var steps = await views.Steps(
            new StepFilter
            {
                Numbers = [view.Number],
                From = happened.At.AddSeconds(-1),
                Before = happened.At.AddSeconds(1),
            },
            ct
        );
        return steps.Any(s => s.Seq == happened.Seq) ? view : null;
    }
}
