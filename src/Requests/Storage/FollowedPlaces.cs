using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>The places that a person follows, and the only one who reads which they are.</summary>
public sealed class FollowedPlaces(RequestsDb db, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>A person's own, the oldest first; also those that were stopped and can still be had back.</summary>
    public async Task<IReadOnlyList<FollowedPlace>> Of(Actor by, CancellationToken ct)
    {
        var stopped = time.GetUtcNow() - FollowedPlace.UndoFor;
        return await db
            .Followed.Where(f => f.PersonId == by.Id && (f.StoppedAt == null || f.StoppedAt > stopped))
            .OrderBy(f => f.Id)
            .ToListAsync(ct);
    }

    public Task<FollowedPlace?> Find(Guid id, Actor by, CancellationToken ct) =>
        db.Followed.FirstOrDefaultAsync(f => f.Id == id && f.PersonId == by.Id, ct);

    /// <summary>False where the person follows as many as they may.</summary>
    public async Task<bool> HasRoom(Actor by, CancellationToken ct) =>
        await db.Followed.CountAsync(f => f.PersonId == by.Id && f.StoppedAt == null, ct) < FollowedPlace.Most;

    /// <summary>Null where it was encrypted with keys that are gone.</summary>
    public FollowedContent? Open(FollowedPlace place)
    {
        try
        {
            return JsonSerializer.Deserialize<FollowedContent>(Protector(place).Unprotect(place.Content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Close(FollowedPlace place, FollowedContent content) =>
        place.Keep(Protector(place).Protect(JsonSerializer.Serialize(content)));

    /// <summary>The newest request of all: what is followed from now on is new from here.</summary>
    public async Task<long> Newest(CancellationToken ct) => await db.Requests.MaxAsync(r => (long?)r.Serial, ct) ?? 0;

    // Person and row are part of the purpose: content laid under another's row does not open.
    private IDataProtector Protector(FollowedPlace place) =>
        protection.CreateProtector("Suiying.Requests.Followed.v1", place.PersonId.ToString("N"), place.Id.ToString("N"));
}
