using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>
/// Erases what a request no longer holds, and leaves tombstones: the rows stay without their texts, the journal's hashes stay, files go. The model has
/// decided it; this is saved with the same step.
/// </summary>
public sealed class ContentErasure(RequestsDb db, IEnumerable<IFilesInUse> holders, IFileStore files, TimeProvider time)
{
    /// <summary>Texts, and photos with them.</summary>
    public async Task Words(ServiceRequest request, CitySnapshot city, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var note in await db.Notes.Where(n => n.RequestId == request.Id).ToListAsync(ct))
            note.Erase(at);
        var title = db.Entry(request).Property(r => r.Title).OriginalValue;
        if (request.MatterId is { } id && await db.Matters.FirstOrDefaultAsync(m => m.Id == id && m.Title == title, ct) is { } matter)
            matter.Rename(city.Categories.FullName(request.Category) is { Length: > 0 } name ? name : ServiceRequest.ErasedTitle);
        await Photos(request, at, ct);
    }

    public async Task Photos(ServiceRequest request, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var photo in await db.Attachments.Where(a => a.RequestId == request.Id && a.ErasedAt == null).ToListAsync(ct))
            photo.Erase(at);
    }

    /// <summary>
    /// Removes the files of photos that were erased since a time and that nothing else holds. Asked after the step was saved and again each day, so
    /// that a process that died in between leaves nothing.
    /// </summary>
    public async Task<int> DropFiles(DateTimeOffset since, CancellationToken ct)
    {
        var names = await db.Attachments.Where(a => a.ErasedAt >= since).Select(a => a.File).Distinct().ToListAsync(ct);
        if (names.Count == 0)
            return 0;
        var held = await holders.AllFiles(ct);
        var removed = 0;
        foreach (var some in names.Where(n => !held.Contains(n)).Chunk(500).ToList())
        {
            var used = await db.Attachments.Where(a => some.Contains(a.File) && a.ErasedAt == null).Select(a => a.File).ToListAsync(ct);
            removed += some.Except(used).Count(name => files.Delete(name, time.GetUtcNow()));
        }
        return removed;
    }
}
