using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>收下一条来件. Its sender is sealed and its words are encrypted before anything is stored; told twice, it is kept once.</summary>
public sealed class ReceiveMessage(ChannelsDb db, ICityRegistry registry, ISealedIdentities identities, InboxShelf shelf)
{
    public sealed record Command
    {
        /// <summary>Whose signature was found right.</summary>
        public required InboxSender From { get; init; }

        /// <summary>JSON, as it was signed.</summary>
        public required string Body { get; init; }

        public override string ToString() => "Command(sealed)";
    }

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
        return await shelf.Known(source, notice.Id, ct) is { } known
            ? new Received(known, true)
            : await shelf.Keep(source, notice, await Seal(notice, now, ct), now, ct);
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
}
