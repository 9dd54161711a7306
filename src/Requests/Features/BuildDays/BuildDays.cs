using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Reactions;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Counts the days of a database that was filled before days were counted. Does nothing where any day is, or where events still wait to be counted.</summary>
public sealed class BuildDays(RequestsDb db, ICityRegistry registry)
{
    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (await IsBuilt(ct) || !await db.Requests.AnyAsync(ct))
            return new Done();
        await db.Write(() => Build(ct), ct);
        return new Done();
    }

    private async Task<int> Build(CancellationToken ct)
    {
        // Two servers that start at once: the second finds what the first has counted.
        if (db.Kind == DatabaseKind.Postgres)
            await db.Database.ExecuteSqlAsync($"LOCK TABLE requests_daily IN SHARE ROW EXCLUSIVE MODE", ct);
        if (await IsBuilt(ct))
            return 0;
        var requests = await db
            .Requests.Select(r => new Counted(r.RegisteredAt, r.EndedAt != null, r.RepliedAt, r.CountedDueAt, r.Synthetic, r.Supporters))
            .ToListAsync(ct);
        db.Days.AddRange(DayCount.Of(requests, registry.Current.Calendar.DateOf));
        return await db.SaveChangesAsync(ct);
    }

    private async Task<bool> IsBuilt(CancellationToken ct) =>
        await db.Days.AnyAsync(ct) || await db.Set<StoredEvent>().AnyAsync(e => e.Consumer == WhenMovedCountDay.Name, ct);
}
