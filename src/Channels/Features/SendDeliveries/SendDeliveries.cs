using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Kernel.Events;

namespace Suiying.Channels.Features;

/// <summary>推送到期的消息 to other programs: tried again after longer and longer pauses, under the same id; what fails for long pauses its address.</summary>
public sealed class SendDeliveries(ChannelsDb db, WebhookPost post, TimeProvider time)
{
    private const int Batch = 100;
    private const int Gone = 410;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public sealed record Command
    {
        /// <summary>Only this one; null means all that are due.</summary>
        public Guid? Only { get; init; }
    }

    public sealed record Report(int Taken, int Failed);

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (report, now) = (new Report(0, 0), time.GetUtcNow());
        var due = await db
            .Deliveries.AsNoTracking()
            .Where(d => d.State == NoticeState.Waiting && d.DueAt <= now && (command.Only == null || d.Id == command.Only))
            .OrderBy(d => d.CreatedAt)
            .Take(Batch)
            .Select(d => new
            {
                d.Id,
                d.DueAt,
                d.WebhookId,
            })
            .ToListAsync(ct);
        var down = new HashSet<Guid>();
        foreach (var one in due)
        {
            // A receiver that did not take one is not asked again in this turn: it may be slow, and others wait behind it.
            if (down.Contains(one.WebhookId))
                continue;
            var until = time.GetUtcNow() + Lease;
            var mine = await db.Write(
                () =>
                    db
                        .Deliveries.Where(d => d.Id == one.Id && d.DueAt == one.DueAt && d.State == NoticeState.Waiting)
                        .ExecuteUpdateAsync(
                            set => set.SetProperty(d => d.DueAt, until).SetProperty(d => d.Attempts, d => d.Attempts + 1),
                            ct
                        ),
                ct
            );
            if (mine != 1)
                continue;
            if (await Send(one.Id, ct))
                report = report with { Taken = report.Taken + 1 };
            else
            {
                report = report with { Failed = report.Failed + 1 };
                down.Add(one.WebhookId);
            }
        }
        return report;
    }

    private async Task<bool> Send(Guid id, CancellationToken ct)
    {
        var delivery = await db.Deliveries.SingleAsync(d => d.Id == id, ct);
        var webhook = await db.Webhooks.SingleAsync(w => w.Id == delivery.WebhookId, ct);
        if (!webhook.IsOn)
        {
            delivery.Drop("这个推送已暂停或停用", time.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return false;
        }
        var answer = await post.Send(webhook, delivery, ct);
        var now = time.GetUtcNow();
        if (answer.Problem is null)
        {
            delivery.Taken(answer.Status!.Value, now);
            webhook.Took(now);
        }
        else
        {
            delivery.Fail(answer.Status, answer.Problem, OutboxDispatcher.Pauses, now);
            webhook.Failed(answer.Status == Gone, now);
        }
        await db.SaveChangesAsync(ct);
        return answer.Problem is null;
    }
}
