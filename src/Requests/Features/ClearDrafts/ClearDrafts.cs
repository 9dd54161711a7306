using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Deletes the unfinished forms that nobody touched for a day. What a person did not send is not ours to keep.</summary>
public sealed class ClearDrafts(RequestsDb db, TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    public sealed record Command;

    /// <param name="Deleted">Drafts that are gone.</param>
    public sealed record Result(int Deleted);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var limit = time.GetUtcNow() - KeptFor;
        return new Result(await db.Write(() => db.Drafts.Where(d => d.ChangedAt < limit).ExecuteDeleteAsync(ct), ct));
    }
}
