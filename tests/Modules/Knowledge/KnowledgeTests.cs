using System.Net;
using Suiying.Knowledge.Features;
using Suiying.Knowledge.Model;
using Suiying.Testing;

namespace Suiying.Tests.Knowledge;

/// <summary>An item from its draft to what residents and agents read, and back where it is wrong or has run out.</summary>
public sealed class KnowledgeTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Library library = new(app);

    [Fact]
    public async Task An_item_is_readable_only_when_the_hotline_has_published_it()
    {
        var id = (await library.Save("east1", Library.Content("夜市摊位怎么登记"))).Value;
        var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/api/knowledge/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/knowledge/{id}")).Status);
        Assert.IsType<NotFound>((await library.Read("agent", id)).Refusal);
        Assert.Empty(await library.Search("夜市摊位"));

        _ = (await library.Decide("east1", id, KnowledgeAction.Submit)).Value;
        Assert.IsType<SecondPerson>((await library.Decide("east1", id, KnowledgeAction.Confirm)).Refusal);
        _ = (await library.Decide("east1b", id, KnowledgeAction.Confirm)).Value;
        Assert.IsType<NotAllowed>((await library.Decide("east1b", id, KnowledgeAction.Publish)).Refusal);
        _ = (await library.Decide("reviewer", id, KnowledgeAction.Publish)).Value;

        var hit = Assert.Single(await library.Search("夜市摊位"));
        Assert.Equal((true, "带身份证到窗口办理，当场办好。", "东一街道办事处", "示例"), (hit.Current, hit.Answer, hit.Owner, hit.Basis));
        Assert.Contains("当场办好", (await visitor.Get($"/knowledge/{id}")).Says(), StringComparison.Ordinal);
        Assert.Contains("当场办好", (await visitor.Get($"/api/knowledge/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_handler_of_a_unit_confirms_alone()
    {
        var id = (await library.Save("water", Library.Content("水表走得快怎么校验"))).Value;
        _ = (await library.Decide("water", id, KnowledgeAction.Submit)).Value;
        Assert.Null((await library.Decide("water", id, KnowledgeAction.Confirm)).Refusal);
    }

    [Fact]
    public async Task Other_units_neither_change_an_item_nor_see_its_draft()
    {
        var id = (await library.Save("east1", Library.Content("遛狗要不要办证"))).Value;
        Assert.IsType<NotFound>((await library.Read("water", id)).Refusal);
        Assert.IsType<NotFound>((await library.Decide("water", id, KnowledgeAction.Submit)).Refusal);
        await library.Publish(id);
        Assert.IsType<NotAllowed>((await library.Save("water", Library.Content("遛狗要不要办证二"), id, "改")).Refusal);
        Assert.IsType<NotAllowed>((await library.Decide("water", id, KnowledgeAction.Review)).Refusal);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var id = (await library.Save("east1", Library.Content("快递柜放在哪里"))).Value;
        var seen = (await library.Read("east1b", id)).Value.Item.Revision;
        _ = (await library.Save("east1", Library.Content("快递柜放在哪里", "放在小区门口的空地上，物业同意。"), id)).Value;
        Assert.IsType<ChangedMeanwhile>((await library.Save("east1b", Library.Content("快递柜放在哪里"), id, revision: seen)).Refusal);
    }

    [Fact]
    public async Task An_item_past_its_last_day_is_not_read_out()
    {
        var id = await library.Published(Library.Content("冬季补贴怎么领") with { To = new DateOnly(2026, 3, 5) });
        Assert.True(Assert.Single(await library.Search("冬季补贴")).Current);
        Assert.Contains(await library.List("east1", ItemList.Expiring), l => l.Id == id);
        await Later(
            4,
            async () =>
            {
                var hit = Assert.Single(await library.Search("冬季补贴"));
                Assert.False(hit.Current);
                Assert.Null(hit.Answer);
                Assert.Empty(hit.Snippet);
                var visitor = app.Visitor();
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/api/knowledge/{id}")).Status);
                var page = await visitor.Get($"/knowledge/{id}");
                Assert.Equal(HttpStatusCode.Gone, page.Status);
                Assert.Contains("不能作为现行政策答复", page.Says(), StringComparison.Ordinal);
                Assert.DoesNotContain("当场办好", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(
                    "冬季补贴",
                    (await visitor.Get("/knowledge?q=冬季补贴")).Says(".knowledge-list"),
                    StringComparison.Ordinal
                );
                var desk = await (await app.SignIn(Role.Agent)).Get($"/desk/knowledge/{id}");
                Assert.Contains("已过期，不能作为现行政策答复", desk.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("当场办好", desk.Text, StringComparison.Ordinal);
                Assert.Contains(await library.List("supervisor", ItemList.Mine), l => l.Id == id);
                Assert.IsType<EndPassed>((await library.Decide("east1", id, KnowledgeAction.Review)).Refusal);
            }
        );
    }

    [Fact]
    public async Task A_review_that_is_overdue_stops_the_reading_out_and_a_review_restarts_the_cycle()
    {
        var id = await library.Published(Library.Content("垃圾分类桶坏了报给谁") with { ReviewCycleDays = 10 });
        await Later(
            11,
            async () =>
            {
                Assert.False(Assert.Single(await library.Search("垃圾分类桶")).Current);
                Assert.Contains(await library.List("east1", ItemList.Expired), l => l.Id == id);
                _ = (await library.Decide("east1", id, KnowledgeAction.Review)).Value;
                Assert.True(Assert.Single(await library.Search("垃圾分类桶")).Current);
                var detail = (await library.Read("agent", id)).Value;
                Assert.Equal(KnowledgeAction.Review, detail.Steps[0].Action);
                Assert.Equal(app.City.Calendar.DateOf(app.Now).AddDays(10), detail.Item.ReviewDueOn);
            }
        );
    }

    [Fact]
    public async Task An_error_reaches_the_owner_with_a_working_day_and_ends_with_the_corrected_version()
    {
        var id = await library.Published(Library.Content("图书馆几点开门", "每天上午九点开门，下午五点关门。"));
        var agent = await library.Staff("agent");
        var due = (await library.Report(agent, id, "周一闭馆，答案里没有写。")).Value;
        Assert.Equal(app.City.Calendar.AddWorkingDays(app.Now, 1).At, due);
        Assert.Contains(await library.List("east1", ItemList.Mine), l => l.Id == id && l.ReportDueAt == due);
        Assert.Contains(await library.List("agent", ItemList.Reported), l => l.Id == id);

        var report = (await library.Read("east1", id)).Value.Reports.Single();
        Assert.IsType<NotAllowed>((await library.Answer("reviewer", report.Id, ReportAction.Accept)).Refusal);
        _ = (await library.Answer("east1", report.Id, ReportAction.Accept, "补上闭馆的日子。")).Value;
        Assert.Equal(
            "invalid",
            (await library.Save("east1", Library.Content("图书馆几点开门", "周一闭馆，其他日子九点到五点。"), id)).Refusal?.Code
        );
        _ = (await library.Save("east1", Library.Content("图书馆几点开门", "周一闭馆，其他日子九点到五点。"), id, "补上闭馆日")).Value;
        Assert.Contains("每天上午九点", (await app.Visitor().Get($"/knowledge/{id}")).Says(), StringComparison.Ordinal);
        await library.Publish(id);

        var detail = (await library.Read("agent", id)).Value;
        Assert.Equal(ReportState.Corrected, detail.Reports.Single().State);
        Assert.Equal([2, 1], detail.Versions.Select(v => v.Number));
        Assert.Equal(KnowledgeState.Replaced, detail.Versions[1].State);
        Assert.Contains("周一闭馆", (await app.Visitor().Get($"/knowledge/{id}")).Says(), StringComparison.Ordinal);
        Assert.Empty(await library.Search("每天上午"));
    }

    [Fact]
    public async Task A_late_report_is_shown_to_the_supervisor_and_may_be_kept_only_with_a_reason()
    {
        var id = await library.Published(Library.Content("社区活动室怎么预约"));
        _ = (await library.Report(await library.Staff("agent"), id, "现在改成网上预约了。")).Value;
        Assert.DoesNotContain(await library.List("supervisor", ItemList.Mine), l => l.Id == id);
        await Later(
            3,
            async () =>
            {
                Assert.Contains(await library.List("supervisor", ItemList.Mine), l => l.Id == id);
                var report = (await library.Read("east1", id)).Value.Reports.Single();
                Assert.True(report.IsLate(app.Now));
                Assert.Equal("invalid", (await library.Answer("east1", report.Id, ReportAction.Keep)).Refusal?.Code);
                _ = (await library.Answer("east1", report.Id, ReportAction.Keep, "两种方式都可以。")).Value;
                Assert.Equal("两种方式都可以。", (await library.Read("agent", id)).Value.Reports.Single().Answer);
                Assert.DoesNotContain(await library.List("supervisor", ItemList.Mine), l => l.Id == id);
            }
        );
    }

    [Fact]
    public async Task A_resident_reports_an_error_without_script_and_leaves_nothing_of_themselves()
    {
        var id = await library.Published(Library.Content("公园晚上几点关门"));
        var page = await app.Visitor().Get($"/knowledge/{id}");
        var refused = await page.Submit("#report-error", ("text", "错"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("请写明哪里不对", refused.Says(), StringComparison.Ordinal);
        var told = await page.Submit("#report-error", ("text", "我叫王小明，电话13900001111，公园晚上十点才关门。"));
        Assert.Contains("已经报给东一街道办事处", told.Says(), StringComparison.Ordinal);
        var report = (await library.Read("east1", id)).Value.Reports.Single();
        Assert.Null(report.ReporterId);
        Assert.Null(report.ReporterName);
        Assert.DoesNotContain("13900001111", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", report.Text, StringComparison.Ordinal);
        Assert.Contains("十点才关门", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_address_reports_at_most_so_often()
    {
        var limit = new ReportLimit(app.Clock);
        var from = IPAddress.Parse("203.0.113.7");
        Assert.All(Enumerable.Range(0, ReportLimit.Most), _ => Assert.Null(limit.Count(from)));
        Assert.NotNull(limit.Count(from));
        Assert.Null(limit.Count(IPAddress.Parse("203.0.113.8")));
    }

    [Fact]
    public async Task What_is_withdrawn_is_found_no_more_and_ends_its_reports()
    {
        var id = await library.Published(Library.Content("旧车票怎么退"));
        _ = (await library.Report(await library.Staff("agent"), id, "已经没有纸票了。")).Value;
        Assert.Equal("invalid", (await library.Decide("supervisor", id, KnowledgeAction.Withdraw)).Refusal?.Code);
        _ = (await library.Decide("supervisor", id, KnowledgeAction.Withdraw, "不再适用")).Value;
        Assert.Empty(await library.Search("旧车票"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Get($"/knowledge/{id}")).Status);
        Assert.Equal(ReportState.Corrected, (await library.Read("east1", id)).Value.Reports.Single().State);
    }

    [Fact]
    public async Task The_export_can_be_imported_again_and_says_nothing_new()
    {
        await library.Published(Library.Content("停车位怎么申请", "先登记车辆，再到物业选位，满了就排队。", "小区没有车位怎么办"));
        var csv = await app.Visitor().Get("/knowledge.csv");
        Assert.Equal("text/csv", csv.ContentType);
        var by = Actor.System;
        var command = new ImportItems.Command
        {
            FileName = "knowledge.csv",
            Content = System.Text.Encoding.UTF8.GetBytes(csv.Text),
            Load = true,
        };
        var summary = await app.Use<ImportItems, Outcome<ImportItems.Summary>>(import => import.Run(command, by, Library.None));
        Assert.Empty(summary.Value.Problems);
        Assert.DoesNotContain(summary.Value.Lines, l => l.Line.Content.Title == "停车位怎么申请" && l.Fate is not ImportItems.Fate.Same);
    }

    private async Task Later(int days, Func<Task> then)
    {
        var before = app.Now;
        app.Clock.AdjustTime(before.AddDays(days));
        try
        {
            await then();
        }
        finally
        {
            app.Clock.AdjustTime(before);
        }
    }
}
