using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Storage;

/// <summary>Our id of a message that came in.</summary>
/// <param name="Message">Id; of what was added to a message that still waited, that message's.</param>
/// <param name="Repeated">True where this very message was known.</param>
public sealed record Received(Guid Message, bool Repeated);

/// <summary>Keeps what comes in, encrypted, each message once however often it is told.</summary>
public sealed class InboxShelf(ChannelsDb db, InboxGate gate)
{
    /// <summary>示例: what somebody writes line after line within this time is one message.</summary>
    public static readonly TimeSpan OneTalk = TimeSpan.FromMinutes(30);

    /// <param name="source">Where it came from.</param>
    /// <param name="notice">Read and found right.</param>
    /// <param name="sender">The sealed sender and what agents may see of them.</param>
    /// <param name="now">When it came.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<Received>> Keep(
        Guid source,
        MessageNotice notice,
        (PersonId Id, string Shown)? sender,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        // The same message may come twice at once.
        db.WriteOrRetry(() => KeepInside(source, notice, sender, now, ct), ct);

    public async Task<Guid?> Known(Guid source, string externalId, CancellationToken ct) =>
        await db.Inbox.Where(m => m.SourceId == source && m.ExternalId == externalId).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct)
        ?? await db
            .InboxParts.Where(p => p.SourceId == source && p.ExternalId == externalId)
            .Select(p => (Guid?)p.MessageId)
            .FirstOrDefaultAsync(ct);

    /// <summary>An account of the city's own, made at the first look; it has no secret, as nobody hands anything in by it.</summary>
    public Task<Guid> Own(InboxKind kind, string name, DateTimeOffset now, CancellationToken ct)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {name}")).AsSpan(0, 16));
        return db.WriteOrRetry(
            async () =>
            {
                if (!await db.InboxSources.AnyAsync(s => s.Id == id, ct))
                    db.InboxSources.Add(new InboxSource(id, kind, name, Actor.System, now));
                await db.SaveChangesAsync(ct);
                return id;
            },
            ct
        );
    }

    /// <summary>Says what was wrong with a source at last; null says that it is well again.</summary>
    public async Task<bool> Note(Guid id, string? problem, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.InboxSources.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } source)
            return false;
        source.Note(problem, now);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<Outcome<Received>> KeepInside(
        Guid from,
        MessageNotice notice,
        (PersonId Id, string Shown)? sender,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await Known(from, notice.Id, ct) is { } known)
            return new Received(known, true);
        if (await db.InboxSources.FirstOrDefaultAsync(s => s.Id == from, ct) is not { } source)
            return new SourceUnknown();
        source.Heard(now);
        var message = await Begun(source, notice, sender?.Id, now, ct);
        if (message is null)
        {
            message = new IncomingMessage(Guid.CreateVersion7(now), source, notice, now);
            message.Keep(gate.Close(message.Id, notice.Words));
            if (sender is { } person)
                message.From(person.Id, person.Shown);
            if (notice.Aside is { } reason)
                message.Decline(reason, Actor.System, now);
            db.Inbox.Add(message);
        }
        await db.SaveChangesAsync(ct);
        return new Received(message.Id, false);
    }

    /// <summary>In a talk, the message of the same person that nobody has looked at yet, with these words added; else null.</summary>
    private async Task<IncomingMessage?> Begun(
        InboxSource source,
        MessageNotice notice,
        PersonId? sender,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (source.Kind is not InboxKind.WeChat || sender is not { } person)
            return null;
        var since = now - OneTalk;
        var begun = await db
            .Inbox.Where(m =>
                m.SourceId == source.Id
                && m.PersonId == person.Value
                && m.State == InboxState.Open
                && m.HandlerId == null
                && m.ReceivedAt > since
            )
            .OrderByDescending(m => m.ReceivedAt)
            .FirstOrDefaultAsync(ct);
        if (begun is null || gate.Open(begun) is not { } words)
            return null;
        var more = notice.Words;
        var whole = words with
        {
            Text = more.Photos.Count > 0 ? words.Text : $"{words.Text}\n{more.Text}",
            Photos = [.. words.Photos.Union(more.Photos)],
        };
        if (whole.Text.Length > MessageNoticeReader.LongestText || whole.Photos.Count > IIncomingPhotos.Most)
            return null;
        begun.Keep(gate.Close(begun.Id, whole));
        db.InboxParts.Add(new InboxPart(source.Id, notice.Id, begun.Id));
        return begun;
    }
}
