using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Programmes;

/// <summary>民生实事 through its pages: from a resident's idea to the closed project, with its numbers, and what each may not.</summary>
public sealed class ProjectYearTests : IAsyncLifetime
{
    private const string Caller = "13800138101";
    private const string Lamps = "010101";

    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => app.City.Calendar.DateOf(app.Now);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_project_goes_from_an_idea_to_its_end_and_the_callers_say_that_it_was_done()
    {
        // Somebody called about a lamp.
        await app.Given.Request(app.Given.Intake() with { Category = Lamps }, phone: Caller);
        var idea = await Propose();
        await Screen(idea);
        var page = await Decide(idea);
        await Plan(page);
        await Report(page);
        await Progress(page);
        await Confirm(page);
        await End(page);

        var told = (await app.Visitor().Get(PublicOf(page))).Says();
        foreach (
            var said in new[]
            {
                "已销号",
                "责任领导：分管副市长（示例）",
                "更换完第一批",
                "已办成",
                "回答 2 人：满意 1，基本满意 1，不满意 0",
                "1 人说办成了",
            }
        )
            Assert.Contains(said, told, StringComparison.Ordinal);
        // What came of the idea is told where it was proposed.
        var ideas = await app.Visitor().Get("/projects/ideas");
        Assert.Contains("已立项", ideas.Says(), StringComparison.Ordinal);
        Assert.Contains(ideas.All("main a"), a => a.GetAttribute("href") == PublicOf(page));
        var list = await app.Visitor().Get("/projects?year=2027");
        Assert.Contains("更换老旧路灯", list.Says(), StringComparison.Ordinal);
        var pins = await app.Visitor().Get("/api/projects/pins?programme=livelihood&year=2027&box=115,38,116,39");
        Assert.Contains("示范路口", pins.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor().Get("/api/projects/pins?box=1,2,x")).Status);
    }

    [Fact]
    public async Task Who_has_no_part_in_a_project_is_refused()
    {
        var idea = await Propose();
        await Screen(idea);
        var page = await Decide(idea);
        foreach (var login in new[] { "agent", "dispatcher", "reviewer", "callback", "sysadmin", "secadmin", "auditadmin" })
        {
            using var other = await app.SignIn(login);
            foreach (
                var address in new[]
                {
                    page,
                    idea,
                    "/desk/projects",
                    "/desk/projects.csv",
                    "/desk/projects/proposals",
                    "/desk/projects/proposals.csv",
                }
            )
                Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(address)).Status);
        }
        using (var unit = await app.SignIn("west1"))
        {
            // What was decided is public; a unit that has no part in it may do nothing.
            var read = await unit.Get(page);
            Assert.True(read.IsSuccess);
            Assert.Empty(read.All("main form[method=post]"));
            Assert.Empty((await unit.Get($"{page}/plan")).All("main form"));
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get("/desk/projects/checks")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get("/desk/projects/vote")).Status);
        }
        using (var part = await app.SignIn("eastleader"))
        {
            // A leader of a part of the city decides nothing for the whole.
            Assert.Empty((await part.Get(page)).All("main form[method=post]"));
            Assert.Empty((await part.Get("/desk/projects?programme=three-years&year=2026")).All("main form[method=post]"));
        }
        var visitor = app.Visitor();
        Assert.Equal("/signin", (await visitor.Get(page)).Address.AbsolutePath);
        Assert.Contains("登录后提建议", (await visitor.Get("/projects/propose")).Says(), StringComparison.Ordinal);
        // Before anything was accepted nobody is asked.
        Assert.Empty((await visitor.Get(PublicOf(page))).All("#confirm-title"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/projects/00000000-0000-0000-0000-000000000000")).Status);
    }

    [Fact]
    public async Task An_idea_that_is_not_taken_has_its_reason_and_is_nobodys_in_public()
    {
        var first = await Propose("增设公共直饮水点", "我叫张建国，电话13912345678，公园里没水喝，建议增设。");
        var second = await Propose("公园装直饮水", "公园和车站没有能喝的水，建议安装直饮水。", "13800138102");
        Assert.DoesNotContain("直饮水", (await app.Visitor().Get("/projects/ideas")).Says(), StringComparison.Ordinal);
        using (var unit = await app.SignIn("east1"))
            Assert.Equal(HttpStatusCode.NotFound, (await unit.Get(first)).Status);
        using var supervisor = await app.SignIn("supervisor");
        var form = await supervisor.Get(first);
        Assert.DoesNotContain("13912345678", form.Text, StringComparison.Ordinal);
        var bare = await form.Submit(Form("screen-proposal"), ("to", "Rejected"), ("reason", "不行"));
        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Contains("请写明理由，10 至 1000 个字", bare.Says(), StringComparison.Ordinal);
        bare = await form.Submit(
            Form("screen-proposal"),
            ("to", "Feasible"),
            ("cost", "很多"),
            ("land", ""),
            ("law", ""),
            ("beneficiaries", "0")
        );
        foreach (var said in new[] { "估算投资以万元计", "土地或场地怎样解决", "依据哪条法律", "请估计受益人数" })
            Assert.Contains(said, bare.Says(), StringComparison.Ordinal);
        var merged = await (await supervisor.Get(second)).Submit(Form("screen-proposal"), ("to", "Merged"), ("into", first.Split('/')[^1]));
        Assert.Contains("并入别的建议", merged.Says("h1"), StringComparison.Ordinal);
        var rejected = await (await supervisor.Get(first)).Submit(
            Form("screen-proposal"),
            ("to", "Rejected"),
            ("reason", "公园用水点已列入今年的改造，不再单独立项。")
        );
        Assert.Contains("不采纳", rejected.Says("h1"), StringComparison.Ordinal);
        var told = (await app.Visitor().Get("/projects/ideas")).Says();
        Assert.Contains("理由：公园用水点已列入今年的改造", told, StringComparison.Ordinal);
        Assert.Contains("并入“增设公共直饮水点”", told, StringComparison.Ordinal);
        var table = await supervisor.Get("/desk/projects/proposals.csv?state=Rejected");
        Assert.Contains("不再单独立项", table.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get("/desk/projects/proposals.csv?state=X")).Status);
        // With the identity goes whose it was; the idea and its answer stay.
        await Forget("13800138102");
        await Forget("13800138100");
        Assert.Equal(0, await app.Use<ProgrammesDb, int>(db => db.Proposals.CountAsync(p => p.PersonId != null, Ct)));
        Assert.Contains("增设公共直饮水点", (await app.Visitor().Get("/projects/ideas")).Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_resident_does_not_bury_the_ideas_of_all_others()
    {
        using var resident = app.Visitor();
        await resident.SignInByPhone("13800138104");
        var form = await resident.Get("/projects/propose");
        (string, string)[] fields =
        [
            ("programme", "livelihood"),
            ("title", "建一处口袋公园"),
            ("text", "小区旁边有块空地，建议建成口袋公园。"),
        ];
        for (var i = 0; i < 5; i++)
            Assert.EndsWith("/projects/ideas", (await form.Submit("main form", fields)).Address.AbsolutePath, StringComparison.Ordinal);
        var more = await form.Submit("main form", fields);
        Assert.Equal(HttpStatusCode.Conflict, more.Status);
        Assert.Contains("30 天内已提了 5 条建议", more.Says(), StringComparison.Ordinal);
        Assert.Contains("口袋公园", more.Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(31));
        using var later = app.Visitor();
        await later.SignInByPhone("13800138104");
        Assert.True((await (await later.Get("/projects/propose")).Submit("main form", fields)).IsSuccess);
    }

    [Fact]
    public async Task Tasks_of_a_programme_become_projects_once_and_what_is_not_done_goes_on_in_the_next_year()
    {
        using var leader = await app.SignIn("leader");
        var board = await leader.Get("/desk/projects?programme=three-years&year=2026");
        Assert.Contains("按方案立项 2 项", board.Says(), StringComparison.Ordinal);
        var made = await board.Submit(Form("adopt-tasks"));
        Assert.Contains("供水管网改造", made.Says(), StringComparison.Ordinal);
        Assert.Empty(made.All(Form("adopt-tasks")));
        // Sent again, nothing is made twice.
        await board.Submit(Form("adopt-tasks"));
        Assert.Equal(2, await app.Use<ProgrammesDb, int>(db => db.Projects.CountAsync(Ct)));
        var page = made.All("main table a").First(a => a.TextContent.Contains("供水管网", StringComparison.Ordinal)).GetAttribute("href")!;
        await Plan(page, "water", 2026);
        var carried = await (await leader.Get(page)).Submit(Form("end-CarryOver"), ("text-CarryOver", "管材到货推迟，剩余的明年继续。"));
        Assert.Contains("结转下一年", carried.Says("h1"), StringComparison.Ordinal);
        var next = carried
            .All("main a")
            .Single(a => a.TextContent.Contains("结转到 2027 年", StringComparison.Ordinal))
            .GetAttribute("href")!;
        Assert.Contains("由上一年结转", (await leader.Get(next)).Says(), StringComparison.Ordinal);
        var csv = (await leader.Get("/desk/projects.csv?programme=three-years&year=2027")).Text;
        Assert.Contains("供水管网改造", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await leader.Get("/desk/projects.csv?programme=none")).Status);
    }

    private async Task<string> Propose(
        string title = "更换老旧路灯",
        string text = "一到晚上一片黑，老人孩子都不敢出门，希望把老路灯换掉。",
        string phone = "13800138100"
    )
    {
        using var resident = app.Visitor();
        await resident.SignInByPhone(phone);
        var form = await resident.Get("/projects/propose");
        var bad = await form.Submit("main form", ("title", "灯"), ("text", "黑"), ("category", "999"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        foreach (var said in new[] { "4 至 60 个字", "10 至 1000 个字，现在是 1 个字", "没有这个类别" })
            Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
        var sent = await form.Submit("main form", ("programme", "livelihood"), ("title", title), ("text", text), ("category", Lamps));
        Assert.Contains("您的建议已收到", sent.Says(), StringComparison.Ordinal);
        Assert.Contains(title, sent.Says(), StringComparison.Ordinal);
        var id = await app.Use<ProgrammesDb, Guid>(db => db.Proposals.Where(p => p.Title == title).Select(p => p.Id).SingleAsync(Ct));
        return $"/desk/projects/proposals/{id}";
    }

    private async Task Screen(string idea)
    {
        using var supervisor = await app.SignIn("supervisor");
        var screened = await (await supervisor.Get(idea)).Submit(
            Form("screen-proposal"),
            ("to", "Feasible"),
            ("cost", "1,200.5"),
            ("land", "在原灯位更换，不占新地。"),
            ("law", "城市照明管理规定，可以办。"),
            ("beneficiaries", "8000")
        );
        Assert.Contains("可行", screened.Says("h1"), StringComparison.Ordinal);
        Assert.Empty(screened.All(Form("decide-project")));
    }

    private async Task<string> Decide(string idea)
    {
        using var leader = await app.SignIn("leader");
        var form = await leader.Get(idea);
        var bad = await form.Submit(Form("decide-project"), ("goal", "换"), ("owner", ""), ("by", ""));
        foreach (var said in new[] { "现在是 1 个字", "请写一位责任领导的职务", "请选择一个牵头单位", "请写依据" })
            Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
        var decided = await form.Submit(
            Form("decide-project"),
            ("goal", "更换超过二十年的路灯二百盏，晚上亮起来。"),
            ("owner", "分管副市长（示例）"),
            ("level", "City"),
            ("lead", "WATER"),
            ("supporting", "EAST-1"),
            ("by", "市政府常务会议，2026-03-02")
        );
        Assert.Contains("已确定", decided.Says("h1"), StringComparison.Ordinal);
        Assert.Contains("2027 年民生实事第 1 项", decided.Says(), StringComparison.Ordinal);
        return decided.Address.AbsolutePath;
    }

    private async Task Plan(string page, string login = "water", int year = 2027)
    {
        using (var lead = await app.SignIn(login))
        {
            var form = await lead.Get($"{page}/plan");
            var bad = await form.Submit(
                "main form",
                ("target", "很多"),
                ("measure", ""),
                ("m0-0", "换一半"),
                ("m2-0", "明天"),
                ("m3-0", "50"),
                ("p0-0", "路口"),
                ("p1-0", "东一街道"),
                ("p2-0", "东经"),
                ("p3-0", "38.9")
            );
            foreach (var said in new[] { "请写数字，至多两位小数", "第 1 行的日期应写成", "第 1 行的经纬度" })
                Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
            Assert.Contains("换一半", bad.Text, StringComparison.Ordinal);
            bad = await form.Submit(
                "main form",
                ("target", "200"),
                ("measure", "盏"),
                ("budget", "1200"),
                ("m0-0", "换一半"),
                ("m2-0", "2020-01-31"),
                ("m3-0", "50")
            );
            foreach (var said in new[] { "请写资金来源", $"节点的日期都在 {year} 年", "合计 100，现在是 50" })
                Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
            var written = await form.Submit(
                "main form",
                ("target", "200"),
                ("measure", "盏"),
                ("budget", "1200"),
                ("source", "市级财政"),
                ("beneficiaries", "8000"),
                ("m0-0", "更换完第一批"),
                ("m2-0", $"{year}-03-31"),
                ("m3-0", "40"),
                ("m0-1", "更换完第二批"),
                ("m1-1", year == 2027 ? "EAST-1" : "WATER"),
                ("m2-1", $"{year}-06-30"),
                ("m3-1", "60"),
                ("p0-0", "示范路口"),
                ("p1-0", "东一街道"),
                ("p2-0", "115.52"),
                ("p3-0", "38.91")
            );
            Assert.Contains("更换完第二批", written.Says(), StringComparison.Ordinal);
        }
        using var supervisor = await app.SignIn("supervisor");
        var approved = await (await supervisor.Get(page)).Submit(Form("end-Approve"));
        Assert.Contains("实施中", approved.Says("h1"), StringComparison.Ordinal);
    }

    private async Task Report(string page)
    {
        Until(new DateOnly(2027, 4, 10));
        using var lead = await app.SignIn("water");
        Assert.Empty((await lead.Get(page)).All(Form("report-2")));
        var bare = await (await lead.Get(page)).Submit(Form("report-1"), ("report-1", "第一批一百盏已经全部换完。"));
        Assert.Contains("待核实", bare.Says(), StringComparison.Ordinal);
        using var supervisor = await app.SignIn("supervisor");
        var none = await (await supervisor.Get(page)).Submit(Form("review-1"), ("decision", "yes"));
        Assert.Equal(HttpStatusCode.Conflict, none.Status);
        Assert.Contains("没有附证明材料", none.Says(), StringComparison.Ordinal);
        // Without accepted evidence it counts nothing, and it is late.
        var score = (await Stored(page)).Score;
        Assert.Equal((40, 0, 10), (score.Planned, score.Done, score.DaysLate));
        var shown = await (await lead.Get(page)).SubmitFiles(
            Form("report-1"),
            [("report-1", "第一批一百盏已经全部换完，照片附后。")],
            [("photos-1", ResidentPhotoTests.Photo(80, 40))]
        );
        var link = shown.All("main a").Single(a => a.TextContent.Contains("证明材料 1", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal("image/jpeg", (await lead.Get(link)).ContentType);
        using (var other = await app.SignIn("agent"))
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(link)).Status);
        var accepted = await (await supervisor.Get(page)).Submit(Form("review-1"), ("decision", "yes"));
        Assert.Contains("已核实", accepted.Says(), StringComparison.Ordinal);
        // Ten days late: a tenth less.
        Assert.Equal(0.9m, (await Stored(page)).Score.Progress);
        Assert.Contains("本月抽到", (await supervisor.Get(page)).Says(), StringComparison.Ordinal);
        Assert.Contains("更换完第一批", (await supervisor.Get("/desk/projects/checks")).Says(), StringComparison.Ordinal);
        var held = await (await supervisor.Get(page)).Submit(Form("check-1"), ("held-1", "yes"), ("seen-1", "现场看到新灯都亮着。"));
        Assert.Contains("抽查属实", held.Says(), StringComparison.Ordinal);
    }

    private async Task Progress(string page)
    {
        using var lead = await app.SignIn("water");
        var form = await lead.Get(page);
        var bad = await form.Submit(Form("tell-progress"), ("done", "半"), ("paid", "-1"));
        Assert.Contains("请写数字，至多两位小数", bad.Says(), StringComparison.Ordinal);
        var told = await form.Submit(Form("tell-progress"), ("done", "100"), ("paid", "360"));
        Assert.Contains("100 盏", told.Says(), StringComparison.Ordinal);
        // 480 of 1,200 should be paid, 360 are: three quarters.
        Assert.Equal(0.75m, (await Stored(page)).Score.Money);
        var less = await (await lead.Get(page)).Submit(Form("tell-progress"), ("done", "90"), ("paid", "360"));
        Assert.Contains("比上次报送的少，请写明原因", less.Says(), StringComparison.Ordinal);
    }

    private async Task Confirm(string page)
    {
        var at = PublicOf(page);
        Assert.Contains("登录后确认", (await app.Visitor().Get(at)).Says(), StringComparison.Ordinal);
        using var caller = app.Visitor();
        await caller.SignInByPhone(Caller);
        // Their own request leads to what the city does about it.
        var mine = (await caller.Get("/my/requests"))
            .All("main a")
            .First(a => a.GetAttribute("href")!.StartsWith("/my/requests/", StringComparison.Ordinal));
        var own = await caller.Get(mine.GetAttribute("href")!);
        Assert.Contains(own.All("main a"), a => a.GetAttribute("href") == at);
        Assert.Contains("请您确认办成了没有", own.Says(), StringComparison.Ordinal);
        var bad = await (await caller.Get(at)).Submit(Form("confirm-project"), ("site", "7"));
        foreach (var said in new[] { "请选择办成了、没办成或说不清", "请选择满意、基本满意或不满意", "没有这个点位" })
            Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
        await Say(caller, at, "no", "Dissatisfied");
        // Said again, the last counts.
        await Say(caller, at, "yes", "Satisfied");
        using var neighbour = app.Visitor();
        await neighbour.SignInByPhone("13800138103");
        await Say(neighbour, at, "unknown", "Mostly");
        var answers = (await Stored(page)).Answers;
        Assert.Equal((2, 1, 0, 1, 1), (answers.All, answers.Done, answers.NotDone, answers.Callers, answers.CallersDone));
        // 1 + 0.9 of 2.
        Assert.Equal(0.95m, (await Stored(page)).Score.Satisfaction);
    }

    private static async Task Say(Browser browser, string at, string done, string contentment)
    {
        var said = await (await browser.Get(at)).Submit(
            Form("confirm-project"),
            ("done", done),
            ("contentment", contentment),
            ("site", "0")
        );
        Assert.Contains("谢谢您", said.Says(), StringComparison.Ordinal);
    }

    private async Task End(string page)
    {
        using var supervisor = await app.SignIn("supervisor");
        var early = await (await supervisor.Get(page)).Submit(
            Form("end-Inspect"),
            ("quality", "96"),
            ("text-Inspect", "抽检合格，资料齐全。")
        );
        Assert.Contains("还有 1 个节点没有核实完成", early.Says(), StringComparison.Ordinal);
        Until(new DateOnly(2027, 6, 30));
        using (var support = await app.SignIn("east1"))
        {
            await (await support.Get(page)).SubmitFiles(
                Form("report-2"),
                [("report-2", "第二批一百盏换完，验收单附后。")],
                [("photos-2", ResidentPhotoTests.Photo(80, 40))]
            );
        }
        using var inspector = await app.SignIn("supervisor");
        await (await inspector.Get(page)).Submit(Form("review-2"), ("decision", "yes"));
        var inspected = await (await inspector.Get(page)).Submit(
            Form("end-Inspect"),
            ("quality", "96"),
            ("text-Inspect", "抽检合格，资料齐全。")
        );
        Assert.Contains("已验收", inspected.Says("h1"), StringComparison.Ordinal);
        using var lead = await app.SignIn("water");
        await (await lead.Get(page)).Submit(Form("tell-progress"), ("done", "200"), ("paid", "1200"));
        var evaluated = await (await inspector.Get(page)).Submit(Form("end-Evaluate"), ("text-Evaluate", "按期完成，群众认可。"));
        Assert.Contains("已评估", evaluated.Says("h1"), StringComparison.Ordinal);
        using var leader = await app.SignIn("leader");
        var closed = await (await leader.Get(page)).Submit(Form("end-Close"));
        Assert.Contains("已销号", closed.Says("h1"), StringComparison.Ordinal);
    }

    private void Until(DateOnly day) => app.Clock.Advance(TimeSpan.FromDays(day.DayNumber - Today.DayNumber));

    private async Task Forget(string phone)
    {
        await app.Use<ISealedIdentities, bool>(async people =>
        {
            await people.Erase([(await people.FindByPhone(phone, Ct))!.Value], Ct);
            return true;
        });
        await app.Drain();
    }

    private Task<ScoredProject> Stored(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1]);
        return app.Use<ScoreReader, ScoredProject>(async scores =>
        {
            var project = await app.Use<ProgrammesDb, Project>(db =>
                db.Projects.AsNoTracking().Include(p => p.Milestones).SingleAsync(p => p.Id == id, Ct)
            );
            return (await scores.Of([project], Ct))[0];
        });
    }

    private static string PublicOf(string page) => page.Replace("/desk", "", StringComparison.Ordinal);

    private static string Form(string name) => $"form:has(input[name=_handler][value={name}])";
}
