using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>来件来源一览, revoked ones too; their secrets are not told.</summary>
public sealed class ListInboxSources(ChannelsDb db)
{
    public async Task<Outcome<IReadOnlyList<InboxSource>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin, Role.AuditAdmin))
            return new NotAllowed();
        return await db.InboxSources.AsNoTracking().OrderBy(s => s.Id).ToListAsync(ct);
    }
}
