using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>话务平台一览, revoked ones too; their secrets are not told.</summary>
public sealed class ListExchanges(ChannelsDb db)
{
    public async Task<Outcome<IReadOnlyList<PhoneExchange>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin, Role.AuditAdmin))
            return new NotAllowed();
        return await db.Exchanges.AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
    }
}
