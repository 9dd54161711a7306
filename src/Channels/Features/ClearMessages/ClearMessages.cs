using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>清理消息: what was done with long ago is deleted; messages that could not be sent stay until somebody has seen to them.</summary>
public sealed class ClearMessages(ChannelsDb db, TimeProvider time)
{
    public static readonly TimeSpan NoticesKept = TimeSpan.FromDays(90);
    public static readonly TimeSpan DeliveriesKept = TimeSpan.FromDays(30);

    public sealed record Command;

    public sealed record Cleared(int Notices, int Deliveries);

    public async Task<Outcome<Cleared>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = time.GetUtcNow();
        var (notices, deliveries) = (now - NoticesKept, now - DeliveriesKept);
        return await db.Write(
            async () =>
                new Cleared(
                    await db.Notices.Where(n => n.DoneAt < notices && n.State != NoticeState.Dead).ExecuteDeleteAsync(ct),
                    await db.Deliveries.Where(d => d.DoneAt < deliveries).ExecuteDeleteAsync(ct)
                ),
            ct
        );
    }
}
