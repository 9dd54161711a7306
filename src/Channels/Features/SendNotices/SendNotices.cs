using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Kernel.Events;

namespace Suiying.Channels.Features;

/// <summary>
/// 发送到期的消息. The world outside knows no transaction: a message is put off, sent, then marked. A process that dies in between sends it once
/// more under the same id, which gateways and mail programs tell apart.
/// </summary>
public sealed class SendNotices(ChannelsDb db, Carriers carriers, MessageWriting writing, ISealedIdentities identities, TimeProvider time)
{
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public sealed record Command
    {
        /// <summary>Only this one; null means all that are due.</summary>
        public Guid? Only { get; init; }
    }

    public sealed record Report(int Sent, int Failed);

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var report = new Report(0, 0);
        var now = time.GetUtcNow();
        var due = await db
            .Notices.AsNoTracking()
            .Where(n => n.State == NoticeState.Waiting && n.DueAt <= now && (command.Only == null || n.Id == command.Only))
            .OrderBy(n => n.DueAt)
            .ThenBy(n => n.Id)
            .Take(Batch)
            .ToListAsync(ct);
        var down = new HashSet<MessageChannel>();
        foreach (var together in due.GroupBy(n => n.Gathered ? (n.PersonId, n.Channel, Guid.Empty) : (n.PersonId, n.Channel, n.Id)))
        {
            // Of a way that did not take one, the others wait for the next turn instead of failing one by one.
            if (down.Contains(together.Key.Channel) || await Take([.. together], ct) is not { Count: > 0 } taken)
                continue;
            if (await Send(taken, ct))
                report = report with { Sent = report.Sent + 1 };
            else
            {
                report = report with { Failed = report.Failed + 1 };
                if (taken[0].State == NoticeState.Waiting)
                    down.Add(together.Key.Channel);
            }
        }
        return report;
    }

    /// <summary>Those that nobody else has taken meanwhile, put off so that nobody does.</summary>
    private async Task<List<OutgoingNotice>> Take(List<OutgoingNotice> seen, CancellationToken ct)
    {
        var (ids, until) = (new List<Guid>(), time.GetUtcNow() + Lease);
        await db.Write(
            async () =>
            {
                foreach (var notice in seen)
                {
                    var taken = await db
                        .Notices.Where(n => n.Id == notice.Id && n.DueAt == notice.DueAt && n.State == NoticeState.Waiting)
                        .ExecuteUpdateAsync(
                            set => set.SetProperty(n => n.DueAt, until).SetProperty(n => n.Attempts, n => n.Attempts + 1),
                            ct
                        );
                    if (taken == 1)
                        ids.Add(notice.Id);
                }
                return ids.Count;
            },
            ct
        );
        return await db.Notices.Where(n => ids.Contains(n.Id)).OrderBy(n => n.CreatedAt).ToListAsync(ct);
    }

    private async Task<bool> Send(List<OutgoingNotice> taken, CancellationToken ct)
    {
        var problem = await Try(taken, ct);
        var now = time.GetUtcNow();
        foreach (var notice in taken)
        {
            if (problem is null)
                notice.Sent(now);
            else if (problem.Value.Drop)
                notice.Drop(problem.Value.Why, now);
            else
                notice.Fail(problem.Value.Why, problem.Value.ForGood, OutboxDispatcher.Pauses, now);
        }
        await db.SaveChangesAsync(ct);
        return problem is null;
    }

    private async Task<(string Why, bool ForGood, bool Drop)?> Try(List<OutgoingNotice> taken, CancellationToken ct)
    {
        var first = taken[0];
        if (carriers.Of(first.Channel) is not { } carrier)
            return ("这个渠道现在没有配置", false, false);
        var person = new PersonId(first.PersonId);
        var wishes = await db.Wishes.AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == first.PersonId, ct);
        if (wishes?.Wants(first.Channel) == false)
            return ("本人已不要这个渠道的消息", true, true);
        if (await identities.Open(person, OpeningPurpose.Notice, first.Matter, Actor.System, ct) is not { } identity)
        {
            await Forget(person, ct);
            return ("本人的信息已删除", true, true);
        }
        var written = taken.Count > 1 ? writing.Gather(taken, wishes?.Language) : writing.Write(first, wishes?.Language);
        try
        {
            return await carrier.Send(new Parcel(first.Id, person, identity, written), ct)
                ? null
                : ("本人没有留下这个渠道的地址", true, true);
        }
        catch (MessageNotSentException problem)
        {
            return (problem.Message, problem.ForGood, false);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            // Its text may hold an address.
            return (problem.GetType().Name, false, false);
        }
    }

    /// <summary>Who has had their identity erased has no wishes, no browsers and no account either.</summary>
    private Task<int> Forget(PersonId person, CancellationToken ct) =>
        db.Write(
            async () =>
                await db.Browsers.Where(b => b.PersonId == person.Value).ExecuteDeleteAsync(ct)
                + await db.Followers.Where(f => f.PersonId == person.Value).ExecuteDeleteAsync(ct)
                + await db.Wishes.Where(w => w.PersonId == person.Value).ExecuteDeleteAsync(ct),
            ct
        );
}
