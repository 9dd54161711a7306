using System.Text.Json;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>What the board and the sheet of measures draw beside their tables.</summary>
public sealed class ScoreChartTests(LargeGroupApp app) : IClassFixture<LargeGroupApp>
{
    private const string Query = $"?month={LargeGroupApp.Month}&kind=";

    [Fact]
    public async Task Units_that_have_a_place_are_drawn_in_their_order_beside_the_table()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get($"/desk/scores{Query}Street");
        using var picture = Picture(page);
        Assert.Equal("bars", picture.RootElement.GetProperty("kind").GetString());
        Assert.Equal(["1. 东一街道办事处", "2. 东二街道办事处"], Labels(picture));
        // 10 % × 1 + 50 % × 0.5 + 40 % × 1 of the second.
        Assert.Equal("[100,75]", picture.RootElement.GetProperty("series")[0].GetProperty("values").GetRawText());
        Assert.Equal(2, page.All("main [aria-label='三率'] tbody tr").Count);
        Assert.Contains("演示数据", page.Says("figure.chart figcaption"), StringComparison.Ordinal);
        Assert.Empty(page.All("main #score-chart > p"));
        Assert.EndsWith("#score-chart", page.Find("main header a[href*='#']").GetAttribute("href"), StringComparison.Ordinal);
        RegionsHaveNamesOfTheirOwn(page);
    }

    [Fact]
    public async Task Of_more_than_twenty_the_first_and_the_last_ten_are_drawn_as_they_are_not_rounded()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get($"/desk/scores{Query}Section");
        using var picture = Picture(page);
        var labels = Labels(picture);
        Assert.Equal(20, labels.Count);
        Assert.Equal(
            ["1. 示例市供水企业班组230", "10. 示例市供水企业班组221", "221. 示例市供水企业班组010", "230. 示例市供水企业班组001"],
            new[] { 0, 9, 10, 19 }.Select(at => labels[at])
        );
        var values = picture.RootElement.GetProperty("series")[0].GetProperty("values");
        Assert.Equal((86.45, 75), (values[0].GetDouble(), values[19].GetDouble()));
        Assert.Contains("前 10 位和后 10 位，有名次的共 230 个单位", page.Says("#score-chart > p"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Village")]
    [InlineData("CountyDepartment")]
    public async Task Where_fewer_than_two_have_a_place_nothing_is_drawn(string kind)
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get($"/desk/scores{Query}{kind}");
        Assert.True(page.IsSuccess);
        Assert.Empty(page.All("main [data-chart], main a[href*='#score-chart']"));
    }

    [Fact]
    public async Task Signs_of_all_units_together_are_drawn_with_what_is_expected_beside_each()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get($"/desk/scores/measures{Query}Section");
        using var picture = Picture(page);
        var labels = Labels(picture);
        Assert.Equal(6, labels.Count);
        Assert.Equal("整点半点答复\n参照 3.3%", labels[2]);
        // 100 of 2,300.
        var series = picture.RootElement.GetProperty("series")[0];
        Assert.Equal("[0,null,4.3478,null,null,null]", series.GetProperty("values").GetRawText());
        Assert.Equal(2, series.GetProperty("ranges")[2].GetArrayLength());
        var row = page.All("figure.chart tbody tr")[2].TextContent;
        Assert.Contains("100/2,300", row, StringComparison.Ordinal);
        Assert.Contains("4.3%", row, StringComparison.Ordinal);
        RegionsHaveNamesOfTheirOwn(page);

        var none = await supervisor.Get("/desk/scores/measures?month=2020-01&kind=Section");
        Assert.Empty(none.All("main [data-chart]"));
    }

    [Fact]
    public async Task They_read_in_English_too()
    {
        using var supervisor = await app.SignIn("supervisor");
        await supervisor.PostForm("/language", (await supervisor.Get("/me")).Token, ("lang", "en"), ("back", "/me"));
        var board = await supervisor.Get($"/desk/scores{Query}Section");
        Assert.Contains("the first 10 and the last 10 of 230 units", board.Says("#score-chart"), StringComparison.Ordinal);
        var measures = await supervisor.Get($"/desk/scores/measures{Query}Section");
        Assert.Contains("expected 3.3%", measures.Says("figure.chart"), StringComparison.Ordinal);
    }

    private static JsonDocument Picture(Page page) =>
        JsonDocument.Parse(Assert.Single(page.All("main [data-chart]")).GetAttribute("data-chart")!);

    private static List<string> Labels(JsonDocument picture) =>
        [.. picture.RootElement.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!)];

    private static void RegionsHaveNamesOfTheirOwn(Page page)
    {
        var names = page.All("main [role=region]")
            .Select(r => r.GetAttribute("aria-label") ?? page.Find($"#{r.GetAttribute("aria-labelledby")}").TextContent.Trim());
        Assert.Distinct(names);
    }
}
