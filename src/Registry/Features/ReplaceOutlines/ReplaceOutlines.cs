using System.Diagnostics.CodeAnalysis;
using NetTopologySuite.Geometries;
using Suiying.Contracts.Registry;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Features;

/// <summary>Puts a city's own outlines in the place of drawn ones. One unknown code or broken shape, and nothing is replaced.</summary>
public sealed class ReplaceOutlines
{
    public sealed record Command
    {
        /// <summary>Folder of the pack.</summary>
        public required string Path { get; init; }

        /// <summary>GeoJSON, WGS-84, <c>properties.code</c> being the area's code.</summary>
        public required string Outlines { get; init; }
    }

    /// <summary>How many outlines came, and how many points were moved into them.</summary>
    public sealed record Summary(int Outlines, int Moved);

    [SuppressMessage("Performance", "CA1822", Justification = "A use case is an instance, so that every caller and test finds it alike.")]
    public async Task<Outcome<Summary>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();

        var folder = new PackFolder(command.Path);
        var files = MapFiles.Read(folder);
        var own = files is null ? [] : OutlinesFile.Read(folder, Path.GetFullPath(command.Outlines), files.Areas);
        if (files is null || folder.Problems.All.Count > 0)
            return new PackIsBroken(folder.Problems.All, folder.Problems.Cut);

        var moved = own.Count(o => Replace(files, files.Areas.ByCode[o.Code], o.Outline));
        var drawn = files.Areas.ByCode.Values.Where(a => a.Schematic).Select(a => a.Code).Except(own.Select(o => o.Code)).ToHashSet();
        await files.Save(drawn, ct);
        return new Summary(own.Count, moved);
    }

    /// <summary>True where the area's point had to be moved: it was drawn, or lies outside of the new outline.</summary>
    private static bool Replace(MapFiles files, Area area, Geometry outline)
    {
        files.Outlines[area.Code] = outline;
        files.Mark(area.Code, false);
        var drawnPoint = area is { Schematic: true, Level: AreaLevel.Township or AreaLevel.Village };
        var inside =
            area is { Longitude: { } longitude, Latitude: { } latitude }
            && outline.Covers(outline.Factory.CreatePoint(new Coordinate(longitude, latitude)));
        if (inside && !drawnPoint)
            return false;
        var point = outline.InteriorPoint.Coordinate;
        files.Place(area.Code, point.X, point.Y);
        return true;
    }
}
