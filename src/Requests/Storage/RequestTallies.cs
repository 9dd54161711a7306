using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Counts for those who keep the city's data: grouped by the database, so that a million requests cost no memory.</summary>
internal sealed class RequestTallies(RequestsDb db) : IRequestTallies
{
    private const int Examples = 5;
    private const int Listed = 50;

    public async Task<IReadOnlyList<MatterTally>> Since(DateTimeOffset from, CancellationToken ct) =>
        await db
            .Requests.AsNoTracking()
            .Where(r => r.RegisteredAt >= from || r.EndedAt == null)
            .GroupBy(r => new
            {
                r.Category,
                r.Area,
                Accused = r.Confidentiality == Confidentiality.Normal ? null : r.AccusedUnit,
            })
            .Select(g => new MatterTally(g.Key.Category, g.Key.Area, g.Key.Accused, g.Count(), g.Count(r => r.EndedAt == null)))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<string>> Numbers(string? category, string? area, DateTimeOffset from, CancellationToken ct) =>
        await Public()
            .Where(r => r.Category == category && r.Area == area && (r.RegisteredAt >= from || r.EndedAt == null))
            .OrderByDescending(r => r.Serial)
            .Select(r => r.Number)
            .Take(Examples)
            .ToListAsync(ct);

    public async Task<OpenMatters> OpenOf(IReadOnlyCollection<string> units, CancellationToken ct)
    {
        var count = await db.Requests.CountAsync(r => r.EndedAt == null && units.Contains(r.Unit!), ct);
        var numbers =
            count == 0
                ? []
                : await Public()
                    .Where(r => r.EndedAt == null && units.Contains(r.Unit!))
                    .OrderBy(r => r.Serial)
                    .Select(r => r.Number)
                    .Take(Listed)
                    .ToListAsync(ct);
        return new OpenMatters(count, numbers);
    }

    private IQueryable<ServiceRequest> Public() =>
        db.Requests.AsNoTracking().Where(r => r.Confidentiality == Confidentiality.Normal && r.Type != RequestType.Report);
}
