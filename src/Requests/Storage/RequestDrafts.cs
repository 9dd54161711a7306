using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Keeps unfinished forms, encrypted, for a day. Whoever holds the id (a cookie that no script reads) holds the draft.</summary>
public sealed class RequestDrafts(RequestsDb db, IDataProtectionProvider protection, TimeProvider time) : IFilesInUse
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long the receipt, with its code, can be looked at again on the same device.</summary>
    public static readonly TimeSpan ReceiptLifetime = TimeSpan.FromMinutes(30);

    /// <summary>The draft, or null where there is none, it is too old or was encrypted with keys that are gone.</summary>
    public async Task<DraftContent?> Find(Guid? id, CancellationToken ct)
    {
        if (id is not { } known)
            return null;
        var row = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == known, ct);
        if (row is null || time.GetUtcNow() - row.ChangedAt > Lifetime || Open(row) is not { } draft)
            return null;
        return draft.Number is not null && time.GetUtcNow() - row.ChangedAt > ReceiptLifetime ? null : draft;
    }

    /// <summary>Keeps the draft under its id, or under a new one; forgets those of yesterday.</summary>
    public async Task<Guid> Keep(Guid? id, DraftContent draft, CancellationToken ct)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var row = id is { } known ? await db.Drafts.FirstOrDefaultAsync(d => d.Id == known, ct) : null;
        if (row is null)
        {
            var before = now - Lifetime;
            await db.Write(() => db.Drafts.Where(d => d.ChangedAt < before).ExecuteDeleteAsync(ct), ct);
            row = new RequestDraft(Guid.CreateVersion7(now), "", now);
            db.Drafts.Add(row);
        }
        row.Keep(Protector(row.Id).Protect(JsonSerializer.Serialize(draft)), now);
        await db.SaveChangesAsync(ct);
        return row.Id;
    }

    /// <summary>Names of all photos in unfinished forms.</summary>
    public async Task<IReadOnlySet<string>> Files(CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in db.Drafts.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            names.UnionWith((Open(row)?.Photos ?? []).Select(p => p.File));
        return names;
    }

    private DraftContent? Open(RequestDraft row)
    {
        try
        {
            return JsonSerializer.Deserialize<DraftContent>(Protector(row.Id).Unprotect(row.Content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The id is part of the purpose: one person's content laid under another's id does not open.
    private IDataProtector Protector(Guid id) => protection.CreateProtector("Suiying.Requests.Drafts.v1", id.ToString("N"));
}
