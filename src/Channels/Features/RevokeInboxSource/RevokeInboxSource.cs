using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>停用一个来件来源: what it sends is refused from now on; what came stays.</summary>
public sealed class RevokeInboxSource(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Source { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        var reason = command.Reason.Trim();
        if (reason.Length is < 2 or > InboxSource.LongestReason)
            return Refusal.Invalid(new FieldProblem("reason", $"请写明为什么停用，2至{InboxSource.LongestReason}个字。"));
        if (
            await db.InboxSources.FirstOrDefaultAsync(s => s.Id == command.Source && s.RevokedAt == null && s.Secret != "", ct)
            is not { } source
        )
            return new SourceUnknown();
        source.Revoke(reason, by, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
