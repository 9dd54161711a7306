using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Suiying.Registry.Model.Drawing;

/// <summary>Puts points into a shape so that they look settled: not on a grid, not in heaps.</summary>
internal static class Scatter
{
    private const int Relaxations = 3;
    private const int CandidatesPerPoint = 10;
    private const int MostTries = 20_000;

    /// <summary>
    /// Points around a seat, denser near it, then moved a few times towards the middle of their own cell (Lloyd). Ordered by distance
    /// from the seat. Fewer only where the shape has no room.
    /// </summary>
    public static IReadOnlyList<Coordinate> Around(
        Coordinate seat,
        Geometry frame,
        IReadOnlyList<Coordinate> taken,
        int count,
        SeededNoise noise
    )
    {
        var locator = new IndexedPointInAreaLocator(frame);
        var reach = Math.Sqrt(frame.Area / Math.PI);
        var free = new List<Coordinate>();
        for (var tries = 0; free.Count < count && tries < MostTries; tries++)
        {
            var at = Anywhere(frame.EnvelopeInternal, ref noise);
            var likely = 0.3 + 0.7 * Math.Exp(-at.Distance(seat) / (0.35 * reach));
            if (noise.Next() < likely && locator.Locate(at) == Location.Interior)
                free.Add(at);
        }
        for (var round = 0; round < Relaxations; round++)
            free = Relax(free, taken, frame, locator);
        return [.. free.OrderBy(p => p.Distance(seat)).ThenBy(p => p.X).ThenBy(p => p.Y)];
    }

    private static List<Coordinate> Relax(
        List<Coordinate> free,
        IReadOnlyList<Coordinate> taken,
        Geometry frame,
        IndexedPointInAreaLocator locator
    )
    {
        var cells = Voronoi.Cells([.. taken, .. free], frame.EnvelopeInternal).ToDictionary(c => c.Site, c => c.Cell);
        return [.. free.Select(p => cells.TryGetValue(p, out var cell) ? Middle(p, cell.Intersection(frame), locator) : p)];
    }

    private static Coordinate Middle(Coordinate site, Geometry cell, IndexedPointInAreaLocator locator)
    {
        // Half way only: a full relaxation would end in honeycomb.
        var middle = cell.IsEmpty ? site : cell.Centroid.Coordinate;
        var half = new Coordinate((site.X + middle.X) / 2, (site.Y + middle.Y) / 2);
        return locator.Locate(half) == Location.Interior ? half : site;
    }

    /// <summary>One more point of a shape, away from those that are there and from its border (best of a few candidates).</summary>
    public static Coordinate? OneMore(
        Geometry shape,
        IndexedPointInAreaLocator locator,
        IReadOnlyList<Coordinate> taken,
        Plane plane,
        ref SeededNoise noise
    )
    {
        Coordinate? best = null;
        var bestRoom = double.NegativeInfinity;
        var found = 0;
        for (var tries = 0; found < CandidatesPerPoint && tries < MostTries; tries++)
        {
            var at = plane.Snap(Anywhere(shape.EnvelopeInternal, ref noise));
            if (locator.Locate(at) != Location.Interior)
                continue;
            found++;
            var room = taken.Count == 0 ? 0 : taken.Min(at.Distance);
            if (room > bestRoom)
                (best, bestRoom) = (at, room);
        }
        return best;
    }

    private static Coordinate Anywhere(Envelope box, ref SeededNoise noise) =>
        new(noise.Between(box.MinX, box.MaxX), noise.Between(box.MinY, box.MaxY));
}

/// <summary>Voronoi cells, each with its site.</summary>
internal static class Voronoi
{
    public static IEnumerable<(Coordinate Site, Geometry Cell)> Cells(IReadOnlyCollection<Coordinate> sites, Envelope within)
    {
        var builder = new VoronoiDiagramBuilder();
        builder.SetSites([.. sites]);
        var wide = within.Copy();
        wide.ExpandBy(within.Width + within.Height);
        builder.ClipEnvelope = wide;
        var diagram = builder.GetDiagram(Plane.Shapes);
        for (var i = 0; i < diagram.NumGeometries; i++)
        {
            var cell = diagram.GetGeometryN(i);
            yield return ((Coordinate)cell.UserData, cell);
        }
    }
}
