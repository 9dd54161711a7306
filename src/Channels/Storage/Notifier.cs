using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Kernel.Events;

namespace Suiying.Channels.Storage;

/// <summary>Keeps a row for each channel that the person wants and that is set up; what is due at once goes out at once.</summary>
internal sealed class Notifier(ChannelsDb db, Carriers carriers, ICityRegistry registry, Outbox outbox, TimeProvider time) : INotifier
{
    public async Task Tell(Telling happened, CancellationToken ct)
    {
        if (carriers.Ready.Count == 0)
            return;
        await db.WriteOrRetry(() => Keep(happened, ct), ct);
        outbox.Wake();
    }

    private async Task<int> Keep(Telling happened, CancellationToken ct)
    {
        var wishes =
            await db.Wishes.AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == happened.Person.Value, ct)
            ?? new MessageWishes(happened.Person.Value);
        var now = time.GetUtcNow();
        var (due, gathered) = wishes.When(happened.Event, registry.Current, now);
        foreach (var channel in carriers.Ready.Where(wishes.Wants))
        {
            var id = IdOf(happened.Id, channel);
            if (await db.Notices.AnyAsync(n => n.Id == id, ct))
                continue;
            var notice = new OutgoingNotice(id, happened, channel, now);
            notice.Wait(due, gathered);
            db.Notices.Add(notice);
            if (due <= now)
                outbox.Add(db, new NoticeKept { Notice = id });
        }
        return await db.SaveChangesAsync(ct);
    }

    private static Guid IdOf(Guid happened, MessageChannel channel) =>
        new(SHA256.HashData([.. happened.ToByteArray(), .. Encoding.UTF8.GetBytes(channel.ToString())]).AsSpan(0, 16));
}
