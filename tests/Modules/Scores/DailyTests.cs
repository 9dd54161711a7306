using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Scores;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>Days of scores from noon to noon: which callbacks are of which, and what page and files say of one.</summary>
public sealed class DailyTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_callback_before_noon_is_of_that_day_and_one_from_noon_on_of_the_next()
    {
        var first = await app.Given.ReviewedRequest();
        var second = await app.Given.ReviewedRequest();
        var day = Today.AddDays(1);
        await CallAt(day, new TimeOnly(11, 59), first, Satisfied.Yes);
        await CallAt(day, new TimeOnly(12, 0), second, Satisfied.No);
        // 10 % of 1, 50 % of 1 and 40 % of 1; and without the last.
        Assert.Equal((1, 100m), await Score(day));
        Assert.Equal((1, 60m), await Score(day.AddDays(1)));
        Assert.Equal((0, null), await Score(day.AddDays(2)));
        Assert.Equal((0, null), await Score(day.AddDays(-1)));
    }

    [Fact]
    public async Task The_page_shows_the_newest_day_that_is_over_with_the_month_beside_it_and_the_files_say_the_same()
    {
        var day = Today.AddDays(1);
        await CallAt(day, new TimeOnly(9, 0), await app.Given.ReviewedRequest(), Satisfied.Yes);
        await CallAt(day, new TimeOnly(13, 0), await app.Given.ReviewedRequest(), Satisfied.No);
        using var supervisor = await app.SignIn("supervisor");
        var says = (await supervisor.Get("/desk/scores/daily")).Says("main");
        string[] parts =
        [
            $"考核日报（{Moments.Day(day)}）",
            "12:00 至",
            "得分 100.0",
            "前一日没有得分",
            "街道办事处",
            "有效回访 1 件",
            "得分 = 10% × 响应率",
            "演示数据",
        ];
        Assert.All(parts, part => Assert.Contains(part, says, StringComparison.Ordinal));
        // One satisfied of two in the month so far.
        Assert.Contains("80.0", says, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有结束", says, StringComparison.Ordinal);
        var running = (await supervisor.Get($"/desk/scores/daily?day={IsoDay.Of(day.AddDays(1))}")).Says("main");
        Assert.Contains("这一天还没有结束", running, StringComparison.Ordinal);
        Assert.Contains("不足 10 件，不与前一日比", running, StringComparison.Ordinal);

        using var leader = await app.SignIn("leader");
        foreach (var (ending, head) in new[] { ("pdf", "%PDF"), ("docx", "PK"), ("xlsx", "PK") })
        {
            var file = await leader.Get($"/desk/scores/daily.{ending}?day={IsoDay.Of(day)}");
            Assert.True(file.IsSuccess, ending);
            Assert.StartsWith(head, file.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_that_is_none_is_told_and_strangers_read_nothing()
    {
        using var supervisor = await app.SignIn("supervisor");
        using var handler = await app.SignIn("east1");
        using var visitor = app.Visitor();
        foreach (var path in new[] { "/desk/scores/daily", "/desk/scores/daily.pdf" })
        {
            foreach (var day in new[] { "2026-02-30", "2026-11", "0001-01-01", "9999-12-31" })
                Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get($"{path}?day={day}")).Status);
            Assert.False((await handler.Get(path)).IsSuccess, path);
            var stranger = await visitor.Get(path);
            Assert.True(!stranger.IsSuccess || stranger.Address.AbsolutePath == "/signin", path);
        }
        Assert.Contains("请写日期", (await supervisor.Get("/desk/scores/daily?day=x")).Says("main"), StringComparison.Ordinal);
        Assert.Contains(
            "这一天还没有一件诉求完成有效回访",
            (await supervisor.Get("/desk/scores/daily?day=2020-01-01")).Says("main"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_leader_of_an_area_reads_its_units_alone_beside_the_sums_of_the_city()
    {
        var day = Today.AddDays(1);
        await CallAt(day, new TimeOnly(9, 0), await app.Given.ReviewedRequest(), Satisfied.Yes);
        var leader = await app.Given.Staff("eastleader");
        foreach (var (by, units) in new[] { (leader, 1), (leader with { AreaCode = "990103" }, 0) })
        {
            var view = await Read(day, by);
            Assert.Equal((1, units), (view.Together.Valid, view.Groups.Sum(g => g.Rows.Count)));
        }
    }

    [Theory]
    [InlineData(12, "2026-11-18", "2026-11-17T12:00", "2026-11-18T12:00")]
    [InlineData(0, "2026-11-18", "2026-11-18T00:00", "2026-11-19T00:00")]
    [InlineData(18, "2026-03-01", "2026-02-28T18:00", "2026-03-01T18:00")]
    public void A_day_of_scores_is_named_by_the_day_on_which_it_ends(int hour, string day, string from, string until)
    {
        var calendar = app.City.Calendar;
        var span = DaySpan.Of(DateOnly.Parse(day, null), new ScoreScheme { DayHour = hour }, calendar, SuiyingApp.Start);
        Assert.Equal((from, until), (Local(span.From), Local(span.Until)));
        string Local(DateTimeOffset at) => calendar.Local(at).ToString("yyyy-MM-ddTHH:mm", null);
    }

    [Theory]
    [InlineData(10, 10, "得分 96.0（比前一日 -4.0）")]
    [InlineData(9, 10, "（不足 10 件，不与前一日比）")]
    [InlineData(10, 9, "（前一日不足 10 件，不比）")]
    [InlineData(10, 0, "（前一日没有得分）")]
    public void What_few_people_said_is_compared_with_nothing(int valid, int before, string says)
    {
        var scheme = app.City.Scores;
        var now = new RateCounts(valid, valid, 0, valid, 0, valid - 1, 0, 0);
        var then = new RateCounts(before, before, 0, before, 0, before, 0, 0);
        var t = app.Services.GetRequiredService<IStringLocalizer<Texts>>();
        var parts = new ScoreParts(t, "前一日", scheme.LeastCallbacks);
        Assert.Contains(says, parts.Sentence(now, now.By(scheme), then.By(scheme)), StringComparison.Ordinal);
    }

    private DateOnly Today => app.City.Calendar.DateOf(app.Clock.GetUtcNow());

    private async Task CallAt(DateOnly day, TimeOnly time, string number, Satisfied satisfied)
    {
        app.Clock.SetUtcNow(app.City.Calendar.Instant(day, time));
        await app.Given.Callback(number, satisfied: satisfied);
    }

    private async Task<(int, decimal?)> Score(DateOnly day)
    {
        var view = await Read(day, await app.Given.Staff("supervisor"));
        return (view.Together.Valid, view.Together.By(view.Scheme).Score);
    }

    private async Task<ReadDaily.View> Read(DateOnly day, Actor by) =>
        (await app.Use<ReadDaily, Outcome<ReadDaily.View>>(u => u.Run(new ReadDaily.Query { Day = day }, by, Ct))).Value;
}
