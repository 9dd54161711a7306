using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>
/// Where each area stands on a public map: at its own point or, where it has none, at that of the area above it. The only points that
/// the public is ever given (design law 4); the place of a matter is not among them.
/// </summary>
public sealed class MapPlaces
{
    private readonly Dictionary<string, int> indexes;
    private readonly (double Longitude, double Latitude)?[] points;

    public MapPlaces(CitySnapshot city)
    {
        City = city;
        Areas = city.Areas.All;
        indexes = Areas.Select((area, index) => (area.Code, index)).ToDictionary(p => p.Code, p => p.index);
        points = [.. Areas.Select(a => PointAbove(a.Code))];
    }

    public CitySnapshot City { get; }

    public IReadOnlyList<Area> Areas { get; }

    public int? IndexOf(string? code) => code is not null && indexes.TryGetValue(code, out var index) ? index : null;

    public (double Longitude, double Latitude)? PointOf(int index) => points[index];

    /// <summary>Codes of all areas whose point lies in the box, but at most <paramref name="most"/> + 1.</summary>
    public List<string> Within(MapBox box, int most)
    {
        var found = new List<string>();
        for (var i = 0; i < points.Length && found.Count <= most; i++)
        {
            if (points[i] is { } point && box.Holds(point.Longitude, point.Latitude))
                found.Add(Areas[i].Code);
        }
        return found;
    }

    /// <summary>One entry for each area: true for the area itself and all below it.</summary>
    public bool[] Below(string code)
    {
        var below = new bool[Areas.Count];
        for (var i = 0; i < below.Length; i++)
            below[i] = City.Areas.Within(Areas[i].Code, code);
        return below;
    }

    private (double, double)? PointAbove(string code)
    {
        var placed = City
            .Areas.Upwards(code)
            .FirstOrDefault(a => a is { Longitude: not null, Latitude: not null, Level: not AreaLevel.City });
        return placed is null ? null : (placed.Longitude!.Value, placed.Latitude!.Value);
    }
}
