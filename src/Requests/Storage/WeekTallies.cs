using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Storage;

/// <summary>Weekly counts from those that are kept, and what lies behind one from the requests themselves.</summary>
internal sealed class WeekTallies(RequestsDb db, ICityRegistry registry, KeptWeeks kept) : IWeekTallies
{
    private const int Listed = 200;

    public Task<WeekTallySet> Count(IReadOnlyList<DateTimeOffset> starts, string? county, CancellationToken ct) =>
        kept.Get(starts, county ?? "", ct);

    public async Task<WeekMatters> Behind(string category, string area, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var city = registry.Current;
        if (city.Areas.Find(area) is not { } place)
            return new WeekMatters(0, 0, []);
        var matters = db
            .Requests.OpenToAll()
            .OfArea(place, city)
            .FiledUnder(category, city)
            .Where(r => r.RegisteredAt >= from && r.RegisteredAt < until);
        var persons = await matters.Where(r => r.PersonId != null).Select(r => r.PersonId).Distinct().CountAsync(ct);
        var unknown = await matters.CountAsync(r => r.PersonId == null, ct);
        var numbers = await matters.OrderByDescending(r => r.Serial).Select(r => r.Number).Take(Listed).ToListAsync(ct);
        return new WeekMatters(await matters.CountAsync(ct), persons + unknown, numbers);
    }
}
