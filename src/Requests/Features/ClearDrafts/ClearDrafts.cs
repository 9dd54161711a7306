using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// Deletes the unfinished forms that nobody touched for a day, and photos that are in no form, no message and no request. What a person did not send is
/// not ours to keep.
/// </summary>
public sealed class ClearDrafts(
    RequestsDb db,
    IEnumerable<IFilesInUse> holders,
    IFileStore files,
    LoosePhotos loosePhotos,
    TimeProvider time
)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Photos kept longer ago are left to stand: they were looked at every hour of this time.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(30);

    private const int AtOnce = 500;

    public sealed record Command;

    /// <param name="Deleted">Drafts that are gone.</param>
    /// <param name="Photos">Photos that are gone.</param>
    public sealed record Result(int Deleted, int Photos);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = time.GetUtcNow();
        var limit = now - KeptFor;
        var deleted = await db.Write(() => db.Drafts.Where(d => d.ChangedAt < limit).ExecuteDeleteAsync(ct), ct);
        deleted += await db.Write(() => db.CallDrafts.Where(d => d.ChangedAt < limit).ExecuteDeleteAsync(ct), ct);
        var stopped = now - FollowedPlace.UndoFor;
        await db.Write(() => db.Followed.Where(f => f.StoppedAt < stopped).ExecuteDeleteAsync(ct), ct);
        var left = now - DeskVisit.Lasts;
        await db.Write(() => db.DeskVisits.Where(v => v.SeenAt < left).ExecuteDeleteAsync(ct), ct);
        var loose = await FindLoose(now, ct);
        return new Result(deleted, loosePhotos.Seen(loose, now).Count(name => files.Delete(name, limit)));
    }

    private async Task<List<string>> FindLoose(DateTimeOffset now, CancellationToken ct)
    {
        var old = files.List().Where(f => f.KeptAt < now - KeptFor && f.KeptAt >= now - LookedBack).Select(f => f.Name).ToList();
        // Forms and messages before requests: what is sent meanwhile stands in one of the two, whenever it is looked for.
        var used = await holders.AllFiles(ct);
        foreach (var names in old.Where(name => !used.Contains(name)).Chunk(AtOnce).ToList())
            used.UnionWith(
                await db.Attachments.Where(a => names.Contains(a.File) && a.ErasedAt == null).Select(a => a.File).ToListAsync(ct)
            );
        return [.. old.Where(name => !used.Contains(name))];
    }
}
