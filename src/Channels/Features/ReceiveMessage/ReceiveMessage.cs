using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>收下一条来件. Its sender is sealed and its words are encrypted before anything is stored; told twice, it is kept once.</summary>
public sealed class ReceiveMessage(ChannelsDb db, ICityRegistry registry, ISealedIdentities identities, InboxGate gate)
{
    public sealed record Command
    {
        /// <summary>Whose signature was found right.</summary>
        public required InboxSender From { get; init; }

        /// <summary>JSON, as it was signed.</summary>
        public required string Body { get; init; }

        public override string ToString() => "Command(sealed)";
    }

    /// <param name="Message">Our id of the message.</param>
    /// <param name="Repeated">True where this very message was known.</param>
    public sealed record Received(Guid Message, bool Repeated);

    public async Task<Outcome<Received>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (source, now) = (command.From.Source, command.From.At);
        if (!MessageNoticeReader.Read(command.Body, registry.Current.City.PhoneCountry, now).Ok(out var notice, out var refusal))
        {
            (await db.InboxSources.FirstOrDefaultAsync(s => s.Id == source, ct))?.Note(refusal.Text.ToString(), now);
            await db.SaveChangesAsync(ct);
            return refusal;
        }
        if (await Known(source, notice, ct) is { } known)
            return new Received(known, true);
        var sender = await Seal(notice, now, ct);
        // The same message may come twice at once.
        return await db.WriteOrRetry(() => Keep(source, notice, sender, now, ct), ct);
    }

    private async Task<(PersonId Id, string Masked)?> Seal(MessageNotice notice, DateTimeOffset now, CancellationToken ct)
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

    private async Task<Outcome<Received>> Keep(
        Guid from,
        MessageNotice notice,
        (PersonId Id, string Masked)? sender,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await Known(from, notice, ct) is { } known)
            return new Received(known, true);
        if (await db.InboxSources.FirstOrDefaultAsync(s => s.Id == from, ct) is not { } source)
            return new SourceUnknown();
        var message = new IncomingMessage(Guid.CreateVersion7(now), source, notice, now);
        message.Keep(gate.Close(message.Id, notice.Words));
        if (sender is { } person)
            message.From(person.Id, person.Masked);
        source.Heard(now);
        db.Inbox.Add(message);
        await db.SaveChangesAsync(ct);
        return new Received(message.Id, false);
    }

    private Task<Guid?> Known(Guid source, MessageNotice notice, CancellationToken ct) =>
        db.Inbox.Where(m => m.SourceId == source && m.ExternalId == notice.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct);
}
