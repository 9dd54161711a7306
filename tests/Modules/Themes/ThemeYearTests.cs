using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Design;
using Suiying.Testing;
using Suiying.Tests.Requests;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Tests.Themes;

/// <summary>每月一题 through its pages: from a category with many requests to the look back, and what each may not.</summary>
public sealed class ThemeYearTests(LampTown town) : IClassFixture<LampTown>
{
    private const string Why = "路灯不亮一年到头有人反映，涉及多个街道，换灯头治标不治本。";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => town.City.Calendar.DateOf(town.Now);

    [Fact]
    public async Task A_theme_goes_from_the_counts_to_the_look_back_and_its_effect_is_told_with_its_interval()
    {
        var page = await Propose();
        await Shortlist(page);
        await Consult(page);
        await SayOpinions(page);
        town.Clock.Advance(TimeSpan.FromDays(30));
        await Decide(page);
        await Plan(page);
        await town.Pass(1, LampTown.LampsUsual);
        await Report(page);

        // While the lamps were mended few were reported; water went on as ever.
        await town.Pass(8, 1);
        using (var supervisor = await town.SignIn("supervisor"))
        {
            var form = await supervisor.Get(page);
            Assert.Contains("诉求减少了", form.Says(), StringComparison.Ordinal);
            var signed = await form.Submit(Form("measure-theme"), ("opinion", "更换线路以后，同样的诉求明显减少。"));
            Assert.Contains("已评估", signed.Says(), StringComparison.Ordinal);
            // What is evaluated is not yet everybody's.
            Assert.DoesNotContain("效果评估", (await town.Visitor().Get(PublicOf(page))).Says(), StringComparison.Ordinal);
        }
        using (var leader = await town.SignIn("leader"))
        {
            var published = await (await leader.Get(page)).Submit(Form("step-Publish"));
            Assert.Contains("已公布", published.Says(), StringComparison.Ordinal);
        }
        var told = (await town.Visitor().Get(PublicOf(page))).Says();
        Assert.Contains("诉求减少了。", told, StringComparison.Ordinal);
        Assert.Contains("双重差分", told, StringComparison.Ordinal);
        Assert.Contains("已办成", told, StringComparison.Ordinal);
        var stored = (await Stored(page)).Effect!;
        Assert.Equal((8, 8, 52), (stored.Weeks.Count, stored.After, stored.WeeksBack));
        Assert.True(stored.Found!.Stands && stored.Found.Ratio < 0.5 && stored.Found.High < 1, $"{stored.Found}");

        await LookBack(page);
    }

