using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>接口密钥一览, revoked ones too, and what was done to them; the secrets are not known.</summary>
public sealed class ListApiKeys(ChannelsDb db)
{
    private const int Size = 50;

    public async Task<Outcome<IReadOnlyList<ApiKey>>> Run(Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        return await db.ApiKeys.AsNoTracking().OrderBy(k => k.CreatedAt).ThenBy(k => k.Id).ToListAsync(ct);
    }

    public async Task<Outcome<ApiKey>> One(Guid id, Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        return await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, ct) is { } key ? key : new KeyUnknown();
    }

    /// <summary>Newest first; of one key or of all, from the row after <paramref name="before"/>.</summary>
    public async Task<Outcome<Slice<ApiKeyChange>>> Changes(Guid? key, Guid? before, Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        var changes = db.ApiKeyChanges.AsNoTracking().Where(c => key == null || c.KeyId == key);
        // Ids are of version 7 and sort by time.
        if (before is { } last)
            changes = changes.Where(c => c.Id.CompareTo(last) < 0);
        var rows = await changes.OrderByDescending(c => c.Id).Take(Size + 1).ToListAsync(ct);
        return new Slice<ApiKeyChange>([.. rows.Take(Size)], rows.Count > Size ? $"{rows[Size - 1].Id}" : null);
    }

    private static bool MayRead(Actor by) => by.IsAny(Role.System, Role.SecurityAdmin, Role.AuditAdmin);
}
