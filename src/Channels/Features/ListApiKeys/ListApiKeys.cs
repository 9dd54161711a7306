using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>接口密钥一览, revoked ones too; the secrets are not known.</summary>
public sealed class ListApiKeys(ChannelsDb db)
{
    public async Task<Outcome<IReadOnlyList<ApiKey>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        return await db.ApiKeys.AsNoTracking().OrderBy(k => k.CreatedAt).ThenBy(k => k.Id).ToListAsync(ct);
    }
}
