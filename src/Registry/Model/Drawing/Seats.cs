using NetTopologySuite.Geometries;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Drawing;

/// <summary>Positions for the city and for regions of which nobody has said where their seat is.</summary>
internal static class Seats
{
    private const int Candidates = 60;

    public static void PlaceMissing(Area root, List<Area> regions, SortedDictionary<string, Coordinate> positions, Plane plane, int seed)
    {
        var known = regions.Where(r => positions.ContainsKey(r.Code)).Select(r => positions[r.Code]).ToList();
        var middle = Middle(known.Count > 0 ? known : [.. positions.Values]);
        if (!positions.ContainsKey(root.Code))
            positions[root.Code] = plane.Snap(middle);
        var reach =
            known.Count < 2 ? 0.2 : known.Average(p => known.Where(q => !q.Equals2D(p)).Select(p.Distance).DefaultIfEmpty(0.2).Min());
        foreach (var region in regions.Where(r => !positions.ContainsKey(r.Code)))
        {
            var at = plane.Snap(NearMiddle(middle, known, reach, new SeededNoise(seed, "seat/" + region.Code)));
            positions[region.Code] = at;
            known.Add(at);
        }
    }

    /// <summary>Young zones grow beside old towns: near the middle, but with some room to the seats that are known.</summary>
    private static Coordinate NearMiddle(Coordinate middle, List<Coordinate> known, double reach, SeededNoise noise)
    {
        Coordinate? best = null;
        for (var i = 0; i < Candidates; i++)
        {
            var (angle, far) = (noise.Between(0, 2 * Math.PI), reach * noise.Between(0.2, 1.5 + i / 10.0));
            var at = new Coordinate(middle.X + far * Math.Cos(angle), middle.Y + far * Math.Sin(angle));
            var room = known.Select(at.Distance).DefaultIfEmpty(reach).Min();
            if (room >= reach * 0.5 && (best is null || at.Distance(middle) < best.Distance(middle)))
                best = at;
        }
        return best ?? new Coordinate(middle.X + reach * noise.Between(0.1, 1), middle.Y + reach * noise.Between(0.1, 1));
    }

    private static Coordinate Middle(List<Coordinate> points) => new(points.Average(p => p.X), points.Average(p => p.Y));
}
