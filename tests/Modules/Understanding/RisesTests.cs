using System.Globalization;
using System.Net;
using Suiying.Engines.Statistics;
using Suiying.Testing;
using Suiying.Understanding.Features;
using Suiying.Understanding.Model;

namespace Suiying.Tests.Understanding;

/// <summary>What rose, as the page tells it and as its numbers open.</summary>
public sealed class RisesTests(RisingTown town) : IClassFixture<RisingTown>
{
    private const string Page = "/desk/rises";
    private static readonly string LampPage = $"{Page}/{RisingTown.Lamps}/{RisingTown.East}";

    private static string Year => SuiyingApp.Start.Year.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_planted_rise_is_listed_and_a_flat_series_is_not()
    {
        using var supervisor = await town.SignIn("supervisor");
        var listed = (await supervisor.Get(Page)).Says("main table");
        Assert.Contains("路灯不亮", listed, StringComparison.Ordinal);
        Assert.Contains("东区", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("停水", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_running_week_is_told_and_not_judged()
    {
        var view = await View(new WatchRises.Query { Method = BaselineMethod.C1 });
        var water = new SeriesKey(RisingTown.Water, RisingTown.East);
        Assert.DoesNotContain(view.Rows, row => row.Key == water);
        Assert.Equal(RisingTown.RunningWater, view.Counts.Running(water));
        Assert.Equal(RisingTown.Weeks - 1, view.Counts.History);
        using var supervisor = await town.SignIn("supervisor");
        var page = await supervisor.Get($"{Page}/{RisingTown.Water}/{RisingTown.East}");
        Assert.Contains($"本周至今 {RisingTown.RunningWater} 件", page.Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_wrongdoing_are_in_no_count()
    {
        var view = await View(new WatchRises.Query());
        Assert.DoesNotContain(view.Rows, row => row.Key.Category.StartsWith("04", StringComparison.Ordinal));
        Assert.Equal(0, view.Counts.Of(new SeriesKey(RisingTown.Conduct, RisingTown.East)).ToArray().Sum());
        var series = await Series(RisingTown.Conduct, RisingTown.East, LastWeek(view));
        Assert.Equal((0, 0), (series.Behind!.Requests, series.Behind.Numbers.Count));
    }

    [Fact]
    public async Task A_category_counts_what_is_below_it_and_the_city_counts_its_counties()
    {
        var view = await View(new WatchRises.Query());
        var lamps = view.Counts.Of(new SeriesKey(RisingTown.Lamps, RisingTown.East)).ToArray();
        foreach (var (category, area) in new[] { ("01", RisingTown.East), ("0101", "9901"), (RisingTown.Lamps, "9901") })
            Assert.Equal(lamps, view.Counts.Of(new SeriesKey(category, area)).ToArray());
        Assert.Equal(RisingTown.Rise, lamps[^1]);
        Assert.Equal(6, view.Rows.Count);
    }

    [Fact]
    public async Task Bounds_are_the_engines()
    {
        var view = await Series(RisingTown.Lamps, RisingTown.East);
        var counts = view.Weeks.Select(w => w.Count).ToArray();
        foreach (var week in view.Weeks)
        {
            var past = counts.AsSpan(0, week.Index - view.Counts.First + 1);
            foreach (var judged in week.Judged)
                Assert.Equal(Baselines.By(judged.Method, past), judged);
        }
        using var supervisor = await town.SignIn("supervisor");
        var bound = view.Weeks[^1].Judged.Single(b => b.Method == BaselineMethod.C2).Upper!.Value;
        Assert.Contains(
            $" / {bound.ToString("0.0", CultureInfo.InvariantCulture)}",
            (await supervisor.Get(LampPage)).Says("main"),
            StringComparison.Ordinal
        );
        Assert.Contains("历史不足", (await supervisor.Get(LampPage)).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_county_opens_to_its_townships()
    {
        var view = await View(new WatchRises.Query { County = RisingTown.East, Level = 3 });
        Assert.Equal([RisingTown.East, RisingTown.Township], view.Rows.Select(r => r.Key.Area).Order());
        var township = await Series(RisingTown.Lamps, RisingTown.Township);
        Assert.Equal(RisingTown.Rise, township.Weeks[^1].Count);
    }

    [Fact]
    public async Task Every_number_opens_to_the_requests_behind_it()
    {
        using var supervisor = await town.SignIn("supervisor");
        var list = await supervisor.Get(Page);
        var opened = await supervisor.Get(list.All("main table td a")[0].GetAttribute("href")!);
        Assert.Equal(RisingTown.Rise, opened.All("#behind li a").Count);
        Assert.Contains($"{RisingTown.Rise} 件，{RisingTown.Rise / 2} 人", opened.Says("#behind"), StringComparison.Ordinal);
        Assert.True((await supervisor.Get(opened.All("#behind li a")[0].GetAttribute("href")!)).IsSuccess);
    }

    [Theory]
    [InlineData("9901")]
    [InlineData(RisingTown.East)]
    [InlineData(RisingTown.Township)]
    public async Task A_weeks_number_opens_exactly_its_requests_at_the_desk(string area)
    {
        using var supervisor = await town.SignIn("supervisor");
        var series = await supervisor.Get($"{Page}/0101/{area}");
        var number = series.All("main table td a").First(a => !a.GetAttribute("href")!.Contains('#', StringComparison.Ordinal));
        Assert.Equal($"{RisingTown.Rise}", number.TextContent);
        var list = await supervisor.Get(number.GetAttribute("href")!);
        Assert.Equal(RisingTown.Rise, list.All(".desk-row").Count);
        Assert.Contains("市政设施", list.Says(".filters"), StringComparison.Ordinal);
        Assert.NotEmpty(list.All("select[name=county] option[selected]")[0].TextContent);
        var file = await supervisor.Get(
            list.All(".filters a[download]")[0].GetAttribute("href")!.Replace(".xlsx", ".csv", StringComparison.Ordinal)
        );
        Assert.Equal(RisingTown.Rise + 1, file.Text.TrimEnd().Split('\n').Length);
        using var leader = await town.SignIn("eastleader");
        Assert.DoesNotContain(
            (await leader.Get($"{Page}/0101/{RisingTown.East}")).All("main .table a"),
            a => a.GetAttribute("href")!.StartsWith("/desk/all", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task How_many_were_looked_at_and_would_exceed_by_chance_is_told()
    {
        var view = await View(new WatchRises.Query());
        // Two categories on three levels, in the city and one county.
        Assert.Equal(12, view.Judged);
        Assert.Equal(12 * 0.02, view.ByChance, 9);
        Assert.Equal(0, view.Before);
        using var supervisor = await town.SignIn("supervisor");
        Assert.Contains("看了 12 个序列，6 个升高", (await supervisor.Get(Page)).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_without_enough_history_judges_nothing_and_says_so()
    {
        using var supervisor = await town.SignIn("supervisor");
        var page = await supervisor.Get($"{Page}?method=Farrington");
        Assert.Contains($"要有 264 个整周，现有 {RisingTown.Weeks - 1} 个", page.Says("main"), StringComparison.Ordinal);
        Assert.Empty(page.All("main table"));
    }

    [Fact]
    public async Task List_and_series_are_tables_to_take_away()
    {
        using var dispatcher = await town.SignIn("dispatcher");
        var list = (await dispatcher.Get($"{Page}.csv?level=3"))
            .Text.TrimStart('\ufeff')
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, list.Length);
        Assert.Contains(RisingTown.Lamps, list[1], StringComparison.Ordinal);
        var series = (await dispatcher.Get($"{LampPage}.csv")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(RisingTown.Weeks, series.Length);
        Assert.Contains($"{Year}-W11,", series[1], StringComparison.Ordinal);
        Assert.True((await dispatcher.Get($"{LampPage}.xlsx")).IsSuccess);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("east1")]
    [InlineData("sysadmin")]
    [InlineData("visitor")]
    public async Task Whose_work_it_is_not_reads_no_counts(string login)
    {
        using var browser = login == "visitor" ? town.Visitor() : await town.SignIn(login);
        foreach (var path in new[] { Page, LampPage, $"{Page}.csv", $"{LampPage}.csv" })
        {
            var page = await browser.Get(path);
            Assert.True(!page.IsSuccess || page.Address.AbsolutePath == "/signin", path);
        }
        var by = login == "visitor" ? Actor.Visitor : await town.Given.Staff(login);
        Assert.IsType<NotAllowed>((await Watch(new WatchRises.Query(), by)).Refusal);
        Assert.IsType<NotAllowed>((await Read(RisingTown.Lamps, RisingTown.East, null, by)).Refusal);
    }

    [Fact]
    public async Task A_leader_of_a_county_reads_that_county_alone()
    {
        var leader = await town.Given.Staff("eastleader");
        var view = (await Watch(new WatchRises.Query(), leader)).Value;
        Assert.All(view.Rows, row => Assert.Equal(RisingTown.East, row.Key.Area));
        Assert.Equal([RisingTown.East], view.Counties.Select(c => c.Code));
        Assert.IsType<NotAllowed>((await Read(RisingTown.Lamps, "9901", null, leader)).Refusal);
        Assert.Equal(RisingTown.Rise, (await Read(RisingTown.Lamps, RisingTown.East, null, leader)).Value.Weeks[^1].Count);
    }

    [Theory]
    [InlineData("?county=9901")]
    [InlineData("?county=nowhere")]
    [InlineData("?level=7")]
    [InlineData("/000000/990102")]
    [InlineData("/010101/000000")]
    [InlineData("/010101/990102002001")]
    public async Task What_is_no_series_is_told_and_breaks_nothing(string what)
    {
        using var supervisor = await town.SignIn("supervisor");
        var page = await supervisor.Get(Page + what);
        Assert.True(
            page.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity,
            $"{page.Status}"
        );
    }

    private static string LastWeek(WatchRises.View view) => view.Counts.Weeks.NameOf(view.Counts.Weeks.Whole - 1);

    private async Task<WatchRises.View> View(WatchRises.Query query) => (await Watch(query, await town.Given.Staff("supervisor"))).Value;

    private async Task<ReadRise.View> Series(string category, string area, string? week = null) =>
        (await Read(category, area, week, await town.Given.Staff("supervisor"))).Value;

    private Task<Outcome<WatchRises.View>> Watch(WatchRises.Query query, Actor by) =>
        town.Use<WatchRises, Outcome<WatchRises.View>>(use => use.Run(query, by, CancellationToken.None));

    private Task<Outcome<ReadRise.View>> Read(string category, string area, string? week, Actor by)
    {
        var query = new ReadRise.Query
        {
            Category = category,
            Area = area,
            Week = week,
        };
        return town.Use<ReadRise, Outcome<ReadRise.View>>(use => use.Run(query, by, CancellationToken.None));
    }
}
