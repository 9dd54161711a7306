using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>Keeps what came in, by whichever way: its sender is sealed and its words are encrypted before anything is stored; told twice, it is kept once.</summary>
public sealed class InboxKeeper(ChannelsDb db, ISealedIdentities identities, InboxShelf shelf)
{
    public async Task<Outcome<Received>> Keep(Guid source, MessageNotice notice, DateTimeOffset now, CancellationToken ct)
    {
        if (await shelf.Known(source, notice.Id, ct) is { } known)
            return new Received(known, true);
        var answered = await Answered(notice, ct);
        var sender = answered is { } ours ? (ours.Person, MessageNotice.Mask(notice.Email!)) : await Seal(notice, now, ct);
        var told = answered is { Matter: { Length: > 0 } matter } ? notice with { Words = notice.Words with { About = matter } } : notice;
        return await shelf.Keep(source, told, sender, now, ct);
    }

    private async Task<(PersonId Id, string Shown)?> Seal(MessageNotice notice, DateTimeOffset now, CancellationToken ct)
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
        return (person, notice.Email is { } email ? MessageNotice.Mask(email) : await identities.MaskedPhone(person, ct) ?? "");
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
}
