using CsCheck;
using Suiying.Contracts.Registry;

namespace Suiying.Tests.Registry;

public sealed class PlaceFinderTests : IAsyncLifetime
{
    private readonly TinyPack pack = new();
    private RegistryHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        pack.Change("areas.csv", "天翔社区居民委员会,Village,990101,true,,,,", "天翔社区居民委员会,Village,990101,true,,115.41,38.91,");
        pack.Change("areas.csv", "建设路居民委员会,Village,990201,true,,,,", "建设路居民委员会,Village,990201,true,,115.71,39.01,");
        pack.Change("areas.csv", "天涯村民委员会,Village,990301,false,,,,", "天涯村民委员会,Village,990301,false,,115.21,38.61,");
        house = await RegistryHouse.Open();
        await house.Load(pack.Path);
    }

    [Theory]
    [InlineData("天翔", "99010101")]
    [InlineData("天翔社区", "99010101")]
    [InlineData("天翔社区居民委员会", "99010101")]
    [InlineData(" 天 翔 ", "99010101")]
    [InlineData("孙村", "99010201")]
    [InlineData("东孙", "99020101")]
    [InlineData("五四路", "990101")]
    [InlineData("五四路街道办事处", "990101")]
    [InlineData("珊瑚区", "9901")]
    [InlineData("珊瑚", "9901")]
    [InlineData("珊瑚区五四路", "990101")]
    [InlineData("珊瑚区五四路街道天翔社区", "99010101")]
    [InlineData("珊瑚区天翔", "99010101")]
    [InlineData("沙滩镇东孙村", "99020101")]
    [InlineData("海底市珊瑚区五四路街道天翔社区3号楼2单元", "99010101")]
    [InlineData("建设路", "99020102")]
    [InlineData("海底", "99")]
    [InlineData("wsl", "990101")]
    [InlineData("tx", "99010101")]
    [InlineData("SHQ", "9901")]
    public void People_find_a_place_by_the_words_they_use(string said, string code) =>
        Assert.Equal(code, string.Join("", house.Places.Find(said, 1).Select(m => m.Area.Code)));

    [Fact]
    public void A_beginning_comes_before_an_inside()
    {
        var found = house.Places.Find("孙村").Select(m => m.Area.Code).ToList();

        Assert.Equal(["99010201", "99020101"], found);
    }

    [Fact]
    public void A_place_that_is_not_served_says_who_answers_there()
    {
        var match = house.Places.Find("天涯")[0];

        Assert.Equal((false, "邻市", "远洋县 深水乡 天涯村民委员会"), (match.Area.Served, match.AdministeredBy, match.FullName));
        Assert.Null(house.Places.Find("天翔")[0].AdministeredBy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("。！？")]
    [InlineData("没有这个地方")]
    [InlineData("'; DROP TABLE areas; --")]
    public void What_is_not_there_is_not_found(string said) => Assert.Empty(house.Places.Find(said));

    [Fact]
    public void Any_text_is_answered_in_order_and_within_the_limit() =>
        Gen.String[Gen.Char["天翔社区居民委员会孙村五四路街道珊瑚 a1\ud800"], 0, 300]
            .Sample(said =>
            {
                var found = house.Places.Find(said, 3);
                return found.Count <= 3 && found.Zip(found.Skip(1)).All(p => p.First.Score >= p.Second.Score);
            });

    [Theory]
    [InlineData(115.412, 38.912, "99010101")]
    [InlineData(115.6, 39.0, "99020102")]
    [InlineData(115.2, 38.4, "99030101")]
    public void The_nearest_village_is_found(double longitude, double latitude, string code) =>
        Assert.Equal(code, house.Places.NearestVillage(longitude, latitude)?.Area.Code);

    [Fact]
    public void The_grid_finds_what_a_search_of_everything_finds()
    {
        var villages = house.Registry.Current.Areas.All.Where(a => a is { Level: AreaLevel.Village, Longitude: not null }).ToList();
        Gen.Select(Gen.Double[115, 116], Gen.Double[38.4, 39.2])
            .Sample(at =>
            {
                var near = house.Places.NearestVillage(at.Item1, at.Item2);
                var least = villages.Min(v => Metres(v, at));
                return near is null ? least > 49_999 : Math.Abs(near.Metres - least) < 1;
            });

        static double Metres(Area area, (double Longitude, double Latitude) at)
        {
            var east = (area.Longitude!.Value - at.Longitude) * Math.Cos(double.DegreesToRadians(at.Latitude));
            return 111_195 * Math.Sqrt(Math.Pow(east, 2) + Math.Pow(area.Latitude!.Value - at.Latitude, 2));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(double.NaN, 38)]
    [InlineData(115, double.PositiveInfinity)]
    [InlineData(-500, 38)]
    public void Far_away_is_near_nothing(double longitude, double latitude) =>
        Assert.Null(house.Places.NearestVillage(longitude, latitude));

    [Fact]
    public async Task A_new_version_is_searched_as_soon_as_it_is_loaded()
    {
        await house.Load(pack.Change("areas.csv", "天翔社区", "天马社区").Path);

        Assert.Equal("99010101", house.Places.Find("天马")[0].Area.Code);
        Assert.Empty(house.Places.Find("天翔"));
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        pack.Dispose();
    }
}
