using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Places;

/// <summary>Answers from indexes over the current snapshot, built again when a newer one has come.</summary>
internal sealed class PlaceFinder(ICityRegistry registry) : IPlaceFinder
{
    private const int MostMatches = 100;
    private const int LongestText = 200;

    private volatile Indexes? indexes;

    public IReadOnlyList<PlaceMatch> Find(string text, int limit = 10)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (city, names, _) = Current();
        var asked = text.Length > LongestText ? text[..LongestText] : text;
        return
        [
            .. names
                .Find(asked)
                .Take(Math.Clamp(limit, 1, MostMatches))
                .Select(m => new PlaceMatch(m.Area, FullName(city, m.Area), AdministeredBy(city, m.Area), m.Score)),
        ];
    }

    public NearPlace? NearestVillage(double longitude, double latitude)
    {
        var (city, _, grid) = Current();
        return grid.Nearest(longitude, latitude) is { } near
            ? new NearPlace(near.Area, near.Metres, FullName(city, near.Area), AdministeredBy(city, near.Area))
            : null;
    }

    private Indexes Current()
    {
        var city = registry.Current;
        // Two callers may both build after a load; the later one wins and both are right.
        if (indexes is not { } held || !ReferenceEquals(held.City, city))
            indexes = held = new Indexes(city, new PlaceIndex(city), new PlaceGrid(city));
        return held;
    }

    private static string FullName(CitySnapshot city, Area area) =>
        area.Level == AreaLevel.City ? area.Name : city.Areas.FullName(area.Code);

    private static string? AdministeredBy(CitySnapshot city, Area area) =>
        area.Served ? null : city.Areas.Upwards(area.Code).Select(a => a.AdministeredBy).FirstOrDefault(a => a is not null);

    private sealed record Indexes(CitySnapshot City, PlaceIndex Names, PlaceGrid Grid);
}
