using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>代班 of the actor's unit, the latest first.</summary>
public sealed class ListAbsences(RequestsDb db, TimeProvider time)
{
    public const int Most = 100;

    public sealed record Query
    {
        /// <summary>Only what runs now.</summary>
        public bool Now { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<Absence>>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || by.UnitCode is not { } unit)
            return new NotAllowed();
        var now = time.GetUtcNow();
        var rows = db.Absences.AsNoTracking().Where(a => a.Unit == unit);
        if (query.Now)
            rows = rows.Where(a => a.Until > now && a.From <= now);
        return await rows.OrderByDescending(a => a.Until).ThenBy(a => a.Id).Take(Most).ToListAsync(ct);
    }
}
