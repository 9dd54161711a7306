using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Features;

/// <summary>The city's own outlines as GeoJSON, one file for each level, made and packed once for each version of the city.</summary>
public sealed class ReadOutlines(ICityRegistry registry)
{
    private volatile Made? newest;

    /// <summary>GeoJSON, packed by gzip, and a tag that changes with the city's version.</summary>
    public sealed record File(byte[] Packed, string Tag);

    public sealed record Query(string Level);

    public Task<Outcome<File>> Run(Query query, CancellationToken ct) => Task.FromResult(Find(query.Level));

    private Outcome<File> Find(string level)
    {
        if (!Enum.TryParse<AreaLevel>(level, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
            return Refusal.Invalid(new FieldProblem("level", "没有这一级区划，请用 city、county、township 或 village。"));
        var city = registry.Current;
        var made = newest;
        if (made is null || made.City != city)
            newest = made = new Made(city);
        return made.Files[(int)wanted].Value;
    }

    private sealed class Made(CitySnapshot city)
    {
        public CitySnapshot City => city;

        public Lazy<File>[] Files { get; } = [.. Enum.GetValues<AreaLevel>().Select(level => new Lazy<File>(() => Write(city, level)))];
    }

    private static File Write(CitySnapshot city, AreaLevel level)
    {
        var areas = city.Areas.All.Where(a => a.Level == level && a.Outline.Count > 0).ToList();
        using var memory = new MemoryStream();
        using (var packed = new GZipStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var json = new Utf8JsonWriter(packed))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteBoolean("schematic", areas.Any(a => a.Schematic));
            json.WriteStartArray("features");
            foreach (var area in areas)
                Write(json, area);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return new File(memory.ToArray(), string.Create(CultureInfo.InvariantCulture, $"\"{city.City.Code}-{city.Version}-{level}\""));
    }

    private static void Write(Utf8JsonWriter json, Area area)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("code", area.Code);
        json.WriteString("name", area.Name);
        json.WriteBoolean("served", area.Served);
        json.WriteBoolean("schematic", area.Schematic);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        // Lines, not faces: the snapshot does not say which rings are holes, and a base map needs only the borders.
        json.WriteString("type", "MultiLineString");
        json.WriteStartArray("coordinates");
        foreach (var ring in area.Outline)
        {
            json.WriteStartArray();
            foreach (var point in ring)
            {
                json.WriteStartArray();
                json.WriteNumberValue(point[0]);
                json.WriteNumberValue(point[1]);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
