using System.Net;
using System.Text.Json;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>The map and what is near say no more than the public list: points of communities, never a sealed matter, not even as a number.</summary>
public sealed class MapTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Community = "990102001001";
    private const string World = "box=-180,-89,180,89&zoom=3";

    private readonly Town town = new(app);

    [Fact]
    public async Task Sealed_and_secret_matters_and_reports_are_not_even_counted()
    {
        var lamp = app.Given.Intake();
        await app.Given.Request();
        Later();
        var before = await Total(World);
        var hereBefore = await Total($"{World}&area={Community}");
        var nearBefore = (await Near()).GetArrayLength();
        await app.Given.Request(lamp with { Type = RequestType.Report });
        await app.Given.Request(lamp with { WantsSecrecy = true });
        await app.Given.Request(lamp with { Type = RequestType.Complaint, AboutConduct = true });
        Later();
        Assert.Equal(before, await Total(World));
        Assert.Equal(hereBefore, await Total($"{World}&area={Community}"));
        Assert.Equal(nearBefore, (await Near()).GetArrayLength());
        await app.Given.Request(lamp);
        Later();
        Assert.Equal(before + 1, await Total(World));
        Assert.Equal(nearBefore + 1, (await Near()).GetArrayLength());
    }

    [Fact]
    public async Task A_matter_stands_at_its_community_and_no_box_however_small_finds_its_own_point()
    {
        var point = app.City.Areas.Find(Community)!;
        var (lon, lat) = (point.Longitude!.Value + 0.004, point.Latitude!.Value + 0.004);
        var lamp = app.Given.Intake();
        await app.Given.Request(lamp with { Where = lamp.Where with { Longitude = lon, Latitude = lat } });
        Later();
        using var visitor = app.Visitor();
        var around = await visitor.Get($"/api/requests/nearby?lon={Text(lon)}&lat={Text(lat)}&radius=100");
        Assert.Equal(0, Json(around).GetProperty("rows").GetArrayLength());
        var near = await visitor.Get(
            $"/api/requests/nearby?lon={Text(point.Longitude!.Value)}&lat={Text(point.Latitude!.Value)}&radius=100"
        );
        Assert.NotEqual(0, Json(near).GetProperty("rows").GetArrayLength());
        var pins = await visitor.Get("/api/map/pins?box=115,38,117,40&zoom=16");
        var page = await visitor.Get($"/map?area={Community}");
        foreach (var text in new[] { near.Text, pins.Text, page.Text })
        {
            foreach (var personal in new[] { Text(lon), Text(lat), "路灯坏了", "杨柳社区东门", "演示居民" })
                Assert.DoesNotContain(personal, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Marks_part_as_one_comes_closer_and_always_add_up()
    {
        var lamp = app.Given.Intake();
        await app.Given.Request(lamp);
        await app.Given.Request(lamp with { Where = lamp.Where with { Area = "990102002" } });
        Later();
        var far = await Pins("box=-180,-89,180,89&zoom=2");
        var close = await Pins("box=-180,-89,180,89&zoom=20");
        Assert.Equal(1, far.GetArrayLength());
        Assert.True(close.GetArrayLength() > 1);
        Assert.Equal(Sum(far), Sum(close));
        Assert.Equal(JsonValueKind.Null, far[0].GetProperty("area").ValueKind);
    }

    [Fact]
    public async Task The_list_beside_the_map_counts_what_the_map_counts_and_keeps_the_filter_in_the_address()
    {
        await app.Given.Request();
        Later();
        using var visitor = app.Visitor();
        var page = await visitor.Get("/map?category=01&state=open");
        Assert.Contains($"共 {await Total(World + "&category=01&state=open")} 件", page.Says(".map-list"), StringComparison.Ordinal);
        Assert.Contains("category=01&amp;state=open", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.All(".map-list tbody a"));
    }

    [Fact]
    public async Task Time_and_state_filters_count_only_what_they_say()
    {
        await town.In(RequestState.Closed);
        Later();
        var (open, ended, all) = (await Total(World + "&state=open"), await Total(World + "&state=ended"), await Total(World));
        Assert.True(ended > 0);
        Assert.Equal(all, open + ended);
        app.Clock.Advance(TimeSpan.FromDays(40));
        await app.Given.Request();
        Later();
        Assert.Equal(1, await Total(World + "&days=7"));
    }

    [Theory]
    [InlineData("/api/map/pins?box=1,2,3&zoom=4", "box")]
    [InlineData("/api/map/pins?box=5,5,1,1&zoom=4", "box")]
    [InlineData("/api/map/pins?box=NaN,1,2,3&zoom=4", "box")]
    [InlineData("/api/map/pins?box=1,1,2,2&zoom=99", "zoom")]
    [InlineData("/api/map/pins?box=1,1,2,2&zoom=4&area=0", "area")]
    [InlineData("/api/map/pins?box=1,1,2,2&zoom=4&category=zz", "category")]
    [InlineData("/api/map/pins?box=1,1,2,2&zoom=4&state=maybe", "state")]
    [InlineData("/api/map/pins?box=1,1,2,2&zoom=4&days=-3", "days")]
    [InlineData("/api/requests/nearby", "lon")]
    [InlineData("/api/requests/nearby?lon=115&lat=91", "lon")]
    [InlineData("/api/requests/nearby?lon=115&lat=38&radius=900000", "radius")]
    [InlineData("/api/requests/nearby?box=a,b,c,d", "box")]
    [InlineData("/api/requests/nearby?box=1,1,2,2&category=%27--", "category")]
    [InlineData("/api/outlines/street", "level")]
    public async Task A_wrong_question_is_refused_and_names_the_field(string address, string field)
    {
        using var visitor = app.Visitor();
        var answer = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains($"\"{field}\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_near_also_comes_as_a_part_of_a_page()
    {
        await app.Given.Request();
        using var visitor = app.Visitor();
        var part = await visitor.Get("/api/requests/nearby?box=115,38,117,40&as=html");
        Assert.StartsWith("<ul", part.Text.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("杨柳社区", part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlines_come_packed_with_a_tag_and_are_not_sent_twice()
    {
        using var client = app.CreateClient();
        using var first = await client.GetAsync(new Uri("/api/outlines/county", UriKind.Relative), Ct);
        var tag = first.Headers.ETag!;
        using var body = JsonDocument.Parse(await first.Content.ReadAsStringAsync(Ct));
        Assert.Equal("FeatureCollection", body.RootElement.GetProperty("type").GetString());
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/outlines/county");
        again.Headers.IfNoneMatch.Add(tag);
        using var second = await client.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var packed = new HttpRequestMessage(HttpMethod.Get, "/api/outlines/county");
        packed.Headers.AcceptEncoding.ParseAdd("gzip");
        using var third = await client.SendAsync(packed, Ct);
        Assert.Contains("gzip", third.Content.Headers.ContentEncoding);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Until nobody is shown the counts of before.</summary>
    private void Later() => app.Clock.Advance(MapRows.ShownFor + TimeSpan.FromSeconds(1));

    private async Task<int> Total(string query) => Json(await Get($"/api/map/pins?{query}")).GetProperty("total").GetInt32();

    private async Task<JsonElement> Pins(string query) => Json(await Get($"/api/map/pins?{query}")).GetProperty("pins");

    private async Task<JsonElement> Near() => Json(await Get("/api/requests/nearby?box=115,38,117,40")).GetProperty("rows");

    private async Task<Page> Get(string address)
    {
        using var visitor = app.Visitor();
        return await visitor.Get(address);
    }

    private static int Sum(JsonElement pins) =>
        pins.EnumerateArray().Sum(p => p.GetProperty("open").GetInt32() + p.GetProperty("ended").GetInt32());

    private static JsonElement Json(Page page) => JsonDocument.Parse(page.Text).RootElement;

    private static string Text(double degrees) => degrees.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
