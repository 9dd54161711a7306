using System.Diagnostics.CodeAnalysis;
using Suiying.Contracts.Registry;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Drawing;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Features;

/// <summary>
/// Gives every area of a pack that lacks one a position, and every county and township an outline, all marked schematic; writes them
/// back into the pack. The same pack and seed give the same bytes, and drawing again changes nothing.
/// </summary>
public sealed class DrawSchematic
{
    public sealed record Command
    {
        /// <summary>Folder of the pack.</summary>
        public required string Path { get; init; }

        public int Seed { get; init; } = 1;

        /// <summary>Forgets earlier schematic positions of townships and villages, to draw another map.</summary>
        public bool Afresh { get; init; }
    }

    /// <summary>How many of each were drawn.</summary>
    public sealed record Summary(int Positions, int Outlines);

    [SuppressMessage("Performance", "CA1822", Justification = "A use case is an instance, so that every caller and test finds it alike.")]
    public async Task<Outcome<Summary>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();

        var folder = new PackFolder(command.Path);
        if (MapFiles.Read(folder) is not { } files)
            return new PackIsBroken(folder.Problems.All, folder.Problems.Cut);
        var areas = files.Areas.Areas.Select(a => command.Afresh ? Forgotten(a.Value) : a.Value).ToList();
        if (!areas.Exists(a => a is { Longitude: not null, Level: not AreaLevel.Village }))
            return new NothingPlaced();

        var real = files.Outlines.Where(o => !files.Areas.ByCode[o.Key].Schematic).ToDictionary();
        var drawing = SchematicCity.Draw(areas, real, command.Seed);
        foreach (var (code, at) in drawing.Positions)
            files.Place(code, at.Longitude, at.Latitude);
        foreach (var (code, outline) in drawing.Outlines)
            files.Outlines[code] = outline;
        foreach (var code in drawing.Positions.Keys.Concat(drawing.Outlines.Keys))
            files.Mark(code, true);

        await files.Save(drawing.Outlines.Keys.ToHashSet(), ct);
        return new Summary(drawing.Positions.Count, drawing.Outlines.Count);
    }

    private static Area Forgotten(Area area) =>
        area is { Schematic: true, Level: AreaLevel.Township or AreaLevel.Village }
            ? area with
            {
                Longitude = null,
                Latitude = null,
            }
            : area;
}
