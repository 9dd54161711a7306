using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Clock;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Registry;

public sealed class CategoryPagesTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Saving = "main form:has(textarea[name=synonyms])";
    private const string Retiring = "main form:has(input[name=successor])";

    private static readonly string[] Pages =
    [
        "/admin/categories",
        "/admin/categories?q=路灯",
        "/admin/categories/010101",
        "/admin/deadlines",
        "/admin/deadlines?category=0301",
        "/admin/deadlines/rule?category=0301&kind=Reply&grade=2&old=yes",
    ];

    [Theory]
    [InlineData("agent")]
    [InlineData("leader")]
    [InlineData("secadmin")]
    [InlineData("water")]
    public async Task Who_is_no_administrator_of_the_system_or_the_audit_sees_no_page(string login)
    {
        using var browser = await app.SignIn(login);
        foreach (var page in Pages)
            Assert.False((await browser.Get(page)).IsSuccess, $"{login} saw {page}");
    }

    [Fact]
    public async Task The_audit_reads_every_page_and_changes_nothing()
    {
        using var audit = await app.SignIn("auditadmin");
        foreach (var page in Pages)
        {
            var shown = await audit.Get(page);
            Assert.True(shown.IsSuccess, page);
            Assert.Empty(shown.All("main form[method=post]"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await audit.Get("/admin/categories/999")).Status);
    }

    [Fact]
    public async Task The_tree_is_walked_by_steps_and_searched_by_the_words_of_residents()
    {
        using var audit = await app.SignIn("auditadmin");
        var below = await audit.Get("/admin/categories?under=0101");
        Assert.Contains("全部类别 / 城市管理 / 市政设施", below.Says("main nav"), StringComparison.Ordinal);
        Assert.Contains("井盖缺失 010102 特急 2 小时", below.Says("table"), StringComparison.Ordinal);

        var found = await audit.Get("/admin/categories?q=踢皮球");
        Assert.Contains("作风 / 服务态度 / 推诿扯皮", found.Says("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_is_added_below_another_and_changed()
    {
        using var admin = await app.SignIn("sysadmin");
        var form = await admin.Get("/admin/categories/new?under=0201");
        Assert.Equal("020102", form.Find("#code").GetAttribute("value"));

        var added = await form.Submit(Saving, ("name", "楼道照明"), ("synonyms", "楼道灯\n声控灯"), ("reason", "新设（示例）"));
        Assert.Contains("已保存", added.Says(), StringComparison.Ordinal);
        var category = app.City.Categories.Find("020102")!;
        Assert.Equal((3, "0201", 3), (category.Level, category.Parent, category.Grade));
        Assert.Equal(["楼道灯", "声控灯"], category.Synonyms);

        var changed = await (await admin.Get("/admin/categories/020102")).Submit(
            Saving,
            ("name", "楼道照明不亮"),
            ("grade", "2"),
            ("tag", "安全性"),
            ("examples", "楼道里的灯一个月没亮过"),
            ("reason", "改名（示例）")
        );
        category = app.City.Categories.Find("020102")!;
        Assert.Equal(("楼道照明不亮", 2, "安全性"), (category.Name, category.Grade, category.Tag));
        Assert.Equal(["楼道里的灯一个月没亮过"], category.Examples);
        Assert.Contains("楼道照明 → 楼道照明不亮", changed.Says("ol.timeline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0102", "01", "市政设施", "name")]
    [InlineData("0209", "01", "新类别", "code")]
    [InlineData("010101", "0101", "新类别", "code")]
    [InlineData("01010101", "010101", "新类别", "parent")]
    [InlineData("0199", "没有这个", "新类别", "parent")]
    [InlineData("0198", "01", "", "name")]
    public async Task Each_field_of_a_new_category_says_what_is_wrong_with_it(string code, string parent, string name, string field)
    {
        using var admin = await app.SignIn("sysadmin");
        var refused = await (await admin.Get("/admin/categories/new")).Submit(
            Saving,
            ("code", code),
            ("parent", parent),
            ("name", name),
            ("reason", "示例")
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.All($"#{field}-error"));
        Assert.Equal(code, refused.Find("#code").GetAttribute("value"));
    }

    [Fact]
    public async Task A_category_with_open_matters_and_rules_is_retired_only_with_a_successor()
    {
        using var admin = await app.SignIn("sysadmin");
        var taken = await app.Given.DispatchedRequest("WATER", app.Given.Intake() with { Category = "030101" });
        var before = await DueAt(taken);
        var waiting = await app.Given.Request(app.Given.Intake() with { Category = "030101" });

        var page = await admin.Get("/admin/categories/030101");
        Assert.Contains(taken, page.Says(), StringComparison.Ordinal);
        var refused = await page.Submit(Retiring, ("reason", "并入（示例）"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("2 件未办结的诉求", refused.Says(".error-summary"), StringComparison.Ordinal);
        var itself = await page.Submit(Retiring, ("successor", "030101"), ("reason", "并入（示例）"));
        Assert.Equal(HttpStatusCode.BadRequest, itself.Status);

        var retired = await page.Submit(Retiring, ("successor", "010102"), ("reason", "并入（示例）"));
        Assert.True(retired.IsSuccess, retired.Says());
        Assert.Equal("010102", app.City.Categories.Acting("030101"));
        Assert.Contains("由城市管理 / 市政设施 / 井盖缺失承接", retired.Says(), StringComparison.Ordinal);

        // What was open goes where the successor's goes; the clock that runs is the old one, the one that starts is the successor's.
        Assert.Equal("EAST-1", app.City.Duties.Propose(app.City, "030101", "990102001001")[0].Unit.Code);
        Assert.Equal(before, await DueAt(taken));
        var undone = await admin.Get($"/admin/versions/{app.City.Version}");
        await undone.Submit("main form:has(input[name=reason])", ("reason", "恢复（示例）"));
        Assert.False(app.City.Categories.Find("030101")!.IsRetired());
        Assert.Equal("WATER", app.City.Duties.Propose(app.City, "030101", "990102001001")[0].Unit.Code);
        Assert.NotEqual(taken, waiting.Number);
    }

    [Fact]
    public async Task The_rules_of_a_retired_category_end_with_it_and_its_parts_are_retired_first()
    {
        using var admin = await app.SignIn("sysadmin");
        var parts = await (await admin.Get("/admin/categories/0401")).Submit(Retiring, ("successor", "0101"), ("reason", "示例"));
        Assert.Equal(HttpStatusCode.Conflict, parts.Status);
        Assert.Contains("推诿扯皮", parts.Says(".error-summary"), StringComparison.Ordinal);

        var rule = "/admin/deadlines/rule?category=020101&kind=Reply&grade=2";
        await (await admin.Get(rule)).Submit("main form:has(input[name=amount])", ("amount", "3"), ("unit", "Hours"), ("reason", "示例"));
        Assert.Contains(app.City.Deadlines.Rules, r => r.Category == "020101");
        var page = await admin.Get("/admin/categories/020101");
        Assert.Equal(HttpStatusCode.Conflict, (await page.Submit(Retiring, ("reason", "示例"))).Status);
        var retired = await page.Submit(Retiring, ("successor", "0201"), ("reason", "并入上级（示例）"));
        Assert.True(retired.IsSuccess, retired.Says());
        Assert.DoesNotContain(app.City.Deadlines.Rules, r => r.Category == "020101");

        var version = await admin.Get($"/admin/versions/{app.City.Version}");
        foreach (var (address, form) in new[] { (rule, "main form:has(input[name=amount])"), ("/admin/duties/rule", "main form") })
        {
            var late = await (await admin.Get(address)).Submit(
                form,
                ("category", "020101"),
                ("unit", address == rule ? "Hours" : "WATER"),
                ("basis", "示例"),
                ("reason", "示例")
            );
            Assert.Equal(HttpStatusCode.BadRequest, late.Status);
            Assert.Contains("电梯故障已停用", late.Says("#category-error"), StringComparison.Ordinal);
        }
        Assert.Contains("答复期限 · 类别 020101 · 紧急 3 小时（示例，未核实）", version.Says("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_of_a_retired_category_gets_the_successors_clock_when_it_is_dispatched()
    {
        using var admin = await app.SignIn("sysadmin");
        await (await admin.Get("/admin/categories/new?under=03")).Submit(Saving, ("code", "0302"), ("name", "供热"), ("reason", "示例"));
        await (await admin.Get("/admin/categories/0302")).Submit(Retiring, ("successor", "0301"), ("reason", "示例"));

        // 0301 has a rule of its own for grade 2: twelve hours.
        var number = await app.Given.DispatchedRequest("WATER", app.Given.Intake() with { Category = "0302" });
        var request = await app.Use<RequestsDb, ServiceRequest>(db =>
            db.Requests.AsNoTracking().Include(r => r.Deadlines).SingleAsync(r => r.Number == number)
        );
        Assert.Equal(2, request.Grade);
        var reply = request.Deadlines.Single(d => d.Kind == DeadlineKind.Reply);
        Assert.Equal(TimeSpan.FromHours(12), reply.DueAt - reply.StartsAt);
    }

    [Fact]
    public async Task Who_retires_or_changes_what_was_changed_meanwhile_is_told()
    {
        using var admin = await app.SignIn("sysadmin");
        await (await admin.Get("/admin/categories/new?under=04")).Submit(Saving, ("code", "0402"), ("name", "纪律"), ("reason", "示例"));
        var page = await admin.Get("/admin/categories/0402");
        await page.Submit(Saving, ("name", "工作纪律"), ("reason", "改名（示例）"));

        foreach (var form in new[] { Saving, Retiring })
        {
            var refused = await page.Submit(form, ("successor", "010101"), ("reason", "又一次（示例）"));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("纪律 → 工作纪律", refused.Says(".error-summary"), StringComparison.Ordinal);
        }
        Assert.Equal("工作纪律", app.City.Categories.Find("0402")!.Name);
    }

    private Task<DateTimeOffset> DueAt(string number) =>
        app.Use<RequestsDb, DateTimeOffset>(async db =>
        {
            var request = await db.Requests.AsNoTracking().Include(r => r.Deadlines).SingleAsync(r => r.Number == number);
            return request.Deadlines.Single(d => d.Kind == DeadlineKind.Reply).DueAt;
        });
}
