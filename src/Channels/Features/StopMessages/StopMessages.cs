using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Features;

/// <summary>退订 one channel by the link of a message, without sign-in; the notices under “我的诉求” stay.</summary>
public sealed class StopMessages(ChannelsDb db, MessageLinks links)
{
    public sealed record Command
    {
        public required string Token { get; init; }
    }

    /// <param name="Channel">Which the link stops.</param>
    /// <param name="OfStaff">It stops what a member of staff subscribed to.</param>
    public sealed record View(MessageChannel Channel, bool OfStaff);

    /// <summary>Null where nobody here made the link.</summary>
    public async Task<View?> Look(string? token, CancellationToken ct) =>
        links.ReadStop(token) is { } link
            ? new View(link.Channel, await db.Wishes.AnyAsync(w => w.PersonId == link.Person.Value && w.OfStaff, ct))
            : null;

    public async Task<Outcome<Done>> Run(Command command, CancellationToken ct)
    {
        if (links.ReadStop(command.Token) is not { } link)
            return new LinkNotGood();
        if (await db.Wishes.FirstOrDefaultAsync(w => w.PersonId == link.Person.Value, ct) is not { } wishes)
            db.Wishes.Add(wishes = new MessageWishes(link.Person.Value));
        wishes.Stop(link.Channel);
        // Staff have mail for their subscriptions alone: without it there is nothing to subscribe to.
        if (wishes.OfStaff)
            db.Subscriptions.RemoveRange(await db.Subscriptions.Where(s => s.StaffId == wishes.PersonId).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
