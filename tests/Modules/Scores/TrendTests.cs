using System.Text.Json;
using Suiying.Scores.Features;
using Suiying.Scores.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>A unit's months beside each other: as a table, and as what the script draws from it.</summary>
public sealed class TrendTests : IAsyncLifetime
{
    private const string Unit = "/desk/scores/EAST-1?month=2026-06";

    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await Count("EAST-1", new DateOnly(2026, 3, 1), valid: 10, solved: 5);
        await Count("EAST-1", new DateOnly(2026, 5, 1), valid: 20, solved: 20);
        await Count("EAST-1", new DateOnly(2026, 6, 1), valid: 0, solved: 0);
        await Count("WEST-1", new DateOnly(2026, 4, 1), valid: 4, solved: 1);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_table_has_every_month_with_n_and_interval_and_a_month_without_callbacks_between_them_has_no_rate()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get(Unit);
        var rows = page.All("main figure.chart tbody tr");
        Assert.Equal(["2026-03", "2026-04", "2026-05"], rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Contains("10", rows[0].TextContent, StringComparison.Ordinal);
        // Five of ten: the interval of Wilson.
        Assert.Contains("23.7%–76.3%", rows[0].TextContent, StringComparison.Ordinal);
        // 10 % × 1 + 50 % × 0.5 + 40 % × 1.
        Assert.Contains("75.0", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(4, rows[1].QuerySelectorAll("td").Count(cell => cell.TextContent.Trim() == "—"));
        Assert.Contains("演示数据", page.Says("main figure.chart"), StringComparison.Ordinal);
        Assert.Contains("Wilson", page.Says("main figure.chart"), StringComparison.Ordinal);

        var before = await supervisor.Get(rows[0].QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("2026-03", before.Says("main header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_is_drawn_from_the_same_numbers_and_breaks_off_where_there_is_none()
    {
        using var supervisor = await app.SignIn("supervisor");
        var drawn = (await supervisor.Get(Unit)).Find("[data-chart]");
        Assert.Equal("img", drawn.GetAttribute("role"));
        Assert.Contains("得分：最近 100.0，最高 100.0", drawn.GetAttribute("aria-label"), StringComparison.Ordinal);
        using var picture = JsonDocument.Parse(drawn.GetAttribute("data-chart")!);
        var root = picture.RootElement;
        Assert.Equal("lines", root.GetProperty("kind").GetString());
        Assert.Equal(100, root.GetProperty("most").GetInt32());
        Assert.Contains("2026-03：得分 75.0", root.GetProperty("said")[0].GetString(), StringComparison.Ordinal);
        var series = root.GetProperty("series").EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!);
        Assert.Equal(["得分", "响应率", "解决率", "满意率"], series.Keys);
        Assert.Equal("[50,null,100]", series["解决率"].GetProperty("values").GetRawText());
        Assert.Equal("[23.6593,76.3407]", series["解决率"].GetProperty("ranges")[0].GetRawText());
        Assert.False(series["满意率"].TryGetProperty("ranges", out _));
    }

    [Fact]
    public async Task The_last_twelve_months_with_callbacks_are_told()
    {
        for (var month = 1; month <= 12; month++)
            await Count("EAST-2", new DateOnly(2025, month, 1), valid: month, solved: 0);
        await Count("EAST-2", new DateOnly(2026, 2, 1), valid: 13, solved: 0);
        var view = (await Trend("EAST-2", await app.Given.Staff("supervisor"))).Value;
        Assert.Equal((new DateOnly(2025, 2, 1), new DateOnly(2026, 2, 1)), (view.Months[0].Month, view.Months[^1].Month));
        Assert.Equal(ReadTrend.Most, view.Months.Count(m => m.Counts.Valid > 0));
        Assert.Null(Assert.Single(view.Months, m => m.Counts.Valid == 0).Rates.Score);
    }

    [Fact]
    public async Task Without_any_callback_there_is_no_chart()
    {
        using var supervisor = await app.SignIn("supervisor");
        Assert.Empty((await supervisor.Get("/desk/scores/EAST-2?month=2026-06")).All("figure.chart"));
    }

    [Fact]
    public async Task It_reads_in_English_too()
    {
        using var supervisor = await app.SignIn("supervisor");
        await supervisor.PostForm("/language", (await supervisor.Get("/me")).Token, ("lang", "en"), ("back", "/me"));
        var chart = (await supervisor.Get(Unit)).Says("main figure.chart");
        Assert.Contains("The last 2 months of scores", chart, StringComparison.Ordinal);
        Assert.Contains("Show as a table", chart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_no_scores_and_who_reads_those_of_another_area_gets_no_trend()
    {
        foreach (var login in new[] { "agent", "sysadmin", "east2" })
        {
            Assert.IsType<NotAllowed>((await Trend("EAST-1", await app.Given.Staff(login))).Refusal);
            using var browser = await app.SignIn(login);
            Assert.DoesNotContain("data-chart", (await browser.Get(Unit)).Text, StringComparison.Ordinal);
        }
        var leader = await app.Given.Staff("eastleader");
        Assert.True((await Trend("EAST-1", leader)).Ok(out _, out _));
        Assert.IsType<NotAllowed>((await Trend("WEST-1", leader)).Refusal);
        Assert.IsType<NotAllowed>((await Trend("EAST-1", Actor.Visitor)).Refusal);
        var unknown = (await Trend("NOBODY", await app.Given.Staff("supervisor"))).Refusal!;
        Assert.Equal("unit", Assert.Single(unknown.Fields).Field);
        using var visitor = app.Visitor();
        Assert.DoesNotContain("data-chart", (await visitor.Get(Unit)).Text, StringComparison.Ordinal);
    }

    private Task<Outcome<ReadTrend.View>> Trend(string unit, Actor by) =>
        app.Use<ReadTrend, Outcome<ReadTrend.View>>(u => u.Run(new ReadTrend.Query { Unit = unit }, by, Ct));

    private Task Count(string unit, DateOnly month, int valid, int solved) =>
        app.Use<ScoresDb, int>(db =>
        {
            db.Sums.Add(MadeSum.Of(unit, month, valid, solved));
            return db.SaveChangesAsync(Ct);
        });
}
