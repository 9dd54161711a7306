using System.Net;
using Suiying.Contracts.Registry;
using Suiying.Registry.Features;
using Suiying.Registry.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Registry;

public sealed class RosterPagesTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Form = "main form:has(input[name=post])";
    private const string Ending = "main form.card:not(:has(input[name=post]))";

    private static readonly string[] Pages = ["/admin/rosters", "/admin/rosters?show=Gaps", "/admin/rosters/entry?unit=WATER"];

    [Theory]
    [InlineData("dispatcher")]
    [InlineData("secadmin")]
    [InlineData("east1")]
    public async Task Who_is_no_administrator_of_the_system_or_the_audit_sees_no_roster(string login)
    {
        using var browser = await app.SignIn(login);
        foreach (var page in Pages)
            Assert.False((await browser.Get(page)).IsSuccess, $"{login} saw {page}");
    }

    [Fact]
    public async Task The_audit_reads_rosters_and_changes_none()
    {
        using var audit = await app.SignIn("auditadmin");
        foreach (var page in Pages)
            Assert.Empty((await audit.Get(page)).All("main form[method=post]"));
        var entry = Entry("EAST", 9, "audit");
        var command = new SaveRoster.Command { Entry = entry, Reason = new("示例") };
        var auditor = Actor.System with { Roles = new HashSet<Role> { Role.AuditAdmin } };
        Assert.IsType<NotAllowed>(
            (await app.Use<SaveRoster, Outcome<ChangeReceipt>>(s => s.Run(command, auditor, CancellationToken.None))).Refusal
        );
        var end = new EndRoster.Command { Key = "EAST/01/1234567/0000-0000", Reason = new("示例") };
        Assert.IsType<NotAllowed>(
            (await app.Use<EndRoster, Outcome<ChangeReceipt>>(s => s.Run(end, auditor, CancellationToken.None))).Refusal
        );
    }

    [Fact]
    public async Task The_list_shows_who_is_reached_when_and_when_nobody_is()
    {
        using var audit = await app.SignIn("auditadmin");

        var kept = await audit.Get("/admin/rosters?q=WATER");
        Assert.Contains("第 1 位 water 周一至周五 08:00–18:00", kept.Says("table"), StringComparison.Ordinal);
        foreach (var gap in new[] { "周一至周五 00:00–08:00", "周一至周五 18:00–24:00", "周六、周日 全天" })
            Assert.Contains(gap, kept.Says("table td:last-child"), StringComparison.Ordinal);
        var gaps = await audit.Get("/admin/rosters?show=Gaps");
        Assert.Contains("示例市供水企业", gaps.Says("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("东一街道办事处", gaps.Says("table"), StringComparison.Ordinal);
        var none = await audit.Get("/admin/rosters?show=None&q=WEST");
        Assert.Contains("西镇政府 WEST-1", none.Says("table"), StringComparison.Ordinal);
        Assert.Contains("没有值班表", none.Says("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_added_changed_and_ended_and_the_history_tells_it()
    {
        using var admin = await app.SignIn("sysadmin");

        var added = await (await admin.Get("/admin/rosters/entry?unit=WEST")).Submit(
            Form,
            ("order", "1"),
            ("days", "6"),
            ("days", "7"),
            ("from", "18:00"),
            ("to", "08:00"),
            ("post", "west-night"),
            ("phone", "0312-7654321"),
            ("reason", "周末夜班（示例）")
        );
        Assert.Contains("已保存", added.Says(), StringComparison.Ordinal);
        var entry = app.City.Rosters.Single(r => r.Unit == "WEST");
        Assert.Equal([6, 7], entry.Days);
        Assert.Equal((new TimeOnly(18, 0), new TimeOnly(8, 0), "0312-7654321"), (entry.From, entry.To, entry.Phone));

        var address = (await admin.Get("/admin/rosters?q=west-night")).Find("table td a[href*=key]").GetAttribute("href")!;
        var changed = await (await admin.Get(address)).Submit(Form, ("from", "20:00"), ("reason", "改时间（示例）"));
        Assert.Contains("已保存", changed.Says(), StringComparison.Ordinal);
        Assert.Equal(new TimeOnly(20, 0), app.City.Rosters.Single(r => r.Unit == "WEST").From);

        address = (await admin.Get("/admin/rosters?q=west-night")).Find("table td a[href*=key]").GetAttribute("href")!;
        var ended = await (await admin.Get(address)).Submit(Ending, ("reason", "取消（示例）"));
        Assert.DoesNotContain(app.City.Rosters, r => r.Unit == "WEST");
        foreach (var reason in new[] { "周末夜班（示例）", "改时间（示例）", "取消（示例）" })
            Assert.Contains(reason, ended.Says("ol.timeline"), StringComparison.Ordinal);

        await (await admin.Get($"/admin/versions/{app.City.Version}")).Submit(
            "main form:has(input[name=reason])",
            ("reason", "恢复（示例）")
        );
        Assert.Equal("west-night", app.City.Rosters.Single(r => r.Unit == "WEST").Post);
    }

    [Fact]
    public async Task Each_field_says_what_is_wrong_with_it_and_what_was_typed_stays()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/rosters/entry?unit=EAST-2");
        (string, string)[] good = [("days", "1"), ("from", "08:00"), ("to", "18:00"), ("post", "day"), ("reason", "示例")];

        var wrong = await page.Submit(
            Form,
            ("unit", "没有这个单位"),
            ("order", "0"),
            ("days", "9"),
            ("from", "25:00"),
            ("to", ""),
            ("post", " ")
        );
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        foreach (var field in new[] { "unit", "order", "days", "from", "to", "post" })
            Assert.NotEmpty(wrong.All($"#{field}-error"));
        Assert.Equal("没有这个单位", wrong.Find("#unit").GetAttribute("value"));

        var phone = await page.Submit(Form, [.. good, ("phone", "打这个")]);
        Assert.Equal(HttpStatusCode.BadRequest, phone.Status);
        Assert.Contains("不是电话号码", phone.Says("#phone-error"), StringComparison.Ordinal);
        var reason = await page.Submit(Form, [.. good[..^1], ("reason", "")]);
        Assert.Equal(HttpStatusCode.BadRequest, reason.Status);
        Assert.NotEmpty(reason.All("#reason-error"));

        var clash = await (await admin.Get("/admin/rosters/entry?unit=WATER")).Submit(
            Form,
            ("order", "1"),
            ("days", "5"),
            ("from", "17:00"),
            ("to", "20:00"),
            ("post", "late"),
            ("reason", "示例")
        );
        Assert.Equal(HttpStatusCode.BadRequest, clash.Status);
        Assert.Contains("water，周一至周五 08:00–18:00", clash.Says("#order-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shift_over_midnight_clashes_with_the_next_morning()
    {
        using var admin = await app.SignIn("sysadmin");
        var command = new SaveRoster.Command { Entry = Entry("CITY-URBAN", 1, "night", [7], 22, 6), Reason = new("示例") };
        var director = Actor.System with { Roles = new HashSet<Role> { Role.SystemAdmin } };
        Task<Outcome<ChangeReceipt>> Save(RosterEntry entry) =>
            app.Use<SaveRoster, Outcome<ChangeReceipt>>(s => s.Run(command with { Entry = entry }, director, CancellationToken.None));

        Assert.Null((await Save(command.Entry)).Refusal);
        Assert.Equal("order", (await Save(Entry("CITY-URBAN", 1, "morning", [1], 5, 12))).Refusal!.Fields.Single().Field);
        Assert.Null((await Save(Entry("CITY-URBAN", 1, "morning", [1], 6, 12))).Refusal);
    }

    [Fact]
    public async Task An_entry_is_ended_on_a_later_day()
    {
        using var admin = await app.SignIn("sysadmin");
        var address = (await admin.Get("/admin/rosters?q=east1b")).All("table td a[href*=key]")[1].GetAttribute("href")!;
        var planned = await (await admin.Get(address)).Submit(Ending, ("on", "2026-03-09"), ("reason", "轮换（示例）"));
        Assert.Contains("2026-03-09 生效", planned.Says(), StringComparison.Ordinal);
        Assert.Contains(app.City.Rosters, r => r.Post == "east1b");

        app.Clock.Advance(TimeSpan.FromDays(8));
        await app.Use<StartPlanned, Outcome<Done>>(start => start.Run(Actor.System, CancellationToken.None));
        Assert.DoesNotContain(app.City.Rosters, r => r.Post == "east1b");
    }

    [Fact]
    public async Task Who_saves_an_entry_that_was_changed_meanwhile_is_told()
    {
        using var admin = await app.SignIn("sysadmin");
        var address = (await admin.Get("/admin/rosters?q=HOT")).Find("table td a[href*=key]").GetAttribute("href")!;
        var page = await admin.Get(address);
        await page.Submit(Form, ("to", "12:00"), ("reason", "改半天（示例）"));

        var refused = await page.Submit(Form, ("post", "someone"), ("reason", "换人（示例）"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("改半天（示例）", refused.Says(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("dispatcher", app.City.Rosters.Single(r => r.Unit == "HOT").Post);
    }

    private static RosterEntry Entry(string unit, int order, string post, IReadOnlyList<int>? days = null, int from = 0, int to = 0) =>
        new()
        {
            Unit = unit,
            Order = order,
            Days = days ?? [1, 2, 3, 4, 5, 6, 7],
            From = new TimeOnly(from, 0),
            To = new TimeOnly(to, 0),
            Post = post,
        };
}