    [Fact]
    public async Task Who_has_no_part_in_a_theme_is_refused_and_a_candidate_is_nobody_elses()
    {
        var page = await Propose();
        foreach (var login in new[] { "agent", "dispatcher", "reviewer", "callback", "sysadmin", "secadmin", "auditadmin" })
        {
            using var other = await town.SignIn(login);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get("/desk/themes.csv")).Status);
        }
        using (var unit = await town.SignIn("east1"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await unit.Get(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get("/desk/themes/candidates")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get("/desk/themes/new")).Status);
            Assert.DoesNotContain(page, (await unit.Get("/desk/themes")).Text, StringComparison.Ordinal);
        }
        using (var leader = await town.SignIn("leader"))
        {
            // A leader reads and does not choose for the hotline.
            var read = await leader.Get(page);
            Assert.True(read.IsSuccess);
            Assert.Empty(read.All("main form[method=post]"));
            Assert.Equal(HttpStatusCode.Forbidden, (await leader.Get("/desk/themes/new")).Status);
        }
        var visitor = town.Visitor();
        Assert.Equal("/signin", (await visitor.Get(page)).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(PublicOf(page))).Status);
        Assert.DoesNotContain(PublicOf(page), (await visitor.Get("/themes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_at_its_field_and_nothing_is_kept()
    {
        using var supervisor = await town.SignIn("supervisor");
        var form = await supervisor.Get("/desk/themes/new");
        var bad = await form.Submit("main form", ("title", "灯"), ("category", "9"), ("topic", "13000"), ("why", "多"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Contains("没有这个热点", bad.Says(), StringComparison.Ordinal);
        bad = await form.Submit("main form", ("title", "灯"), ("category", "9"), ("why", "多"));
        foreach (var said in new[] { "4 至 60 个字", "没有这个类别", "10 至 2000 个字，现在是 1 个字" })
            Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
        Assert.Equal("灯", bad.Find("#title").GetAttribute("value"));

        var page = await Propose();
        var early = await (await supervisor.Get(page)).Submit(Form("step-Shortlist"));
        Assert.Contains("先填评分卡，再入围", early.Says(), StringComparison.Ordinal);
        var card = await (await supervisor.Get(page)).Submit(Form("rate-theme"), ("points0", "6"), ("reason0", "多"));
        Assert.Contains("请打分，0 至 5", card.Says(), StringComparison.Ordinal);
        Assert.Contains("请写明理由", card.Says(), StringComparison.Ordinal);
        Assert.Empty((await Stored(page)).Card.Marks);
        await Shortlist(page);
        var soon = await (await supervisor.Get(page)).Submit(Form("ask-opinions"), ("until", IsoDay.Of(Today.AddDays(3))));
        Assert.Contains("征求意见至少 30 天", soon.Says(), StringComparison.Ordinal);
        var dropped = await (await supervisor.Get(page)).Submit(Form("step-Drop"), ("text-Drop", "同类已有年度计划，今年不再单列。"));
        Assert.Contains("未选用", dropped.Says(), StringComparison.Ordinal);
        // The page that somebody still has open is told, not obeyed.
        var late = await early.Submit(Form("step-Shortlist"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("刚才有人改动了这个主题", late.Says(), StringComparison.Ordinal);
        var again = await (await supervisor.Get(page)).Submit(Form("step-Reconsider"), ("text-Reconsider", "年度计划取消，重新考虑。"));
        Assert.Contains("候选", again.Says("h1"), StringComparison.Ordinal);
    }

    private async Task<string> Propose()
    {
        using var supervisor = await town.SignIn("supervisor");
        var candidates = await supervisor.Get("/desk/themes/candidates");
        var row = candidates.All("main tbody tr").First(r => r.TextContent.Contains("路灯不亮", StringComparison.Ordinal));
        Assert.Contains("n=0", row.TextContent, StringComparison.Ordinal);
        var form = await supervisor.Get($"/desk/themes/new?category={LampTown.Lamps}");
        Assert.Equal("路灯不亮", form.Find("#title").GetAttribute("value"));
        var proposed = await form.Submit("main form", ("title", "解决路灯长期不亮"), ("why", Why));
        Assert.Matches(@"^/desk/themes/[0-9a-f-]{36}$", proposed.Address.AbsolutePath);
        Assert.Contains("候选", proposed.Says("h1"), StringComparison.Ordinal);
        return proposed.Address.AbsolutePath;
    }

    private async Task Shortlist(string page)
    {
        using var supervisor = await town.SignIn("supervisor");
        var marks = Enumerable.Range(0, 4).SelectMany(i => new[] { ($"points{i}", $"{i + 2}"), ($"reason{i}", "看过数据，理由充分。") });
        var judged = await (await supervisor.Get(page)).Submit(Form("rate-theme"), [.. marks]);
        // (2 + 3 + 4 + 5) / 5 of 25 each.
        Assert.Contains("70 分", judged.Says(), StringComparison.Ordinal);
        var listed = await (await supervisor.Get(page)).Submit(Form("step-Shortlist"));
        Assert.Contains("入围", listed.Says("h1"), StringComparison.Ordinal);
    }

    private async Task Consult(string page)
    {
        using var supervisor = await town.SignIn("supervisor");
        var asked = await (await supervisor.Get(page)).Submit(Form("ask-opinions"), ("until", IsoDay.Of(Today.AddDays(29))));
        Assert.Contains("征求意见", asked.Says("h1"), StringComparison.Ordinal);
        using var leader = await town.SignIn("leader");
        Assert.Contains("期满后确定", (await leader.Get(page)).Says(), StringComparison.Ordinal);
    }

    private async Task SayOpinions(string page)
    {
        var at = PublicOf(page);
        var visitor = town.Visitor();
        Assert.Contains("登录后提意见", (await visitor.Get(at)).Says(), StringComparison.Ordinal);
        await Say(await Resident("13800138001"), at, "Support", "早该换了，我叫张建国，电话13912345678。");
        var second = await Resident("13800138002");
        var none = await Say(second, at, "Other", "");
        Assert.Contains("请写下您的意见", none.Says(), StringComparison.Ordinal);
        await Say(second, at, "Oppose", "");
        // Said again, the last counts.
        await Say(second, at, "Support", "");
        using var supervisor = await town.SignIn("supervisor");
        var counted = await supervisor.Get(page);
        Assert.Contains("共 2 份：支持 2，不支持 0", counted.Says(), StringComparison.Ordinal);
        Assert.Contains("早该换了", counted.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", counted.Text, StringComparison.Ordinal);
        await Forget("13800138001");
        Assert.Contains("共 1 份", (await supervisor.Get(page)).Says(), StringComparison.Ordinal);
    }

    private async Task<Browser> Resident(string phone)
    {
        var browser = town.Visitor();
        await browser.SignInByPhone(phone);
        return browser;
    }

    private static async Task<Page> Say(Browser browser, string at, string stance, string text) =>
        await (await browser.Get(at)).Submit(Form("give-opinion"), ("stance", stance), ("text", text));

    /// <summary>With the identity goes what the person thought of it.</summary>
    private async Task Forget(string phone)
    {
        await town.Use<ISealedIdentities, bool>(async people =>
        {
            var person = (await people.FindByPhone(phone, Ct))!.Value;
            await people.Erase([person], Ct);
            return true;
        });
        await town.Drain();
    }

    private async Task Decide(string page)
    {
        using (var part = await town.SignIn("eastleader"))
            Assert.Empty((await part.Get(page)).All(Form("schedule-theme")));
        using var leader = await town.SignIn("leader");
        var form = await leader.Get(page);
        var bad = await form.Submit(Form("schedule-theme"), ("month", "2020-01"), ("adopted", "好"));
        Assert.Contains("从本月起两年以内", bad.Says(), StringComparison.Ordinal);
        Assert.Contains("请选择一个牵头单位", bad.Says(), StringComparison.Ordinal);
        var decided = await form.Submit(
            Form("schedule-theme"),
            ("month", Today.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)),
            ("lead", "WATER"),
            ("supporting", "CITY-URBAN"),
            ("adopted", "采纳了先换线路的意见；夜间巡查另行安排。")
        );
        Assert.Contains("已确定", decided.Says("h1"), StringComparison.Ordinal);
        using var supervisor = await town.SignIn("supervisor");
        Assert.Contains("已启动", (await (await supervisor.Get(page)).Submit(Form("step-Start"))).Says("h1"), StringComparison.Ordinal);
    }

    private async Task Plan(string page)
    {
        using (var other = await town.SignIn("east1"))
            Assert.Empty((await other.Get($"{page}/plan")).All("main form"));
        using (var lead = await town.SignIn("water"))
        {
            var form = await lead.Get($"{page}/plan");
            var bad = await form.Submit("main form", ("plan", "换线路"), ("l0t0", "查清线路"), ("l0d0", "明天"), ("l3t0", "换完一半"));
            foreach (var said in new[] { "第 1 行的日期应写成", "查清线路" })
                Assert.Contains(said, bad.Text, StringComparison.Ordinal);
            bad = await form.Submit("main form", ("plan", "换线路"), ("l0t0", "查清线路"));
            Assert.Contains("任务清单至少写一项", bad.Says(), StringComparison.Ordinal);
            Assert.Contains("请写 1 至 24 个节点", bad.Says(), StringComparison.Ordinal);
            var written = await form.Submit(
                "main form",
                ("plan", "先查清老旧线路，再分批更换，建立巡查制度。"),
                ("l0t0", "线路老化"),
                ("l1t0", "分批更换"),
                ("l2t0", "专人巡查"),
                ("l2u0", "CITY-URBAN"),
                ("l3t0", "更换完第一批线路"),
                ("l3d0", IsoDay.Of(Today.AddDays(20)))
            );
            Assert.Contains("更换完第一批线路", written.Says(), StringComparison.Ordinal);
        }
        // Until it is approved, a plan is not everybody's.
        Assert.DoesNotContain("分批更换", (await town.Visitor().Get(PublicOf(page))).Text, StringComparison.Ordinal);
        using var supervisor = await town.SignIn("supervisor");
        var approved = await (await supervisor.Get(page)).Submit(Form("step-Approve"));
        Assert.Contains("推进中", approved.Says("h1"), StringComparison.Ordinal);
        Assert.Contains("分批更换", (await town.Visitor().Get(PublicOf(page))).Text, StringComparison.Ordinal);
    }

    private async Task Report(string page)
    {
        using var lead = await town.SignIn("water");
        var bare = await (await lead.Get(page)).Submit(Form("report-1"), ("report-1", "第一批线路已经全部换完。"));
        Assert.Contains("待核实", bare.Says(), StringComparison.Ordinal);
        using (var supervisor = await town.SignIn("supervisor"))
        {
            var none = await (await supervisor.Get(page)).Submit(Form("review-1"), ("decision", "yes"));
            Assert.Equal(HttpStatusCode.Conflict, none.Status);
            Assert.Contains("没有附证明材料", none.Says(), StringComparison.Ordinal);
            var back = await (await supervisor.Get(page)).Submit(
                Form("review-1"),
                ("decision", "no"),
                ("found-1", "请附现场照片和验收单。")
            );
            Assert.Contains("请附现场照片和验收单", back.Says(), StringComparison.Ordinal);
        }
        var shown = await (await lead.Get(page)).SubmitFiles(
            Form("report-1"),
            [("report-1", "第一批线路已经全部换完，照片附后。")],
            [("photos-1", ResidentPhotoTests.Photo(80, 40))]
        );
        var link = shown.All("main a").Single(a => a.TextContent.Contains("证明材料 1", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal("image/jpeg", (await lead.Get(link)).ContentType);
        using (var other = await town.SignIn("agent"))
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(link)).Status);
        using var chief = await town.SignIn("supervisor");
        var accepted = await (await chief.Get(page)).Submit(Form("review-1"), ("decision", "yes"));
        Assert.Contains("已核实", accepted.Says(), StringComparison.Ordinal);
        var early = await (await chief.Get(page)).Submit(Form("step-Check"), ("text-Check", "进度符合方案，继续推进第二批。"));
        Assert.Contains("启动后满 4 个整周才能评估", early.Says(), StringComparison.Ordinal);
        var table = await chief.Get("/desk/themes.csv?state=Checked");
        Assert.Contains("解决路灯长期不亮", table.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await chief.Get("/desk/themes.csv?state=Anything&year=x")).Status);
    }

    private async Task LookBack(string page)
    {
        using (var supervisor = await town.SignIn("supervisor"))
            Assert.Contains("起回头看", (await supervisor.Get(page)).Says(), StringComparison.Ordinal);
        // Six months later the lamps are out again.
        await town.Pass(28, LampTown.LampsUsual);
        using var later = await town.SignIn("supervisor");
        var form = await later.Get(page);
        var ended = await form.Submit(Form("measure-theme"), ("opinion", "又有反弹，第二批线路尚未更换，列入明年。"));
        Assert.Contains("已回头看", ended.Says("h1"), StringComparison.Ordinal);
        var seen = (await Stored(page)).LookBack!;
        Assert.False(seen.Found!.Stands, $"{seen.Found}");
        // The weeks that are compared with lie before the work began.
        Assert.True(seen.Until.AddDays(-7 * seen.WeeksBack) < (await Stored(page)).StartedOn);
        Assert.Contains("看不出效果", (await town.Visitor().Get(PublicOf(page))).Says(), StringComparison.Ordinal);
    }

    private Task<Theme> Stored(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1]);
        return town.Use<ThemesDb, Theme>(db => db.Themes.AsNoTracking().SingleAsync(t => t.Id == id, Ct));
    }

    private static string PublicOf(string page) => page.Replace("/desk", "", StringComparison.Ordinal);

    private static string Form(string name) => $"form:has(input[name=_handler][value={name}])";
}
