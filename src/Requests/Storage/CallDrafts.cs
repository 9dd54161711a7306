using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Opens and closes what agents have not registered yet.</summary>
public sealed class CallDrafts(RequestsDb db, IDataProtectionProvider protection) : IFilesInUse
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public string Close(Guid id, IReadOnlyDictionary<string, string> notes) => Protector(id).Protect(JsonSerializer.Serialize(notes));

    /// <summary>What was noted; null where it was encrypted with keys that are gone.</summary>
    public IReadOnlyDictionary<string, string>? Open(CallDraft draft)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(Protector(draft.Id).Unprotect(draft.Content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Names of all photos in them.</summary>
    public async Task<IReadOnlySet<string>> Files(CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in db.CallDrafts.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Open(row) is { } notes)
                names.UnionWith(CallForm.Of(notes, new RequestId(row.Id)).Photos.Select(p => p.File));
        }
        return names;
    }

    /// <summary>Those that an agent may take up: their own, and those of the caller whom they have on the phone.</summary>
    public IQueryable<CallDraft> For(Actor by, Guid? call, Guid? person, DateTimeOffset now)
    {
        var since = now - Lifetime;
        return db.CallDrafts.Where(d =>
            d.ChangedAt >= since && (d.AgentId == by.Id || call != null && d.CallId == call || person != null && d.PersonId == person)
        );
    }

    // The id is part of the purpose: one draft's content laid under another's id does not open.
    private IDataProtector Protector(Guid id) => protection.CreateProtector("Suiying.Requests.CallDrafts.v1", id.ToString("N"));
}
