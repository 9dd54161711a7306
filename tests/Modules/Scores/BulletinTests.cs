using System.Net;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Scores.Model;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>The bulletin says what the tables say, as page and as file, and 七有五性 follow from the categories.</summary>
public sealed class BulletinTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Month => ScoreAddress.Of(app.City.Scores.MonthOf(app.City.Calendar.DateOf(SuiyingApp.Start)));

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        var number = await app.Given.ReviewedRequest();
        await app.Given.Callback(number, satisfied: Satisfied.No);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_page_tells_the_month_with_its_formula_and_the_files_say_the_same()
    {
        using var supervisor = await app.SignIn("supervisor");
        var says = (await supervisor.Get($"/desk/scores/bulletin?month={Month}")).Says();
        string[] parts =
        [
            "接诉即办工作情况通报（2026年3月）",
            "解决率 100.0%",
            "满意率 0.0%",
            "上月没有得分",
            "街道办事处",
            "全市这个月没有剔除",
            "得分 = 10% × 响应率",
            "演示数据",
        ];
        Assert.All(parts, part => Assert.Contains(part, says, StringComparison.Ordinal));
        using var leader = await app.SignIn("leader");
        foreach (var (ending, head) in new[] { ("pdf", "%PDF"), ("docx", "PK"), ("xlsx", "PK") })
        {
            var file = await leader.Get($"/desk/scores/bulletin.{ending}?month={Month}");
            Assert.True(file.IsSuccess, ending);
            Assert.StartsWith(head, file.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Heads_of_daily_life_are_summed_from_categories()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get($"/desk/scores/tags?month={Month}");
        Assert.Contains("全市有类别的 1 件有效回访", page.Says(), StringComparison.Ordinal);
        var heads = page.All("main [aria-label='七有五性'] tbody th").Select(h => h.TextContent.Trim());
        Assert.Equal(LifeTags.All, heads.Take(LifeTags.All.Count));
        Assert.All(
            page.All("main a[href*='#tag-']"),
            link => Assert.StartsWith($"/desk/scores/tags?month={Month}#", link.GetAttribute("href")!, StringComparison.Ordinal)
        );
        var lines = (await supervisor.Get($"/desk/scores/tags.csv?month={Month}")).Text.Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(",1,0,1,1,0,60", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_is_none_is_told_and_strangers_read_nothing()
    {
        using var supervisor = await app.SignIn("supervisor");
        using var handler = await app.SignIn("east1");
        using var visitor = app.Visitor();
        foreach (var path in new[] { "/desk/scores/bulletin", "/desk/scores/bulletin.pdf", "/desk/scores/tags", "/desk/scores/tags.csv" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get($"{path}?month=2026-13")).Status);
            Assert.False((await handler.Get(path)).IsSuccess, path);
            var stranger = await visitor.Get(path);
            Assert.True(!stranger.IsSuccess || stranger.Address.AbsolutePath == "/signin", path);
        }
        Assert.Contains(
            "还没有一件诉求完成有效回访",
            (await supervisor.Get("/desk/scores/bulletin?month=2020-01")).Says(),
            StringComparison.Ordinal
        );
    }
}
