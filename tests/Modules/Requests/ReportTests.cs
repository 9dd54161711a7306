using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Suiying.Tests.Requests;

/// <summary>日报 and 专报, over HTTP.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Of Monday: one closed and solved, two open (one of them a repetition), one sealed; then it is Tuesday.</summary>
    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        var closed = await app.Given.ReviewedRequest();
        await app.Given.Callback(closed, satisfied: Satisfied.Mostly);
        await app.Given.SignedRequest();
        await app.Given.DispatchedRequest("EAST-2", app.Given.Intake() with { AboutConduct = true, AccusedUnit = "EAST-1" });
        app.Clock.Advance(TimeSpan.FromDays(1));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_daily_counts_its_day_without_what_is_sealed_and_opens_each_number_to_its_rows()
    {
        using var supervisor = await app.SignIn("supervisor");
        var report = await Draft(supervisor, ReportKind.Daily, Monday);

        var page = await supervisor.Get($"/reports/{report}");

        Assert.Contains("2026年3月2日共登记诉求2件", page.Says(), StringComparison.Ordinal);
        Assert.Contains("按期答复率100.0%", page.Says(), StringComparison.Ordinal);
        Assert.Contains("演示数据", page.Says(), StringComparison.Ordinal);
        var links = page.All($"a[href^='/reports/{report}/rows']").DistinctBy(l => l.GetAttribute("href")).ToList();
        Assert.True(links.Count > 10);
        foreach (var link in links)
        {
            var number = (link.QuerySelector(".figure-value") ?? link).TextContent.Trim().TrimEnd('件');
            var rows = await supervisor.Get(link.GetAttribute("href")!);
            Assert.Contains($"{number} 件：", rows.Says(), StringComparison.Ordinal);
            Assert.Equal(number, $"{rows.All("tbody tr").Count}");
        }
    }

    [Fact]
    public async Task An_issued_report_keeps_its_numbers_and_rows_whatever_happens_later()
    {
        using var supervisor = await app.SignIn("supervisor");
        var report = await Issued(supervisor, Monday);
        var before = (await supervisor.Get($"/reports/{report}")).Says();

        await app.Given.SignedRequest();
        app.Clock.Advance(TimeSpan.FromDays(3));

        using var leader = await app.SignIn("leader");
        var after = (await leader.Get($"/reports/{report}")).Says();
        Assert.Contains("2026年第1期", after, StringComparison.Ordinal);
        Assert.Contains(Sentence(before), after, StringComparison.Ordinal);
        Assert.Equal(2, (await leader.Get($"/reports/{report}/rows?figure=Received")).All("tbody tr").Count);
    }

    [Fact]
    public async Task A_leader_reads_what_is_issued_and_writes_nothing()
    {
        using var supervisor = await app.SignIn("supervisor");
        var draft = await Draft(supervisor, ReportKind.Daily, Monday);
        using var leader = await app.SignIn("leader");

        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/reports/{draft}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/reports/{draft}.pdf")).Status);
        Assert.Contains("还没有报告", (await leader.Get("/reports")).Says(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await leader.Get("/reports/new")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await leader.Get($"/reports/{draft}/edit")).Status);
        var by = await app.Given.Staff("leader");
        var scope = new ReportScope { From = Monday, To = Monday };
        var write = new WriteReport.Command
        {
            Kind = ReportKind.Special,
            Title = "专报",
            Scope = scope,
        };
        Assert.IsType<NotAllowed>((await app.Use<WriteReport, Outcome<Report>>(u => u.Run(write, by, Ct))).Refusal);
        Assert.IsType<NotAllowed>(
            (await app.Use<IssueReport, Outcome<Report>>(u => u.Run(new IssueReport.Command { Id = draft, Version = 2 }, by, Ct))).Refusal
        );
        Assert.IsType<NotAllowed>(
            (
                await app.Use<WithdrawReport, Outcome<Report>>(u => u.Run(new WithdrawReport.Command { Id = draft, Reason = "错" }, by, Ct))
            ).Refusal
        );
        Assert.IsType<NotAllowed>(
            (await app.Use<DeleteReport, Outcome<Done>>(u => u.Run(new DeleteReport.Command { Id = draft }, by, Ct))).Refusal
        );

        await Issue(supervisor, draft);
        Assert.Equal(HttpStatusCode.OK, (await leader.Get($"/reports/{draft}")).Status);
        Assert.Single((await leader.Get("/reports")).All("tbody tr"));
    }

    [Fact]
    public async Task A_leader_of_a_county_reads_the_reports_of_that_county_alone()
    {
        using var supervisor = await app.SignIn("supervisor");
        var city = await Issued(supervisor, Monday);
        var east = await Issued(supervisor, Monday, ("area", "990102"));
        using var leader = await app.SignIn("eastleader");

        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/reports/{city}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await leader.Get($"/reports/{east}")).Status);
        Assert.Single((await leader.Get("/reports")).All("tbody tr"));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("east1")]
    [InlineData("sysadmin")]
    public async Task Nobody_else_reads_reports(string login)
    {
        using var supervisor = await app.SignIn("supervisor");
        var report = await Issued(supervisor, Monday);
        using var browser = await app.SignIn(login);
        foreach (var path in (string[])["", ".pdf", ".docx", ".xlsx", "/rows?figure=Received", "/rows.csv?figure=Received", "/edit"])
            Assert.NotEqual(HttpStatusCode.OK, (await browser.Get($"/reports/{report}{path}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.Get("/reports")).Status);
    }

    [Fact]
    public async Task One_day_has_one_daily_until_it_is_withdrawn()
    {
        using var supervisor = await app.SignIn("supervisor");
        var first = await Issued(supervisor, Monday);
        var refused = await New(supervisor, ReportKind.Daily, Monday);
        Assert.Contains("这一天已经有日报了", refused.Says(), StringComparison.Ordinal);
        Assert.Single(refused.All($"a[href='/reports/{first}']"));

        var page = await supervisor.Get($"/reports/{first}");
        Assert.Contains("请填写撤回的原因", (await page.Submit("#withdraw-report", ("reason", " "))).Says(), StringComparison.Ordinal);
        await page.Submit("#withdraw-report", ("reason", "话务数字有误"));

        Assert.Contains("已撤回：话务数字有误", (await supervisor.Get($"/reports/{first}")).Says(), StringComparison.Ordinal);
        var second = await Issued(supervisor, Monday);
        Assert.Contains("2026年第2期", (await supervisor.Get($"/reports/{second}")).Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_writer_says_stands_in_it_and_holds_no_personal_data()
    {
        using var supervisor = await app.SignIn("supervisor");
        var report = await Draft(supervisor, ReportKind.Special, Monday);
        var page = await supervisor.Get($"/reports/{report}/edit");

        var refused = await page.Submit("#edit-report", ("problems", "来电人手机13800000000多次反映。"));
        Assert.Contains("文字里好像有个人信息", refused.Says(), StringComparison.Ordinal);
        Assert.Contains("多次反映", refused.Text, StringComparison.Ordinal);
        await refused.Submit("#edit-report", ("problems", "路灯集中报修。"), ("causes", "线路老化。"), ("advice", "整改。"));

        var read = (await supervisor.Get($"/reports/{report}")).Says();
        Assert.Contains("主要问题", read, StringComparison.Ordinal);
        Assert.Contains("线路老化。", read, StringComparison.Ordinal);
        // Somebody who still has the older page is told who changed it.
        Assert.Contains("刚刚改过这份报告", (await page.Submit("#edit-report", ("lead", "旧页"))).Says(), StringComparison.Ordinal);
        await Issue(supervisor, report);
        var late = await page.Submit("#edit-report", ("lead", "签发之后"));
        Assert.DoesNotContain("签发之后", (await supervisor.Get($"/reports/{report}")).Says(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, late.Status);
    }

    [Fact]
    public async Task A_draft_counts_anew_when_asked_and_is_deleted_when_nobody_wants_it()
    {
        using var supervisor = await app.SignIn("supervisor");
        var report = await Draft(supervisor, ReportKind.Special, Monday);
        Assert.Contains("成稿时在办1件", (await supervisor.Get($"/reports/{report}")).Says(), StringComparison.Ordinal);
        await app.Given.Request();

        var page = await supervisor.Get($"/reports/{report}/edit");
        await page.Submit("#edit-report", ("anew", "1"));
        Assert.Contains("成稿时在办2件", (await supervisor.Get($"/reports/{report}")).Says(), StringComparison.Ordinal);

        await (await supervisor.Get($"/reports/{report}")).Submit("#delete-report");
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.Get($"/reports/{report}")).Status);
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-02", "结束日期不能早于开始日期")]
    [InlineData("2024-03-01", "2026-03-02", "一份报告最长366天")]
    [InlineData("2026-03-01", "2027-01-01", "结束日期不能晚于今天")]
    [InlineData("", "2026-03-02", "请选择日期")]
    public async Task Wrong_days_are_named_and_nothing_is_lost(string from, string to, string problem)
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get("/reports/new?kind=Special");
        var answer = await page.Submit("#new-report", ("from", from), ("to", to), ("title", "我的标题"), ("category", "0101"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(problem, answer.Says(), StringComparison.Ordinal);
        Assert.Equal("我的标题", answer.Find("#title").GetAttribute("value"));
    }

    [Fact]
    public async Task As_PDF_Word_and_Excel_it_says_the_same()
    {
        using var supervisor = await app.SignIn("supervisor");
        var report = await Issued(supervisor, Monday);

        var (type, bytes) = await Download(supervisor, $"/reports/{report}.pdf");
        Assert.Equal("application/pdf", type);
        using var pdf = PdfDocument.Open(bytes);
        var printed = string.Concat(pdf.GetPages().Select(p => ContentOrderTextExtractor.GetText(p))).Replace(" ", "").Replace("\n", "");
        Assert.Contains("2026年3月2日共登记诉求2件", printed, StringComparison.Ordinal);
        Assert.Contains("2026年第1期", printed, StringComparison.Ordinal);
        Assert.Contains("演示数据", printed, StringComparison.Ordinal);

        (_, bytes) = await Download(supervisor, $"/reports/{report}.docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Contains("2026年3月2日共登记诉求2件", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);

        (_, bytes) = await Download(supervisor, $"/reports/{report}.xlsx");
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var sheets = book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(s => s.Name!.Value)
            .ToList();
        Assert.Equal(("概况", "明细"), (sheets[0], sheets[^1]));
        Assert.Contains("按承办单位", sheets);
    }

    [Fact]
    public async Task Each_morning_yesterdays_daily_stands_as_a_draft_once()
    {
        Assert.True(await Morning());
        Assert.False(await Morning());
        // Six in the morning is too early for Tuesday's, eight is not.
        app.Clock.Advance(TimeSpan.FromHours(20));
        Assert.False(await Morning());
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.True(await Morning());

        using var supervisor = await app.SignIn("supervisor");
        var rows = (await supervisor.Get("/reports")).All("tbody tr");
        Assert.Equal(2, rows.Count);
        Assert.Contains("2026年3月3日", rows[0].TextContent, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Contains("起草中", row.TextContent, StringComparison.Ordinal));
        var by = await app.Given.Staff("supervisor");
        Assert.IsType<NotAllowed>((await app.Use<WriteDailies, Outcome<bool>>(u => u.Run(new WriteDailies.Command(), by, Ct))).Refusal);
    }

    [Theory]
    [InlineData("/board/rows", "?figure=Open", 3)]
    [InlineData("/desk/all/list", "", 4)]
    [InlineData("/desk/late/list", "?county=990102", 3)]
    public async Task Rows_of_boards_and_desks_go_to_a_table_and_what_is_sealed_has_no_title_in_it(string path, string query, int lines)
    {
        using var supervisor = await app.SignIn("supervisor");

        var csv = await supervisor.Get($"{path}.csv{query}");
        Assert.Equal(lines, csv.Text.TrimEnd().Split('\n').Length);
        Assert.Contains(",密封,", csv.Text, StringComparison.Ordinal);

        var (_, bytes) = await Download(supervisor, $"{path}.xlsx{query}");
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Equal(lines, sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count());
        using var agent = await app.SignIn("agent");
        Assert.NotEqual(HttpStatusCode.OK, (await agent.Get($"{path}.csv{query}")).Status);
    }

    [Theory]
    [InlineData("/board/rows.csv?figure=Nothing", HttpStatusCode.BadRequest)]
    [InlineData("/board/rows.xlsx?figure=Open&state=Nowhere", HttpStatusCode.BadRequest)]
    [InlineData("/board/rows.pdf?figure=Open", HttpStatusCode.NotFound)]
    [InlineData("/desk/late/list.csv?state=Nowhere", HttpStatusCode.BadRequest)]
    [InlineData("/desk/nothing/list.csv", HttpStatusCode.NotFound)]
    [InlineData("/reports/{0}/rows.csv?figure=Nothing", HttpStatusCode.BadRequest)]
    [InlineData("/reports/{0}/rows.csv?figure=Open&type=Nothing", HttpStatusCode.BadRequest)]
    [InlineData("/reports/{0}.odt", HttpStatusCode.NotFound)]
    public async Task An_address_that_asks_for_what_there_is_not_gets_no_table_of_something_else(string path, HttpStatusCode status)
    {
        using var supervisor = await app.SignIn("supervisor");
        var report = await Draft(supervisor, ReportKind.Special, Monday);

        var answer = await supervisor.Get(string.Format(null, path, report));

        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.BadRequest)
            Assert.Contains(path.Contains("list", StringComparison.Ordinal) ? "state" : "figure", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_supervisors_at_once_get_one_number_each_and_the_later_change_is_said()
    {
        using var supervisor = await app.SignIn("supervisor");
        var (one, other) = (
            await Draft(supervisor, ReportKind.Special, Monday),
            await Draft(supervisor, ReportKind.Special, Monday, ("title", "另一份"))
        );
        var by = await app.Given.Staff("supervisor");
        Task<Outcome<Report>> Issued(Guid id) =>
            app.Use<IssueReport, Outcome<Report>>(u => u.Run(new IssueReport.Command { Id = id, Version = 2 }, by, Ct));

        var outcomes = await Task.WhenAll(Issued(one), Issued(other), Issued(one));

        Assert.All(outcomes.Where(o => o.Refusal is not null), o => Assert.True(o.Refusal is ReportIsIssued or ReportChangedMeanwhile));
        var numbers = outcomes.Where(o => o.Refusal is null).Select(o => o.Value.Issue).ToList();
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.NotEmpty(numbers);
        var issued = outcomes.First(o => o.Refusal is null).Value.Id;
        Assert.IsType<ReportIsIssued>(
            (await app.Use<DeleteReport, Outcome<Done>>(u => u.Run(new DeleteReport.Command { Id = issued }, by, Ct))).Refusal
        );
    }

    private static async Task<(string Type, byte[] Bytes)> Download(Browser browser, string path)
    {
        using var answer = await browser.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers.ContentType!.MediaType!, await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    private async Task<bool> Morning() =>
        (await app.Use<WriteDailies, Outcome<bool>>(u => u.Run(new WriteDailies.Command(), Actor.System, Ct))).Value;

    private static string Sentence(string page)
    {
        var start = page.IndexOf("2026年3月2日共登记诉求", StringComparison.Ordinal);
        return page[start..page.IndexOf('。', start)];
    }

    private static async Task<Page> New(Browser browser, ReportKind kind, DateOnly day, params (string, string)[] more)
    {
        var iso = day.ToString("yyyy-MM-dd", null);
        (string, string)[] days = kind is ReportKind.Daily ? [("from", iso)] : [("from", iso), ("to", iso)];
        return await (await browser.Get($"/reports/new?kind={kind}")).Submit("#new-report", [.. days, .. more]);
    }

    private static async Task<Guid> Draft(Browser browser, ReportKind kind, DateOnly day, params (string, string)[] more)
    {
        var page = await New(browser, kind, day, more);
        Assert.Contains("数字已统计好", page.Says(), StringComparison.Ordinal);
        return Guid.Parse(page.Find("a[href^='/reports/']:not([href='/reports'])").GetAttribute("href")!.Split('/')[2]);
    }

    private static async Task<Guid> Issued(Browser browser, DateOnly day, params (string, string)[] more)
    {
        var report = await Draft(browser, ReportKind.Daily, day, more);
        await Issue(browser, report);
        return report;
    }

    private static async Task Issue(Browser browser, Guid report) =>
        Assert.Contains(
            "已签发",
            (await (await browser.Get($"/reports/{report}")).Submit("#issue-report")).Says(),
            StringComparison.Ordinal
        );
}
