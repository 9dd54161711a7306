using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>For whom somebody works now, beside themselves.</summary>
internal static class Covers
{
    public static Task<List<Absence>> CoveredBy(this RequestsDb db, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var (person, unit) = (by.Id, by.UnitCode);
        return db
            .Absences.AsNoTracking()
            .Where(a => a.SubstituteId == person && a.Until > now && a.From <= now && a.Unit == unit)
            .OrderBy(a => a.From)
            .ToListAsync(ct);
    }
}
