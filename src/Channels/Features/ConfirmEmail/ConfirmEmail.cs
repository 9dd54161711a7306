using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;

namespace Suiying.Channels.Features;

/// <summary>确认邮箱: by the link that was sent to it. Looking confirms nothing, since programs follow links before people do.</summary>
public sealed class ConfirmEmail(ChannelsDb db, ISealedIdentities identities, MessageLinks links, TimeProvider time)
{
    public sealed record Command
    {
        public required string Token { get; init; }
    }

    /// <param name="OfStaff">It is told of what a member of staff subscribed to, and not of a resident's matters.</param>
    public sealed record Confirmed(bool OfStaff);

    public bool Knows(string? token) => links.ReadConfirm(token) is not null;

    /// <summary>Tells whether the address is of a member of staff.</summary>
    public async Task<Outcome<Confirmed>> Run(Command command, CancellationToken ct)
    {
        if (links.ReadConfirm(command.Token) is not { } link)
            return new LinkNotGood();
        // The link speaks for the person; the opening is logged as theirs.
        var identity = await identities.Open(link.Person, OpeningPurpose.OwnData, "本人", Actor.Resident(link.Person.Value), ct);
        if (identity is null || MessageLinks.Print(identity.Email) != link.Print)
            return new LinkNotGood();
        if (await db.Wishes.FirstOrDefaultAsync(w => w.PersonId == link.Person.Value, ct) is not { } wishes)
            db.Wishes.Add(wishes = new MessageWishes(link.Person.Value));
        wishes.Confirm(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Confirmed(wishes.OfStaff);
    }
}
