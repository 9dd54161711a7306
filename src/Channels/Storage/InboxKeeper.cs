using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Storage;

/// <summary>Keeps what came in, by whichever way: its sender is sealed and its words are encrypted before anything is stored; told twice, it is kept once.</summary>
public sealed class InboxKeeper(ChannelsDb db, ISealedIdentities identities, InboxGate gate)
{
    /// <param name="Message">Our id of the message.</param>
    /// <param name="Repeated">True where this very message was known.</param>
    public sealed record Kept(Guid Message, bool Repeated);

    private sealed record Sender(PersonId Id, string Masked);

    public async Task<Outcome<Kept>> Keep(Guid source, MessageNotice notice, DateTimeOffset now, CancellationToken ct)
    {
        if (await Known(source, notice, ct) is { } known)
            return new Kept(known, true);
        var answered = await Answered(notice, ct);
        var sender = answered is { } ours ? new Sender(ours.Person, MessageNotice.Mask(notice.Email!)) : await Seal(notice, now, ct);
        var told = answered is { Matter: { Length: > 0 } matter } ? notice with { Words = notice.Words with { About = matter } } : notice;
        // The same message may come twice at once.
        return await db.WriteOrRetry(() => Store(source, told, sender, now, ct), ct);
    }

    /// <summary>The source of a mailbox that is read from here, made at the first look; it has no secret, as nobody hands anything in by it.</summary>
    public Task<Guid> SourceOf(string mailbox, DateTimeOffset now, CancellationToken ct)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"mailbox {mailbox}")).AsSpan(0, 16));
        return db.WriteOrRetry(
            async () =>
            {
                if (!await db.InboxSources.AnyAsync(s => s.Id == id, ct))
                    db.InboxSources.Add(new InboxSource(id, InboxKind.Email, mailbox, Actor.System, now));
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

    private async Task<Outcome<Kept>> Store(Guid from, MessageNotice notice, Sender? sender, DateTimeOffset now, CancellationToken ct)
    {
        if (await Known(from, notice, ct) is { } known)
            return new Kept(known, true);
        if (await db.InboxSources.FirstOrDefaultAsync(s => s.Id == from, ct) is not { } source)
            return new SourceUnknown();
        var message = new IncomingMessage(Guid.CreateVersion7(now), source, notice, now);
        message.Keep(gate.Close(message.Id, notice.Words));
        if (sender is not null)
            message.From(sender.Id, sender.Masked);
        if (notice.Aside is { } reason)
            message.Decline(reason, Actor.System, now);
        source.Heard(now);
        db.Inbox.Add(message);
        await db.SaveChangesAsync(ct);
        return new Kept(message.Id, false);
    }

    private async Task<Sender?> Seal(MessageNotice notice, DateTimeOffset now, CancellationToken ct)
    {
        if (notice is { Phone: null, Email: null })
            return null;
        var identity = new Identity
        {
            Name = notice.Words.Name,
            Phone = notice.Phone ?? "",
            Email = notice.Email ?? "",
        };
        var person = await identities.Seal(new PersonId(Guid.CreateVersion7(now)), identity, ct);
        return new Sender(person, notice.Email is { } email ? MessageNotice.Mask(email) : await identities.MaskedPhone(person, ct) ?? "");
    }

    /// <summary>
    /// Whom we wrote to, and about what. An address in a head shows nothing; who also names the number of a mail that went to this very address,
    /// which nobody can guess, has read it.
    /// </summary>
    private async Task<(PersonId Person, string Matter)?> Answered(MessageNotice notice, CancellationToken ct)
    {
        if (notice is not { Answers.Count: > 0, Email: { } email })
            return null;
        var sent = await db
            .Notices.AsNoTracking()
            .Where(n => n.Channel == MessageChannel.Email && notice.Answers.Contains(n.Id))
            .OrderByDescending(n => n.CreatedAt)
            .Select(n => new { n.PersonId, n.Matter })
            .FirstOrDefaultAsync(ct);
        return sent is not null && await identities.HasEmail(new PersonId(sent.PersonId), email, ct)
            ? (new PersonId(sent.PersonId), sent.Matter)
            : null;
    }

    private Task<Guid?> Known(Guid source, MessageNotice notice, CancellationToken ct) =>
        db.Inbox.Where(m => m.SourceId == source && m.ExternalId == notice.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct);
}
