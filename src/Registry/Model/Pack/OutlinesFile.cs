using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Valid;

namespace Suiying.Registry.Model.Pack;

/// <summary>A GeoJSON file of outlines; its rows are numbered by feature, from 1.</summary>
internal static class OutlinesFile
{
    public const string Name = "outlines.geojson";

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The pack may have none.</summary>
    public static IReadOnlyList<(string Code, Geometry Outline)> Read(PackFolder folder, AreasFile areas) =>
        File.Exists(folder.At(Name)) ? Read(folder, Name, areas) : [];

    public static IReadOnlyList<(string Code, Geometry Outline)> Read(PackFolder folder, string file, AreasFile areas)
    {
        var outlines = new List<(string, Geometry)>();
        if (JsonPart.Read(folder, file) is not { } root)
            return outlines;
        if (root.Text("type") is var type && type != "FeatureCollection")
            root.Report("type", $"“{type}”不是 FeatureCollection。", "FeatureCollection");
        var placed = areas.Areas.Where(a => a.Value is { Longitude: not null, Latitude: not null }).ToList();
        var middle = placed.Count == 0 ? ((double, double)?)null : AreasFile.Middle(placed);
        var seen = new Dictionary<string, int>();
        var number = 0;
        foreach (var feature in root.Objects("features"))
        {
            number++;
            var code = CodeOf(feature.Element);
            if (code is null)
                folder.Report(file, number, "properties.code", "这个要素没有区划代码。", $"{AreasFile.Name} 的 code");
            else if (!areas.ByCode.ContainsKey(code))
                folder.Report(file, number, "properties.code", $"区划 {code} 不存在。", $"{AreasFile.Name} 的 code");
            else if (!seen.TryAdd(code, number))
                folder.Report(file, number, "properties.code", $"区划 {code} 与第 {seen[code]} 个要素重复。");
            if (Shape(folder, file, number, feature.Element, middle) is { } shape && code is not null)
                outlines.Add((code, shape));
        }
        return outlines;
    }

    private static string? CodeOf(JsonElement feature)
    {
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return null;
        if (!properties.TryGetProperty("code", out var code))
            return null;
        return code.ValueKind switch
        {
            JsonValueKind.String => code.GetString(),
            JsonValueKind.Number => code.GetRawText(),
            _ => null,
        };
    }

    private static Geometry? Shape(PackFolder folder, string file, int number, JsonElement feature, (double, double)? middle)
    {
        Geometry? shape = null;
        try
        {
            if (feature.TryGetProperty("geometry", out var geometry))
                shape = geometry.Deserialize<Geometry>(GeoJson);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            folder.Report(file, number, "geometry", "这个要素的图形读不出来。", "闭合的 Polygon 或 MultiPolygon");
            return null;
        }
        if (shape is not (Polygon or MultiPolygon) || shape.IsEmpty)
        {
            folder.Report(file, number, "geometry", "图形不是面，或是空的。", "Polygon 或 MultiPolygon");
            return null;
        }
        if (new IsValidOp(shape).ValidationError is { } error)
        {
            Phrase at = error.Coordinate is { } c ? (Phrase)$"，位置约在 {c.X:0.#####},{c.Y:0.#####}" : (Phrase)"";
            folder.Report(file, number, "geometry", $"边界不合法：{Reason(error.ErrorType)}{at}。", "不自相交的闭合边界");
            return null;
        }
        var box = shape.EnvelopeInternal;
        var fields = ("geometry", "geometry");
        AreasFile.CheckPosition(folder, file, number, fields, (box.MinX, box.MinY), middle);
        if (box.Width > 0 || box.Height > 0)
            AreasFile.CheckPosition(folder, file, number, fields, (box.MaxX, box.MaxY), middle);
        return shape;
    }

    private static Phrase Reason(TopologyValidationErrors error) =>
        error switch
        {
            TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => "自相交",
            TopologyValidationErrors.HoleOutsideShell => "洞在外边界之外",
            TopologyValidationErrors.NestedHoles or TopologyValidationErrors.NestedShells => "面或洞互相套叠",
            TopologyValidationErrors.DisconnectedInteriors => "内部不连通",
            TopologyValidationErrors.RingNotClosed => "边界没有闭合",
            TopologyValidationErrors.TooFewPoints => "点太少",
            TopologyValidationErrors.InvalidCoordinate => "坐标不是数",
            _ => error.ToString(),
        };

    /// <summary>All rings as longitude, latitude pairs.</summary>
    public static AreaOutline Rings(string code, Geometry outline)
    {
        var rings = new List<IReadOnlyList<double[]>>();
        for (var part = 0; part < outline.NumGeometries; part++)
        {
            var polygon = (Polygon)outline.GetGeometryN(part);
            rings.Add(Pairs(polygon.ExteriorRing));
            rings.AddRange(polygon.InteriorRings.Select(Pairs));
        }
        return new AreaOutline(code, rings);
    }

    private static List<double[]> Pairs(LineString ring) => [.. ring.Coordinates.Select(c => new[] { c.X, c.Y })];
}
