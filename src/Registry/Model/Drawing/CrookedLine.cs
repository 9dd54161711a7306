using NetTopologySuite.Geometries;

namespace Suiying.Registry.Model.Drawing;

/// <summary>A border as land has it: a straight piece whose middle is moved aside, and so its halves, down to about a kilometre.</summary>
internal static class CrookedLine
{
    private const double ShortestPiece = 0.014;

    /// <summary>
    /// From one end to the other, both included. The same ends give the same line whichever comes first, so two neighbours that share
    /// an edge go on sharing it.
    /// </summary>
    public static IReadOnlyList<Coordinate> Between(Coordinate from, Coordinate to, double strength, int seed)
    {
        var turned = from.CompareTo(to) > 0;
        var (first, last) = turned ? (to, from) : (from, to);
        var line = new List<Coordinate> { first };
        Bend(line, first, last, strength, seed);
        if (turned)
            line.Reverse();
        return line;
    }

    private static void Bend(List<Coordinate> line, Coordinate from, Coordinate to, double strength, int seed)
    {
        var length = from.Distance(to);
        if (length < ShortestPiece || strength <= 0)
        {
            line.Add(to);
            return;
        }
        var noise = SeededNoise.For(seed, "bend", from.X, from.Y, to.X, to.Y);
        var along = noise.Between(0.42, 0.58);
        var aside = noise.Between(-strength, strength);
        var middle = new Coordinate(
            from.X + along * (to.X - from.X) - aside * (to.Y - from.Y),
            from.Y + along * (to.Y - from.Y) + aside * (to.X - from.X)
        );
        Bend(line, from, middle, strength, seed);
        Bend(line, middle, to, strength, seed);
    }
}
