using System.Text.Json;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Suiying.Contracts.Registry;
using Suiying.Registry.Features;
using Suiying.Registry.Model;

namespace Suiying.Tests.Registry;

public sealed class DrawSchematicTests : IDisposable
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private readonly TinyPack pack = Grown();

    [Fact]
    public async Task The_same_pack_and_seed_give_the_same_bytes_and_another_seed_does_not()
    {
        using var second = Grown();
        using var third = Grown();
        await Draw(pack, 7);
        await Draw(second, 7);
        await Draw(third, 8);

        Assert.Equal(Bytes(pack), Bytes(second));
        Assert.NotEqual(Bytes(pack), Bytes(third));
    }

    [Fact]
    public async Task Drawing_again_changes_nothing()
    {
        await Draw(pack, 7);
        var once = Bytes(pack);
        await Draw(pack, 7);

        Assert.Equal(once, Bytes(pack));
    }

    [Fact]
    public async Task Everything_gets_a_place_and_what_was_given_stays()
    {
        var city = await DrawAndLoad(7);

        Assert.All(city.Areas.All, a => Assert.True(a is { Longitude: not null, Latitude: not null, Schematic: true }, a.Name));
        Assert.Equal((115.40, 38.90), (city.Areas.Find("9901")!.Longitude, city.Areas.Find("9901")!.Latitude));
        Assert.All(city.Areas.All, a => Assert.Equal(a.Level == AreaLevel.Village, a.Outline.Count == 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_map_is_one_whole(int seed)
    {
        var city = await DrawAndLoad(seed);
        var shapes = Shapes(pack);

        Assert.All(shapes.Values, shape => Assert.True(shape.IsValid));
        foreach (var level in new[] { AreaLevel.County, AreaLevel.Township })
        {
            Geometry[] parts = [.. city.Areas.All.Where(a => a.Level == level || IsUndivided(a)).Select(a => shapes[a.Code])];
            Assert.True(CoverageValidator.IsValid(parts), $"{level}: neighbours do not share their border");
            Assert.Equal(shapes["99"].Area, parts.Sum(p => p.Area), 1e-9);
        }

        bool IsUndivided(Area area) => area.Level == AreaLevel.County && !city.Areas.Children(area.Code).Any();
        foreach (var area in city.Areas.All.Where(a => a.Level != AreaLevel.City))
        {
            var point = new Point(area.Longitude!.Value, area.Latitude!.Value);
            var home = area.Level == AreaLevel.Village ? area.Parent! : area.Code;
            Assert.True(shapes[home].Contains(point), $"{area.Name} lies outside of {home}");
        }
        Assert.Equal(
            city.Areas.All.Count - 1,
            city.Areas.All.Where(a => a.Code != "99").DistinctBy(a => (a.Level, a.Longitude, a.Latitude)).Count()
        );
    }

    [Fact]
    public async Task A_citys_own_outlines_take_the_place_of_drawn_ones_and_stay()
    {
        await Draw(pack, 7);
        const string Own = """{"type":"Polygon","coordinates":[[[115.3,38.8],[115.45,38.8],[115.45,38.95],[115.3,38.95],[115.3,38.8]]]}""";
        var replaced = await Replace($$"""{"type":"Feature","properties":{"code":990101},"geometry":{{Own}}}""");

        Assert.Equal(new ReplaceOutlines.Summary(1, 1), replaced.Value);
        await Draw(pack, 7);
        await using var house = await RegistryHouse.Open();
        await house.Load(pack.Path);
        var area = house.Registry.Current.Areas.Find("990101")!;
        Assert.False(area.Schematic);
        Assert.Equal(5, Assert.Single(area.Outline).Count);
        Assert.True(Shapes(pack)["990101"].Contains(new Point(area.Longitude!.Value, area.Latitude!.Value)));
        Assert.True(Shapes(pack)["990102"].Intersection(Shapes(pack)["990101"]).Area < 1e-9);
    }

    [Fact]
    public async Task One_unknown_code_and_no_outline_is_replaced()
    {
        await Draw(pack, 7);
        var before = Bytes(pack);
        const string Own = """{"type":"Polygon","coordinates":[[[115.3,38.8],[115.5,38.8],[115.5,39.0],[115.3,38.8]]]}""";
        var replaced = await Replace(
            $$"""{"type":"Feature","properties":{"code":"990101"},"geometry":{{Own}}},{"type":"Feature","properties":{"code":"7"},"geometry":{{Own}}}"""
        );

        var problem = Assert.Single(Assert.IsType<PackIsBroken>(replaced.Refusal).Problems);
        Assert.Equal((2, "properties.code"), (problem.Row, problem.Field));
        Assert.Equal(before, Bytes(pack));
    }

    [Fact]
    public async Task A_city_without_any_position_is_told_so()
    {
        pack.Change("areas.csv", "115.40,38.90", ",").Change("areas.csv", "115.70,39.00", ",").Change("areas.csv", "115.20,38.60", ",");

        Assert.IsType<NothingPlaced>((await Try(pack, 1)).Refusal);
    }

    public void Dispose() => pack.Dispose();

    /// <summary>More townships and villages than the tiny pack has, and a county without a seat.</summary>
    private static TinyPack Grown()
    {
        var pack = new TinyPack();
        pack.Append("areas.csv", "9904,新城,County,99,true,,,,");
        for (var town = 1; town <= 9; town++)
        {
            pack.Append("areas.csv", $"99021{town},镇{town},Township,9902,true,,,,");
            for (var village = 1; village <= 20; village++)
                pack.Append("areas.csv", $"99021{town}{village:00},村{town}{village:00}村民委员会,Village,99021{town},true,,,,");
        }
        return pack;
    }

    private static Task<Outcome<DrawSchematic.Summary>> Try(TinyPack pack, int seed) =>
        new DrawSchematic().Run(new DrawSchematic.Command { Path = pack.Path, Seed = seed }, Actor.System, CancellationToken.None);

    private static async Task Draw(TinyPack pack, int seed) => Assert.Null((await Try(pack, seed)).Refusal);

    private async Task<CitySnapshot> DrawAndLoad(int seed)
    {
        await Draw(pack, seed);
        await using var house = await RegistryHouse.Open();
        var outcome = await house.Load(pack.Path);
        Assert.True(outcome.Refusal is null, outcome.Refusal is PackIsBroken broken ? string.Join('\n', broken.Problems) : "");
        return house.Registry.Current;
    }

    private async Task<Outcome<ReplaceOutlines.Summary>> Replace(string features)
    {
        pack.Write("own.geojson", $$"""{"type":"FeatureCollection","features":[{{features}}]}""");
        return await new ReplaceOutlines().Run(
            new ReplaceOutlines.Command { Path = pack.Path, Outlines = Path.Combine(pack.Path, "own.geojson") },
            Actor.System,
            CancellationToken.None
        );
    }

    private static string Bytes(TinyPack pack) => pack.Text("areas.csv") + pack.Text("outlines.geojson");

    private static Dictionary<string, Geometry> Shapes(TinyPack pack)
    {
        using var document = JsonDocument.Parse(pack.Text("outlines.geojson"));
        return document
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .ToDictionary(
                f => f.GetProperty("properties").GetProperty("code").GetString()!,
                f => f.GetProperty("geometry").Deserialize<Geometry>(GeoJson)!
            );
    }
}
