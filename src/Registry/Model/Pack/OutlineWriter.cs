using System.Globalization;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Suiying.Registry.Model.Pack;

/// <summary>Writes outlines.geojson: one feature a line in the order of the codes, so that a change is a small difference in the history.</summary>
internal static class OutlineWriter
{
    public static string Write(IEnumerable<(string Code, Geometry Outline, bool Schematic)> outlines)
    {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        var first = true;
        foreach (var (code, outline, schematic) in outlines.OrderBy(o => o.Code, StringComparer.Ordinal))
        {
            text.Append(first ? "" : ",\n");
            first = false;
            text.Append("{\"type\":\"Feature\",\"properties\":{\"code\":\"").Append(JsonEncodedText.Encode(code));
            text.Append("\",\"schematic\":").Append(schematic ? "true" : "false").Append("},\"geometry\":");
            Shape(text, outline);
            text.Append('}');
        }
        return text.Append("\n]}\n").ToString();
    }

    private static void Shape(StringBuilder text, Geometry outline)
    {
        if (outline is Polygon polygon)
        {
            text.Append("{\"type\":\"Polygon\",\"coordinates\":");
            Rings(text, polygon);
        }
        else
        {
            text.Append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (var i = 0; i < outline.NumGeometries; i++)
            {
                text.Append(i == 0 ? "" : ",");
                Rings(text, (Polygon)outline.GetGeometryN(i));
            }
            text.Append(']');
        }
        text.Append('}');
    }

    private static void Rings(StringBuilder text, Polygon polygon)
    {
        // RFC 7946 wants the outer ring counter-clockwise and holes clockwise.
        text.Append('[');
        Ring(text, polygon.Shell, counterClockwise: true);
        foreach (var hole in polygon.Holes)
        {
            text.Append(',');
            Ring(text, hole, counterClockwise: false);
        }
        text.Append(']');
    }

    private static void Ring(StringBuilder text, LinearRing ring, bool counterClockwise)
    {
        var corners = ring.IsCCW == counterClockwise ? ring.Coordinates : ring.Coordinates.Reverse();
        text.Append('[');
        text.AppendJoin(',', corners.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.X:0.######},{c.Y:0.######}]")));
        text.Append(']');
    }
}
