using Microsoft.EntityFrameworkCore;
using Suiying.OpenCity.Model;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Features;

/// <summary>公开记录: what was published when, for who answers for it.</summary>
public sealed class ListMonths(OpenCityDb db)
{
    /// <param name="Month">By its first day.</param>
    /// <param name="Publications">Newest first.</param>
    /// <param name="Lines">Lines of all its tables.</param>
    /// <param name="Hidden">Those of which something is not published.</param>
    public sealed record Row(DateOnly Month, IReadOnlyList<OpenMonth> Publications, int Lines, int Hidden);

    public async Task<Outcome<List<Row>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Supervisor, Role.Leader))
            return new NotAllowed();
        var published = await db.Months.AsNoTracking().ToListAsync(ct);
        var lines = await db
            .Figures.GroupBy(f => f.Month)
            .Select(g => new
            {
                g.Key,
                Lines = g.Count(),
                Hidden = g.Count(f => f.Received == null || f.Due == null || f.Asked == null),
            })
            .ToDictionaryAsync(g => g.Key, ct);
        return (List<Row>)
            [
                .. published
                    .GroupBy(m => m.Month)
                    .OrderByDescending(g => g.Key)
                    .Select(g => new Row(
                        g.Key,
                        [.. g.OrderByDescending(m => m.Revision)],
                        lines.GetValueOrDefault(g.Key)?.Lines ?? 0,
                        lines.GetValueOrDefault(g.Key)?.Hidden ?? 0
                    )),
            ];
    }
}
