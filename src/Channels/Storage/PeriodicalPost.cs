using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>Tells each subscriber of an issue. Who has left, or may no longer read it, is subscribed no longer.</summary>
internal sealed class PeriodicalPost(ChannelsDb db, IStaffDirectory directory, ISealedIdentities identities, INotifier notifier)
    : IPeriodicals
{
    public async Task Publish(PeriodicalIssue issue, CancellationToken ct)
    {
        var of = issue.Of.Key;
        var subscribers = await db.Subscriptions.AsNoTracking().Where(s => s.Periodical == of).Select(s => s.StaffId).ToListAsync(ct);
        foreach (var staff in subscribers)
        {
            if (await directory.Find(staff, ct) is not { } member)
                await Forget(staff, ct);
            else if (!member.Roles.Overlaps(issue.Of.Readers))
                await db.Subscriptions.Where(s => s.StaffId == staff && s.Periodical == of).ExecuteDeleteAsync(ct);
            else
                await notifier.Tell(Telling(issue, staff), ct);
        }
    }

    /// <summary>Of who has left nothing is kept, the address neither.</summary>
    private async Task Forget(Guid staff, CancellationToken ct)
    {
        await db.Subscriptions.Where(s => s.StaffId == staff).ExecuteDeleteAsync(ct);
        await db.Wishes.Where(w => w.PersonId == staff).ExecuteDeleteAsync(ct);
        await identities.SetEmail(new PersonId(staff), "", ct);
    }

    private static Telling Telling(PeriodicalIssue issue, Guid staff) =>
        new()
        {
            Id = new Guid(SHA256.HashData([.. issue.Id.ToByteArray(), .. staff.ToByteArray()]).AsSpan(0, 16)),
            Person = new PersonId(staff),
            Event = MessageEvent.PeriodicalOut,
            Matter = issue.Of.Key,
            Facts = new MessageFacts
            {
                Title = issue.Title,
                Summary = issue.Summary,
                Path = issue.Path,
            },
        };
}
