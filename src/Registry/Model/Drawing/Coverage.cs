using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Operation.Union;

namespace Suiying.Registry.Model.Drawing;

/// <summary>Divides a shape among sites. All cells together fill it, and neighbours share their border to the last digit.</summary>
internal sealed class Coverage(Plane plane, int seed)
{
    private const double UsualStrength = 0.14;
    private const int MostRounds = 12;

    /// <summary>One noding grid for all lines, finer than what is written.</summary>
    private static readonly PrecisionModel Grid = new(1e7);

    /// <param name="sites">Where each cell is.</param>
    /// <param name="shape">What is divided.</param>
    /// <param name="lines">Lines of division, whether inside the shape or not.</param>
    /// <returns>For each site its cell in degrees, rounded; a site without land is missing.</returns>
    public Dictionary<int, Geometry> Divide(IReadOnlyList<Coordinate> sites, Geometry shape, IEnumerable<Geometry> lines)
    {
        var pieces = Pieces(shape, lines);
        var owners = pieces.Select(p => Nearest(sites, p.InteriorPoint.Coordinate)).ToList();
        var crooked = Crooked(pieces, owners, sites);
        return crooked
            .Zip(owners)
            .GroupBy(p => p.Second, p => p.First)
            .OrderBy(g => g.Key)
            .ToDictionary(g => g.Key, g => g.Count() == 1 ? g.Single() : UnaryUnionOp.Union(g.ToList()));
    }

    private static List<Polygon> Pieces(Geometry shape, IEnumerable<Geometry> lines)
    {
        var inside = lines.Select(line => line.Intersection(shape)).Where(line => !line.IsEmpty);
        var all = Plane.Shapes.BuildGeometry([.. inside, shape.Boundary]);
        var polygonizer = new Polygonizer();
        polygonizer.Add(UnaryUnionNG.Union(all, Grid));
        var within = new IndexedPointInAreaLocator(shape);
        return
        [
            .. polygonizer
                .GetPolygons()
                .Cast<Polygon>()
                .Where(p => within.Locate(p.InteriorPoint.Coordinate) == Location.Interior)
                .OrderBy(p => p.EnvelopeInternal.MinX)
                .ThenBy(p => p.EnvelopeInternal.MinY)
                .ThenBy(p => p.Area),
        ];
    }

    private static int Nearest(IReadOnlyList<Coordinate> sites, Coordinate at)
    {
        var best = 0;
        for (var i = 1; i < sites.Count; i++)
        {
            if (sites[i].Distance(at) < sites[best].Distance(at))
                best = i;
        }
        return best;
    }

    /// <summary>Bends the borders between pieces; where a bend would cut another border or lose a site, it is made weaker until it does not.</summary>
    private List<Geometry> Crooked(List<Polygon> pieces, List<int> owners, IReadOnlyList<Coordinate> sites)
    {
        var edges = pieces.SelectMany(EdgesOf).GroupBy(e => e).ToDictionary(g => g.Key, g => g.Count() > 1 ? UsualStrength : 0);
        var home = pieces
            .Select((piece, i) => (piece, i))
            .Where(p => p.piece.Contains(Plane.Shapes.CreatePoint(sites[owners[p.i]])))
            .ToDictionary(p => p.i, p => plane.Out(sites[owners[p.i]]));
        for (var round = 0; ; round++)
        {
            var shapes = pieces.Select(p => (Geometry)Bent(p, edges)).ToList();
            var bad = Enumerable
                .Range(0, pieces.Count)
                .Where(i => !shapes[i].IsValid || (home.TryGetValue(i, out var site) && !Holds(shapes[i], site)))
                .ToList();
            if (bad.Count == 0 || round == MostRounds)
                return shapes;
            foreach (var edge in bad.SelectMany(i => EdgesOf(pieces[i])).Distinct())
                edges[edge] = edges[edge] > 0.02 ? edges[edge] / 2 : 0;
        }
    }

    private static bool Holds(Geometry shape, (double Longitude, double Latitude) at) =>
        SimplePointInAreaLocator.Locate(new Coordinate(at.Longitude, at.Latitude), shape) == Location.Interior;

    private Polygon Bent(Polygon piece, Dictionary<(Coordinate, Coordinate), double> edges) =>
        Plane.Shapes.CreatePolygon(Bent(piece.Shell, edges), [.. piece.Holes.Select(h => Bent(h, edges))]);

    private LinearRing Bent(LinearRing ring, Dictionary<(Coordinate, Coordinate), double> edges)
    {
        var bent = new List<Coordinate>();
        var corners = ring.Coordinates;
        for (var i = 0; i + 1 < corners.Length; i++)
        {
            foreach (var at in CrookedLine.Between(corners[i], corners[i + 1], edges[Edge(corners[i], corners[i + 1])], seed).SkipLast(1))
            {
                var (longitude, latitude) = plane.Out(at);
                if (bent.Count == 0 || bent[^1].X != longitude || bent[^1].Y != latitude)
                    bent.Add(new Coordinate(longitude, latitude));
            }
        }
        while (bent.Count > 1 && bent[^1].Equals2D(bent[0]))
            bent.RemoveAt(bent.Count - 1);
        bent.Add(bent[0].Copy());
        return Plane.Shapes.CreateLinearRing([.. bent]);
    }

    private static IEnumerable<(Coordinate, Coordinate)> EdgesOf(Polygon piece) =>
        piece.Holes.Prepend(piece.Shell).SelectMany(ring => ring.Coordinates.Zip(ring.Coordinates.Skip(1), Edge));

    private static (Coordinate, Coordinate) Edge(Coordinate a, Coordinate b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
