using System.Globalization;
using System.Text;
using Suiying.Contracts.Registry;

namespace Suiying.OpenCity.Model;

/// <summary>Outlines of areas as paths of a picture: few enough points for a slow line, in a plane that keeps shapes at the city's latitude.</summary>
internal static class MapShapes
{
    /// <summary>Of the picture, in its own units; one unit is the finest that is drawn.</summary>
    public const int Width = 400;

    /// <summary>Areas are shown in so many steps.</summary>
    private const int Most = 5;

    /// <summary>An area and its path.</summary>
    public sealed record Shape(Area Area, string Path);

    /// <summary>The shapes of areas that have an outline, and how high the picture is.</summary>
    public static (IReadOnlyList<Shape> Shapes, int Height) Of(IEnumerable<Area> areas)
    {
        var drawn = areas.Where(a => a.Outline.Count > 0).ToList();
        if (drawn.Count == 0)
            return ([], 0);
        var points = drawn.SelectMany(a => a.Outline).SelectMany(ring => ring).ToList();
        var (west, east) = (points.Min(p => p[0]), points.Max(p => p[0]));
        var (south, north) = (points.Min(p => p[1]), points.Max(p => p[1]));
        var narrow = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (Width - 4) / Math.Max(1e-9, (east - west) * narrow);
        string PathOf(Area area)
        {
            var path = new StringBuilder();
            foreach (var ring in area.Outline)
            {
                (int X, int Y)? last = null;
                foreach (var point in ring)
                {
                    var at = (X: 2 + (int)((point[0] - west) * narrow * scale), Y: 2 + (int)((north - point[1]) * scale));
                    if (at == last)
                        continue;
                    // From the point before, since that is written with fewer digits.
                    path.Append(
                        CultureInfo.InvariantCulture,
                        $"{(last is null ? 'M' : 'l')}{at.X - (last?.X ?? 0)},{at.Y - (last?.Y ?? 0)}"
                    );
                    last = at;
                }
                path.Append('Z');
            }
            return path.ToString();
        }
        return ([.. drawn.Select(a => new Shape(a, PathOf(a)))], 4 + (int)Math.Ceiling((north - south) * scale));
    }

    /// <summary>Where steps begin, so that each has about as many areas; rising, without doubles.</summary>
    public static IReadOnlyList<double> Steps(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count < 2)
            return [];
        return
        [
            .. Enumerable
                .Range(1, Most - 1)
                .Select(i => sorted[Math.Min(sorted.Count - 1, sorted.Count * i / Most)])
                .Where(v => v > sorted[0])
                .Distinct(),
        ];
    }
}
