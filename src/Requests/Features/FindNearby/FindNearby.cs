using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 附近的事: the newest public matters whose community lies in a box. A matter is found by the point of its community, never by its own:
/// however small the box, it says no more than the public list (design law 4).
/// </summary>
public sealed class FindNearby(RequestsDb db, MapRows map)
{
    public const int MostRows = 50;
    public const double MostMetres = 20_000;

    /// <summary>Up to so many places each is walked by its own index, and no row is read in vain.</summary>
    private const int Few = 12;
    private const int MostPlaces = 800;

    public sealed record Query
    {
        public required MapBox Box { get; init; }

        /// <summary>A category of any level.</summary>
        public string? Category { get; init; }

        public bool? Ended { get; init; }

        public int Take { get; init; } = MostRows;
    }

    public async Task<Outcome<Nearby>> Run(Query query, CancellationToken ct)
    {
        var places = map.Places;
        if (query.Category is { Length: > 0 } && places.City.Categories.Find(query.Category) is null)
            return Refusal.Invalid(new FieldProblem("category", "没有这个类别，请从列表中选择。"));
        var codes = places.Within(query.Box, MostPlaces);
        if (codes.Count > MostPlaces)
            return Refusal.Invalid(new FieldProblem("box", $"范围太大，里面有 {MostPlaces} 个以上的地方，请缩小范围。"));
        if (codes.Count == 0)
            return new Nearby([], []);
        var take = Math.Clamp(query.Take, 1, MostRows);
        var rows = await Newest(codes, query, take, places.City).ToListAsync(ct);
        var found = rows.Select(r => NearbyRequest.Of(r, places)).ToList();
        var pins = found
            .GroupBy(r => (r.Longitude, r.Latitude))
            .Select(g => new NearbyPin(g.Key.Longitude, g.Key.Latitude, g.Count(r => !r.Ended), g.Count(r => r.Ended)));
        return new Nearby(found, [.. pins]);
    }

    private IQueryable<NearbyRow> Newest(List<string> codes, Query query, int take, CitySnapshot city)
    {
        if (codes.Count > Few)
            return Project(Wanted(query, city).Where(r => codes.Contains(r.Area!)), take);
        return codes
            .Select(code => Project(Wanted(query, city).Where(r => r.Area == code), take))
            .Aggregate((all, next) => all.Concat(next))
            .OrderByDescending(r => r.Serial)
            .Take(take);
    }

    private IQueryable<ServiceRequest> Wanted(Query query, CitySnapshot city)
    {
        var rows = db.Requests.OpenToAll();
        if (query.Category is { Length: > 0 } category)
            rows = rows.OfCategory(category, city);
        if (query.Ended is { } ended)
            rows = rows.Where(r => r.EndedAt != null == ended);
        return rows;
    }

    private static IQueryable<NearbyRow> Project(IQueryable<ServiceRequest> rows, int take) =>
        rows.OrderByDescending(r => r.Serial)
            .Take(take)
            .Select(r => new NearbyRow
            {
                Id = r.Id,
                Serial = r.Serial,
                Area = r.Area!,
                Category = r.Category,
                Type = r.Type,
                State = r.State,
                Solved = r.PublicText == null ? null : r.Solved,
                RegisteredAt = r.RegisteredAt,
                EndedAt = r.EndedAt,
                Text = r.PublicText,
                Supporters = r.Supporters,
                Synthetic = r.Synthetic,
            });
}
