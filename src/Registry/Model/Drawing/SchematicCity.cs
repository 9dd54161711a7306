using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Drawing;

/// <summary>What was drawn, in degrees.</summary>
/// <param name="Positions">Only for areas that had none.</param>
/// <param name="Outlines">Only for areas without a real outline.</param>
internal sealed record Drawing(
    IReadOnlyDictionary<string, (double Longitude, double Latitude)> Positions,
    IReadOnlyDictionary<string, Geometry> Outlines
);

/// <summary>
/// Makes a plausible map of a city of which only seats are known. Regions (counties) are Voronoi cells of their seats; blocks
/// (townships) divide the land by Voronoi cells of points strewn around the seat; a region is the union of its blocks; villages are
/// strewn inside their block. Positions that are given stay; real outlines stay, and what is drawn keeps off them.
/// </summary>
internal sealed class SchematicCity
{
    private readonly int seed;
    private readonly Plane plane;
    private readonly AreaTree areas;
    private readonly IReadOnlyDictionary<string, Geometry> real;
    private readonly SortedDictionary<string, Coordinate> positions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Geometry> outlines = new(StringComparer.Ordinal);
    private readonly HashSet<string> given;

    private SchematicCity(IReadOnlyList<Area> all, IReadOnlyDictionary<string, Geometry> real, int seed)
    {
        (areas, this.real, this.seed) = (new AreaTree(all), real, seed);
        var placed = all.Where(a => a is { Longitude: not null, Latitude: not null }).ToList();
        given = placed.Select(a => a.Code).ToHashSet();
        var seats = placed.Where(a => a.Level <= AreaLevel.County).ToList();
        plane = new Plane(Math.Round((seats.Count > 0 ? seats : placed).Select(a => a.Latitude!.Value).DefaultIfEmpty(0).Average(), 1));
        foreach (var area in placed)
            positions[area.Code] = plane.In(area.Longitude!.Value, area.Latitude!.Value);
    }

    /// <summary>At least one area above village level must have a position.</summary>
    public static Drawing Draw(IReadOnlyList<Area> areas, IReadOnlyDictionary<string, Geometry> real, int seed)
    {
        var city = new SchematicCity(areas, real, seed);
        city.DrawAll();
        return new Drawing(
            city.positions.Where(p => !city.given.Contains(p.Key)).ToDictionary(p => p.Key, p => city.plane.Out(p.Value)),
            city.outlines
        );
    }

    private void DrawAll()
    {
        var root = areas.All.Single(a => a.Level == AreaLevel.City);
        var parts = Below(root);
        var regions = parts.Count > 0 ? parts : [root];
        Seats.PlaceMissing(root, regions, positions, plane, seed);
        var seats = regions.Select(r => positions[r.Code]).ToList();
        var givenBlocks = regions.SelectMany(Below).Where(b => given.Contains(b.Code)).Select(b => positions[b.Code]).ToList();
        var boundary = CityBoundary.Around(seats, givenBlocks, seed);

        var frames = Frames(regions, boundary);
        foreach (var region in regions)
            PlaceBlocks(region, frames[region.Code]);
        var drawn = regions.Where(r => !real.ContainsKey(r.Code)).ToList();
        DivideAmong(drawn, drawn.Count == regions.Count ? boundary : boundary.Difference(RealLand(regions)), frames);
        foreach (var region in regions.Except(drawn))
            DivideAmong([region], frames[region.Code], frames);
        foreach (var region in drawn)
            UniteBlocks(region);
        if (!real.ContainsKey(root.Code) && !outlines.ContainsKey(root.Code))
            outlines[root.Code] = Union(regions.Select(r => OutlineOf(r.Code)).OfType<Geometry>());
        foreach (var village in areas.All.Where(a => a.Level == AreaLevel.Village).GroupBy(a => a.Parent!))
            PlaceVillages(village.Key, [.. village]);
    }

    private List<Area> Below(Area area) =>
        [.. areas.Children(area.Code).Where(a => a.Level != AreaLevel.Village).OrderBy(a => a.Code, StringComparer.Ordinal)];

    private List<Area> BlocksOf(Area region) => Below(region) is { Count: > 0 } blocks ? blocks : [region];

    private Geometry? OutlineOf(string code) => real.GetValueOrDefault(code) ?? outlines.GetValueOrDefault(code);

    private Geometry RealLand(IEnumerable<Area> regions) =>
        UnaryUnionOp.Union(regions.Where(r => real.ContainsKey(r.Code)).Select(r => plane.In(real[r.Code])).ToList());

    /// <summary>The land in which each region strews its blocks.</summary>
    private Dictionary<string, Geometry> Frames(List<Area> regions, Geometry boundary)
    {
        var cells = Voronoi
            .Cells([.. regions.Select(r => positions[r.Code])], boundary.EnvelopeInternal)
            .ToDictionary(c => c.Site, c => c.Cell);
        return regions.ToDictionary(
            r => r.Code,
            r =>
                real.TryGetValue(r.Code, out var outline) ? plane.In(outline)
                : cells.TryGetValue(positions[r.Code], out var cell) ? cell.Intersection(boundary)
                : boundary
        );
    }

