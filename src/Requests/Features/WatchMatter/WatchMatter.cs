using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>同时查看: says that somebody has a request open, and who else has it open now.</summary>
public sealed class WatchMatter(RequestsDb db, ICityRegistry registry, TimeProvider time)
{
    public sealed record Command
    {
        public required string Number { get; init; }

        /// <summary>True when they leave it.</summary>
        public bool Leaves { get; init; }
    }

    /// <summary>Work names of the others, who came first before.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (by.Is(Role.Resident))
            return new NotAllowed();
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == command.Number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, registry.Current))
            return new NotFound();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var since = now - DeskVisit.Lasts;
        var visits = await db.DeskVisits.Where(v => v.RequestId == request.Id).ToListAsync(ct);
        var own = visits.Find(v => v.ActorId == by.Id);
        db.DeskVisits.RemoveRange(visits.Where(v => v.SeenAt < since && v != own));
        if (own is not null && command.Leaves)
            db.DeskVisits.Remove(own);
        else if (own is not null)
            own.See(now);
        else if (!command.Leaves)
            db.DeskVisits.Add(new DeskVisit(request.Id, by.Id, by.Name, now));
        await Save(ct);
        return visits.Where(v => v != own && v.SeenAt >= since).OrderBy(v => v.Since).Select(v => v.ActorName).ToList();
    }

    private async Task Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The same person came or left at the same moment in another window, or a colleague swept the same row away: what is stored is as good.
            db.ChangeTracker.Clear();
        }
    }
}
