using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Requests;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Tests.Themes;

/// <summary>未诉先办 through its pages: a task is opened by the forecast, done with evidence, and judged by who calls afterwards.</summary>
public sealed class ProactiveTests : IAsyncLifetime
{
    private const string Lamps = "010101";
    private const string West = "990103100201";
    private const string What = "雨季前逐条检查东区老旧路灯线路，更换破损接头。";

    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => app.City.Calendar.DateOf(app.Now);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await Pass(60, 8, 6);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_task_is_done_before_the_season_and_later_calls_judge_it()
    {
        var page = await Open();
        // A street of the east stands under it; one of the west has no part in it.
        using (var other = await app.SignIn("west1"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(page)).Status);
            Assert.DoesNotContain(page, (await other.Get("/desk/proactive")).Text, StringComparison.Ordinal);
        }
        await Report(page);
        using (var supervisor = await app.SignIn("supervisor"))
        {
            var early = await supervisor.Get(page);
            Assert.Contains("评判用的几周还没过完", early.Says(), StringComparison.Ordinal);
        }
        // In the east hardly anybody calls any more; in the west as many as ever.
        await Pass(7, 1, 6);
        using var chief = await app.SignIn("supervisor");
        var form = await chief.Get(page);
        Assert.Contains("诉求减少了", form.Says(), StringComparison.Ordinal);
        Assert.Contains("其他县（市、区）的同类诉求", form.Says(), StringComparison.Ordinal);
        var judged = await form.Submit(Form("judge-task"), ("opinion", "检查更换以后，东区的同类诉求明显减少。"));
        Assert.Contains("已评判", judged.Says("h1"), StringComparison.Ordinal);
        var effect = (await Stored(page)).Effect!;
        Assert.Equal((5, 52), (effect.Weeks.Count, effect.WeeksBack));
        Assert.True(effect.Found is { Stands: true, Ratio: < 0.6 }, $"{effect.Found}");
        Assert.Contains("010101", (await Stored(page)).Category, StringComparison.Ordinal);
        var table = await chief.Get("/desk/proactive.csv");
        Assert.Contains(What, table.Text, StringComparison.Ordinal);
        // What was judged is at its end.
        var late = await form.Submit(Form("judge-task"), ("opinion", "再评一次也还是这样的结果。"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
    }

    [Fact]
    public async Task What_is_missing_is_told_at_its_field_and_strangers_are_refused()
    {
        using var supervisor = await app.SignIn("supervisor");
        var form = await supervisor.Get("/desk/proactive/new");
        var bad = await form.Submit("main form", ("due", "2020-01-01"), ("weeks", "40"), ("what", "查"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        foreach (
            var said in new[] { "没有这个类别", "请选择一个县", "请选择一个承办单位", "从今天起一年以内", "4 至 26 周", "现在是 1 个字" }
        )
            Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
        Assert.Contains("还没有季节表", (await supervisor.Get("/desk/proactive")).Says(), StringComparison.Ordinal);
        var page = await Open();
        foreach (var login in new[] { "agent", "dispatcher", "reviewer", "callback", "sysadmin", "secadmin", "auditadmin" })
        {
            using var other = await app.SignIn(login);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get("/desk/proactive.xlsx")).Status);
        }
        Assert.Equal("/signin", (await app.Visitor().Get(page)).Address.AbsolutePath);
        using (var leader = await app.SignIn("leader"))
            Assert.Empty((await leader.Get(page)).All("main form[method=post]"));
        var cancelled = await (await supervisor.Get(page)).Submit(Form("cancel-task"), ("reason", "并入全市统一的线路改造，不再单列。"));
        Assert.Contains("已撤销", cancelled.Says("h1"), StringComparison.Ordinal);
    }

    private async Task<string> Open()
    {
        using var supervisor = await app.SignIn("supervisor");
        var form = await supervisor.Get($"/desk/proactive/new?category={Lamps}&county=990102");
        Assert.Contains("预计从", form.Says(), StringComparison.Ordinal);
        var opened = await form.Submit("main form", ("unit", "EAST"), ("what", What), ("due", IsoDay.Of(Today.AddDays(5))), ("weeks", "5"));
        Assert.Contains("待办", opened.Says("h1"), StringComparison.Ordinal);
        var task = await Stored(opened.Address.AbsolutePath);
        // Nothing has changed since the year before, so as many are expected as there were.
        Assert.InRange(task.Forecast!.Expected, 0.9 * task.Forecast.LastYear, 1.1 * task.Forecast.LastYear);
        Assert.Equal(DayOfWeek.Monday, task.JudgedFrom.DayOfWeek);
        Assert.True(task.JudgedFrom > task.DueOn && task.JudgedFrom <= task.DueOn.AddDays(7));
        return opened.Address.AbsolutePath;
    }

    private async Task Report(string page)
    {
        using var unit = await app.SignIn("east");
        var bare = await (await unit.Get(page)).Submit(Form("report-task"), ("report", "东区的线路已经全部检查。"));
        Assert.Contains("待核实", bare.Says("h1"), StringComparison.Ordinal);
        using var supervisor = await app.SignIn("supervisor");
        var none = await (await supervisor.Get(page)).Submit(Form("review-task"), ("decision", "yes"));
        Assert.Contains("没有附证明材料", none.Says(), StringComparison.Ordinal);
        var shown = await (await unit.Get(page)).SubmitFiles(
            Form("report-task"),
            [("report", "东区的线路已经全部检查，照片附后。")],
            [("photos", ResidentPhotoTests.Photo(60, 40))]
        );
        var link = shown.All("main a").Single(a => a.TextContent.Contains("证明材料 1", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal("image/jpeg", (await supervisor.Get(link)).ContentType);
        using (var stranger = await app.SignIn("west1"))
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(link)).Status);
        var accepted = await (await supervisor.Get(page)).Submit(Form("review-task"), ("decision", "yes"));
        Assert.Contains("已办成", accepted.Says("h1"), StringComparison.Ordinal);
    }

    private async Task Pass(int weeks, int east, int west)
    {
        for (var week = 0; week < weeks; week++)
        {
            await Register(east, app.Given.Intake());
            await Register(
                west,
                app.Given.Intake() with
                {
                    Where = new PlaceOfMatter { Area = West, Confirmed = true },
                }
            );
            app.Clock.Advance(TimeSpan.FromDays(7));
        }
    }

    private async Task Register(int count, Intake intake)
    {
        for (var i = 0; i < count; i++)
            await app.Given.Request(intake, phone: $"1380000{i:D4}");
    }

    private Task<ProactiveTask> Stored(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1]);
        return app.Use<ThemesDb, ProactiveTask>(db => db.Tasks.AsNoTracking().SingleAsync(t => t.Id == id, Ct));
    }

    private static string Form(string name) => $"form:has(input[name=_handler][value={name}])";
}
