using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Clock;
using Suiying.Registry.Features;
using Suiying.Registry.Storage;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Registry;

public sealed class DeadlinePagesTests : IAsyncLifetime
{
    /// <summary>A city for each test: a profile is changed as a whole.</summary>
    private readonly SuiyingApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private const string Form = "main form:has(input[name=amount])";

    [Fact]
    public async Task The_table_says_which_rule_sets_each_deadline_of_a_category()
    {
        using var audit = await app.SignIn("auditadmin");
        var page = await audit.Get("/admin/deadlines?category=030101");

        Assert.Contains("方案“sample”", page.Says(), StringComparison.Ordinal);
        Assert.Contains("答复期限 紧急 12 小时 类别 0301 · 紧急 供水 示例，未核实", page.Says("#deadlines"), StringComparison.Ordinal);
        Assert.Contains("答复期限 一般 5 个工作日 全部类别 · 各等级 示例", page.Says("#deadlines"), StringComparison.Ordinal);
        Assert.Contains("公用事业 / 供水", (await audit.Get("/admin/deadlines")).Says("#special"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_deadline_is_previewed_and_holds_for_clocks_that_start_afterwards_only()
    {
        using var admin = await app.SignIn("sysadmin");
        var lift = app.Given.Intake() with { Category = "020101" };
        var running = await app.Given.DispatchedRequest("EAST-1", lift);
        var waiting = (await app.Given.Request(lift)).Number;
        var page = await admin.Get("/admin/deadlines/rule?category=020101&kind=Reply&grade=2");

        var preview = await page.Submit(Form, ("amount", "8"), ("unit", "Hours"), ("step", "preview"));
        Assert.True(preview.IsSuccess, preview.Says());
        Assert.Contains("1 处期限会变", preview.Says("#preview"), StringComparison.Ordinal);
        Assert.Contains("电梯故障 答复期限 紧急 24 小时 8 小时 1 1", preview.Says("#preview table"), StringComparison.Ordinal);
        Assert.Equal("8", preview.Find("#amount").GetAttribute("value"));
        Assert.DoesNotContain(app.City.Deadlines.Rules, r => r.Category == "020101");

        var before = await Reply(running);
        var saved = await preview.Submit(Form, ("reason", "缩短（示例）"));
        Assert.Contains("已保存", saved.Says(), StringComparison.Ordinal);
        Assert.Contains("答复期限 · 类别 020101 · 紧急：无 → 8 小时（示例，未核实）", saved.Says("ol.timeline"), StringComparison.Ordinal);
        Assert.Equal(before, await Reply(running));
        await app.Given.Dispatch(waiting, "EAST-1");
        Assert.NotEqual(before, await Reply(waiting));

        var removed = await (await admin.Get("/admin/deadlines/rule?category=020101&kind=Reply&grade=2&law=&old=yes")).Submit(
            Form,
            ("step", "remove"),
            ("reason", "改回（示例）")
        );
        Assert.Contains("已保存", removed.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain(app.City.Deadlines.Rules, r => r.Category == "020101");
    }

    [Theory]
    [InlineData("amount", "0", "amount")]
    [InlineData("amount", "999999", "amount")]
    [InlineData("basis", "没有这一条", "basis")]
    [InlineData("basis", "", "basis")]
    [InlineData("category", "没有这个类别", "category")]
    [InlineData("reason", "", "reason")]
    public async Task Each_field_of_a_rule_says_what_is_wrong_with_it(string name, string value, string field)
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/deadlines/rule?category=0201&kind=Contact&grade=2");
        (string, string)[] good = [("amount", "3"), ("unit", "Hours"), ("reason", "示例")];
        var refused = await page.Submit(Form, [.. good.Where(f => f.Item1 != name), (name, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.All($"#{field}-error"));
        Assert.Equal(value, refused.Find($"#{name}").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_rule_stands_once_and_what_everything_falls_back_on_stays()
    {
        using var admin = await app.SignIn("sysadmin");
        var twice = await (await admin.Get("/admin/deadlines/rule?category=0301&kind=Reply&grade=2")).Submit(Form, ("reason", "示例"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.Contains("重复", twice.Says("#kind-error"), StringComparison.Ordinal);

        var last = await (await admin.Get("/admin/deadlines/rule?category=&kind=Reply&grade=&law=&old=yes")).Submit(
            Form,
            ("step", "remove"),
            ("reason", "示例")
        );
        Assert.Equal(HttpStatusCode.BadRequest, last.Status);
        Assert.Contains("没有默认规则", last.Says(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_default_is_told_for_every_category_that_falls_back_on_it()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/deadlines/rule?category=&kind=Sign&grade=2&law=&old=yes");
        Assert.Equal("2", page.Find("#amount").GetAttribute("value"));

        var preview = await page.Submit(Form, ("amount", "4"), ("step", "preview"));
        // Five leaves, the categories with open matters among them, and matters without a category.
        Assert.Contains("推诿扯皮 签收期限 紧急 2 小时 4 小时", preview.Says("#preview table"), StringComparison.Ordinal);
        Assert.Contains("（还没有类别） 签收期限 紧急 2 小时 4 小时", preview.Says("#preview table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_was_changed_meanwhile_is_told_rule_by_rule()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/deadlines/rule?category=0401&kind=Reply&grade=3");
        await (await admin.Get("/admin/deadlines/rule?category=04&kind=Contact&grade=3")).Submit(
            Form,
            ("amount", "6"),
            ("unit", "Hours"),
            ("reason", "先联系（示例）")
        );

        var refused = await page.Submit(Form, ("amount", "3"), ("reason", "示例"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("首次联系期限 · 类别 04 · 一般：无 → 6 小时", refused.Says(".error-summary"), StringComparison.Ordinal);
        var saved = await refused.Submit(Form);
        Assert.True(saved.IsSuccess, saved.Says());
        Assert.Contains(app.City.Deadlines.Rules, r => r is { Category: "04", Kind: DeadlineKind.Contact });
        Assert.Contains(app.City.Deadlines.Rules, r => r is { Category: "0401", Kind: DeadlineKind.Reply, Amount: 3 });
    }

    [Fact]
    public async Task Another_profile_is_previewed_and_put_in_force()
    {
        using var admin = await app.SignIn("sysadmin");
        var rules = app.City.Deadlines.Rules.Select(Halved).ToList();
        rules.Add(rules.Single(r => r.Category == "0301") with { Kind = DeadlineKind.Sign, Amount = 1 });
        await Given("strict", app.City.Deadlines with { Name = "strict", Rules = rules });
        var running = await app.Given.DispatchedRequest("WATER", app.Given.Intake() with { Category = "030101" });
        var before = await Reply(running);

        var preview = await admin.Get("/admin/deadlines/profile?name=strict");
        Assert.Contains("停水 答复期限 紧急 12 小时 6 小时", preview.Says("#preview table"), StringComparison.Ordinal);
        // Two deadlines of one matter.
        Assert.Contains("2 处期限会变。未办结的 1 件", preview.Says("#preview"), StringComparison.Ordinal);
        Assert.Equal("sample", app.City.Deadlines.Name);
        var refused = await preview.Submit("main form[method=post]", ("reason", ""));
        Assert.NotEmpty(refused.All("#reason-error"));
        await preview.Submit("main form[method=post]", ("reason", "改用严的（示例）"));
        Assert.Equal("strict", app.City.Deadlines.Name);
        Assert.Equal(before, await Reply(running));

        await (await admin.Get($"/admin/versions/{app.City.Version}")).Submit(
            "main form:has(input[name=reason])",
            ("reason", "改回（示例）")
        );
        Assert.Equal("sample", app.City.Deadlines.Name);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Get("/admin/deadlines/profile?name=none")).Status);
        var auditor = Actor.System with { Roles = new HashSet<Role> { Role.AuditAdmin } };
        var command = new ChooseProfile.Command { Name = "strict", Reason = new("示例") };
        var no = await app.Use<ChooseProfile, Outcome<ChangeReceipt>>(use => use.Run(command, auditor, CancellationToken.None));
        Assert.IsType<NotAllowed>(no.Refusal);

        static DeadlineRule Halved(DeadlineRule rule) => rule.Category is null ? rule : rule with { Amount = rule.Amount / 2 };
    }

    /// <summary>The city has another profile beside the one in force.</summary>
    private async Task Given(string name, DeadlineProfile profile)
    {
        var json = JsonSerializer.Serialize(profile, Web);
        var by = Actor.System with { Roles = new HashSet<Role> { Role.SystemAdmin } };
        var change = new EntryChange(EntryKind.Deadlines, name, json);
        await app.Use<CityEdits, Outcome<ChangeReceipt>>(edits => edits.Apply([change], name, new("示例"), by, CancellationToken.None));
        Assert.Contains(name, app.City.DeadlineProfiles.Keys);
    }

    private static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private Task<DateTimeOffset> Reply(string number) =>
        app.Use<RequestsDb, DateTimeOffset>(async db =>
        {
            var request = await db.Requests.AsNoTracking().Include(r => r.Deadlines).SingleAsync(r => r.Number == number);
            return request.Deadlines.Single(d => d.Kind == DeadlineKind.Reply).DueAt;
        });
}
