using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>放回: what was put aside waits again.</summary>
public sealed class RestoreMessage(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Message { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher))
            return new NotAllowed();
        if (await db.Inbox.FirstOrDefaultAsync(m => m.Id == command.Message, ct) is not { } message)
            return new MessageUnknown();
        var now = time.GetUtcNow();
        if (message.Restore(by, now) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
