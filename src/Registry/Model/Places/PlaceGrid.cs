using System.Runtime.InteropServices;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Places;

/// <summary>Positions of one snapshot in square cells, so that the nearest is found by looking at a few of them.</summary>
internal sealed class PlaceGrid
{
    private const double CellDegrees = 0.02;
    private const double MetresPerDegree = 111_195;
    private const double FarthestMetres = 50_000;

    private readonly Dictionary<(int X, int Y), List<Area>> cells = [];

    public PlaceGrid(CitySnapshot city)
    {
        var placed = city.Areas.All.Where(a => a is { Longitude: not null, Latitude: not null, Level: not AreaLevel.City }).ToList();
        var lowest = placed.Count == 0 ? AreaLevel.Village : placed.Max(a => a.Level);
        foreach (var area in placed.Where(a => a.Level == lowest))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(
                cells,
                CellOf(area.Longitude!.Value, area.Latitude!.Value),
                out _
            );
            (list ??= []).Add(area);
        }
    }

    public (Area Area, double Metres)? Nearest(double longitude, double latitude)
    {
        if (!(Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 89))
            return null;
        var (x, y) = CellOf(longitude, latitude);
        var narrow = Math.Cos(double.DegreesToRadians(latitude));
        (Area Area, double Metres)? best = null;
        // Everything in ring r is at least r − 1 cells away, and a cell is narrower than it is high.
        for (var ring = 0; (ring - 1) * CellDegrees * narrow * MetresPerDegree < (best?.Metres ?? FarthestMetres); ring++)
        {
            foreach (var area in Ring(x, y, ring))
            {
                var east = (area.Longitude!.Value - longitude) * narrow * MetresPerDegree;
                var north = (area.Latitude!.Value - latitude) * MetresPerDegree;
                var metres = Math.Sqrt(east * east + north * north);
                if (metres < (best?.Metres ?? FarthestMetres))
                    best = (area, metres);
            }
        }
        return best;
    }

    private IEnumerable<Area> Ring(int x, int y, int ring)
    {
        for (var dy = -ring; dy <= ring; dy++)
        {
            var step = Math.Abs(dy) == ring || ring == 0 ? 1 : 2 * ring;
            for (var dx = -ring; dx <= ring; dx += step)
            {
                if (!cells.TryGetValue((x + dx, y + dy), out var list))
                    continue;
                foreach (var area in list)
                    yield return area;
            }
        }
    }

    private static (int X, int Y) CellOf(double longitude, double latitude) =>
        ((int)Math.Floor(longitude / CellDegrees), (int)Math.Floor(latitude / CellDegrees));
}
