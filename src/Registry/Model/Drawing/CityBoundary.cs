using NetTopologySuite.Geometries;

namespace Suiying.Registry.Model.Drawing;

/// <summary>A plausible outer border around seats: the land within reach of them, closed and roughened.</summary>
internal static class CityBoundary
{
    private const double ReachOfLoneSeat = 0.25;

    public static Geometry Around(IReadOnlyList<Coordinate> seats, IReadOnlyList<Coordinate> others, int seed)
    {
        var reach = Reach(seats);
        Geometry land = Land(seats, reach, seed);
        // Places given by the city may lie further out than its seats let one guess.
        var outside = others.Where(p => !land.Contains(Plane.Shapes.CreatePoint(p))).ToList();
        if (outside.Count > 0)
            land = Closed(
                land.Union(Discs(outside, _ => reach / 2)).Union(Plane.Shapes.CreateMultiPointFromCoords([.. outside]).ConvexHull()),
                reach
            );
        return land;
    }

    private static Polygon Land(IReadOnlyList<Coordinate> seats, double reach, int seed)
    {
        var smooth = Closed(Discs(seats, p => reach * SeededNoise.For(seed, "reach", p.X, p.Y).Between(0.8, 1.25)), reach);
        for (var strength = 0.16; strength > 0.01; strength /= 2)
        {
            var rough = Roughened(smooth, reach, strength, seed);
            if (rough.IsValid && seats.All(p => rough.Contains(Plane.Shapes.CreatePoint(p))))
                return rough;
        }
        return smooth;
    }

    /// <summary>One polygon without holes.</summary>
    private static Polygon Closed(Geometry shape, double reach)
    {
        var closed = shape.Buffer(reach).Buffer(-reach);
        if (closed is not Polygon)
            closed = shape.ConvexHull();
        return Plane.Shapes.CreatePolygon((LinearRing)((Polygon)closed).ExteriorRing);
    }

    private static Geometry Discs(IReadOnlyList<Coordinate> at, Func<Coordinate, double> radius) =>
        NetTopologySuite.Operation.Union.UnaryUnionOp.Union(at.Select(p => Plane.Shapes.CreatePoint(p).Buffer(radius(p))).ToList());

    private static Polygon Roughened(Polygon smooth, double reach, double strength, int seed)
    {
        var corners = NetTopologySuite.Simplify.TopologyPreservingSimplifier.Simplify(smooth, reach / 8).Coordinates;
        var ring = new List<Coordinate>();
        for (var i = 0; i + 1 < corners.Length; i++)
            ring.AddRange(CrookedLine.Between(corners[i], corners[i + 1], strength, seed).SkipLast(1));
        ring.Add(ring[0].Copy());
        return Plane.Shapes.CreatePolygon([.. ring]);
    }

    /// <summary>About as far as a seat is from its neighbours, the lonelier half counting.</summary>
    private static double Reach(IReadOnlyList<Coordinate> seats)
    {
        if (seats.Count < 2)
            return ReachOfLoneSeat;
        var nearest = seats
            .Select(p => seats.Where(q => !q.Equals2D(p)).Select(p.Distance).DefaultIfEmpty(ReachOfLoneSeat).Min())
            .Order()
            .ToList();
        return Math.Max(0.02, 0.9 * nearest[nearest.Count * 2 / 3]);
    }
}
