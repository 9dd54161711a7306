using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Kernel.Events;

namespace Suiying.Channels.Features;

/// <summary>重发: what could not be sent is tried anew, under the same id.</summary>
public sealed class ReplayNotices(ChannelsDb db, Outbox outbox, TimeProvider time)
{
    private const int Most = 500;

    public sealed record Command
    {
        /// <summary>Null means every dead one, oldest first, at most 500.</summary>
        public Guid? Notice { get; init; }
    }

    public sealed record Replayed(int Notices);

    public async Task<Outcome<Replayed>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SystemAdmin))
            return new NotAllowed();
        var dead = await db
            .Notices.Where(n => n.State == NoticeState.Dead && (command.Notice == null || n.Id == command.Notice))
            .OrderBy(n => n.CreatedAt)
            .Take(Most)
            .ToListAsync(ct);
        if (dead.Count == 0)
            return new NoticeUnknown();
        foreach (var notice in dead)
        {
            notice.Replay(time.GetUtcNow());
            outbox.Add(db, new NoticeKept { Notice = notice.Id });
        }
        await db.SaveChangesAsync(ct);
        outbox.Wake();
        return new Replayed(dead.Count);
    }
}
