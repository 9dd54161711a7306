using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>整理完成: the agent has written up a call that has ended.</summary>
public sealed class EndWrapUp(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Call { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        if (await db.Calls.FirstOrDefaultAsync(c => c.Id == command.Call && c.AgentId == by.Id, ct) is not { EndedAt: not null } call)
            return new CallGone();
        call.FinishWrapUp(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
