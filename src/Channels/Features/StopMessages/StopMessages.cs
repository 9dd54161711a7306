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

    /// <summary>Which channel a link stops; null where nobody here made it.</summary>
    public MessageChannel? ChannelOf(string? token) => links.ReadStop(token)?.Channel;

    public async Task<Outcome<Done>> Run(Command command, CancellationToken ct)
    {
        if (links.ReadStop(command.Token) is not { } link)
            return new LinkNotGood();
        if (await db.Wishes.FirstOrDefaultAsync(w => w.PersonId == link.Person.Value, ct) is not { } wishes)
            db.Wishes.Add(wishes = new MessageWishes(link.Person.Value));
        wishes.Stop(link.Channel);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
