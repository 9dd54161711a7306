using System.Text;
using NetTopologySuite.Geometries;

namespace Suiying.Registry.Model.Pack;

/// <summary>The two files of a pack that make its map, read together and written back together.</summary>
internal sealed class MapFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly PackFolder folder;
    private readonly AreaRows rows;

    private MapFiles(PackFolder folder, AreasFile areas, AreaRows rows)
    {
        (this.folder, Areas, this.rows) = (folder, areas, rows);
        foreach (var (code, outline) in OutlinesFile.Read(folder, areas))
            Outlines.TryAdd(code, outline);
    }

    public AreasFile Areas { get; }

    public Dictionary<string, Geometry> Outlines { get; } = [];

    /// <summary>Null where the files have problems; the folder has them.</summary>
    public static MapFiles? Read(PackFolder folder)
    {
        var areas = AreasFile.Read(folder);
        if (folder.Problems.All.Count > 0 || AreaRows.Read(folder) is not { } rows)
            return null;
        var files = new MapFiles(folder, areas, rows);
        return folder.Problems.All.Count > 0 ? null : files;
    }

    public void Place(string code, double longitude, double latitude) => rows.Place(code, longitude, latitude);

    public void Mark(string code, bool schematic) => rows.Mark(code, schematic);

    /// <summary>Writes both files beside the old ones first, so that a full disk leaves the pack as it was.</summary>
    public async Task Save(IReadOnlySet<string> schematic, CancellationToken ct)
    {
        var outlines = OutlineWriter.Write(Outlines.Select(o => (o.Key, o.Value, schematic.Contains(o.Key))));
        var (areasNew, outlinesNew) = (folder.At(AreasFile.Name + ".new"), folder.At(OutlinesFile.Name + ".new"));
        await File.WriteAllTextAsync(areasNew, rows.ToCsv(), Utf8, ct);
        await File.WriteAllTextAsync(outlinesNew, outlines, Utf8, ct);
        File.Move(areasNew, folder.At(AreasFile.Name), overwrite: true);
        File.Move(outlinesNew, folder.At(OutlinesFile.Name), overwrite: true);
    }
}