    private void PlaceBlocks(Area region, Geometry frame)
    {
        var blocks = Below(region);
        var seat = positions[region.Code];
        var missing = blocks.Where(b => !positions.ContainsKey(b.Code)).ToList();
        var taken = blocks.Where(b => positions.ContainsKey(b.Code)).Select(b => positions[b.Code]).ToList();
        if (missing.Count > 0 && taken.Count == 0 && !frame.IsEmpty)
        {
            // The block of the seat lies at the seat, so that the seat is inside its region whatever else happens.
            positions[missing[0].Code] = seat;
            taken.Add(seat);
            missing.RemoveAt(0);
        }
        var points = Scatter.Around(seat, frame, taken, missing.Count, new SeededNoise(seed, "blocks/" + region.Code));
        foreach (var (block, at) in missing.Zip(points))
            positions[block.Code] = plane.Snap(at);
    }

    private void DivideAmong(List<Area> regions, Geometry shape, Dictionary<string, Geometry> frames)
    {
        if (regions.Count == 0 || shape.IsEmpty)
            return;
        var owners = regions
            .SelectMany(r => BlocksOf(r).Select(b => (Region: r, Block: b)))
            .Where(o => positions.ContainsKey(o.Block.Code))
            .DistinctBy(o => (positions[o.Block.Code].X, positions[o.Block.Code].Y))
            .ToList();
        var sites = owners.Select(o => positions[o.Block.Code]).ToList();
        var coverage = new Coverage(plane, seed);
        var cells = coverage.Divide(sites, shape, Voronoi.Cells(sites, shape.EnvelopeInternal).Select(c => c.Cell.Boundary));
        var torn = regions.Count > 1 && regions.Exists(r => Union(CellsOf(r)) is not Polygon);
        if (torn)
            cells = coverage.Divide(sites, shape, LinesByRegion(regions, sites, frames));
        foreach (var (site, cell) in cells)
            SetOutline(owners[site].Block, cell);

        IEnumerable<Geometry> CellsOf(Area region) => cells.Where(c => owners[c.Key].Region == region).Select(c => c.Value);
    }

    /// <summary>Where a region would fall apart, all regions are kept to their frames and divided each for itself.</summary>
    private IEnumerable<Geometry> LinesByRegion(List<Area> regions, List<Coordinate> sites, Dictionary<string, Geometry> frames)
    {
        foreach (var region in regions)
        {
            var frame = frames[region.Code];
            yield return frame.Boundary;
            var own = BlocksOf(region).Select(b => positions.GetValueOrDefault(b.Code)).OfType<Coordinate>().Where(sites.Contains).ToList();
            foreach (var (_, cell) in Voronoi.Cells(own, frame.EnvelopeInternal))
                yield return cell.Boundary.Intersection(frame);
        }
    }

    private void SetOutline(Area block, Geometry cell)
    {
        if (real.ContainsKey(block.Code))
            return;
        var others = areas
            .Children(block.Parent ?? "")
            .Where(a => a.Code != block.Code && real.ContainsKey(a.Code))
            .Select(a => real[a.Code])
            .ToList();
        outlines[block.Code] =
            others.Count == 0
                ? cell
                : OverlayNGRobust.Overlay(cell, UnaryUnionOp.Union(others), NetTopologySuite.Operation.Overlay.SpatialFunction.Difference);
    }

    private void UniteBlocks(Area region)
    {
        if (Below(region).Count > 0 && Union(Below(region).Select(b => OutlineOf(b.Code)).OfType<Geometry>()) is { IsEmpty: false } land)
            outlines[region.Code] = land;
    }

    private static Geometry Union(IEnumerable<Geometry> parts) => UnaryUnionOp.Union(parts.ToList()) ?? Plane.Shapes.CreatePolygon();

    private void PlaceVillages(string parent, List<Area> villages)
    {
        var home = areas.Upwards(parent).Select(a => OutlineOf(a.Code)).FirstOrDefault(g => g is { IsEmpty: false });
        if (home is null)
            return;
        var shape = plane.In(home);
        var locator = new IndexedPointInAreaLocator(shape);
        var noise = new SeededNoise(seed, "villages/" + parent);
        var taken = villages.Where(v => positions.ContainsKey(v.Code)).Select(v => positions[v.Code]).ToList();
        foreach (var village in villages.Where(v => !positions.ContainsKey(v.Code)).OrderBy(v => v.Code, StringComparer.Ordinal))
        {
            if (Scatter.OneMore(shape, locator, taken, plane, ref noise) is not { } at)
                return;
            positions[village.Code] = at;
            taken.Add(at);
        }
    }
}
