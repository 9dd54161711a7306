using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Features;
using Suiying.Registry.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Registry;

/// <summary>Two administrators and one entry: the later one is told, and nothing of the earlier one is lost.</summary>
public sealed class MeanwhileTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task Who_saves_a_unit_that_was_changed_meanwhile_is_told_by_whom_and_what()
    {
        using var admin = await app.SignIn("sysadmin");
        using var other = await app.SignIn("sysadmin");
        var (mine, theirs) = (await admin.Get("/admin/units/WEST-URBAN"), await other.Get("/admin/units/WEST-URBAN"));
        await theirs.Submit("main form", ("phone", "0312-1234567"), ("reason", "换号（示例）"));

        var refused = await mine.Submit("main form", ("name", "西县城市管理部门"), ("reason", "更名（示例）"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("系统管理员（演示）", refused.Says(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("换号（示例）", refused.Says(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("电话：无 → 0312-1234567", refused.Says(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("0312-1234567", app.City.Units.Find("WEST-URBAN")!.Phone);
        Assert.Equal("西县城管部门", app.City.Units.NameOf("WEST-URBAN"));

        // What was typed is still there, the reason too; who knows what the other did may save.
        var saved = await refused.Submit("main form", ("phone", "0312-1234567"));
        Assert.True(saved.IsSuccess, saved.Says());
        Assert.Equal("西县城市管理部门", app.City.Units.NameOf("WEST-URBAN"));
        Assert.Contains("更名（示例）", saved.Says("ol.timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_closes_a_unit_that_was_changed_meanwhile_is_told_too()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/units/EAST-URBAN");
        await page.Submit("main form", ("phone", "12345"), ("reason", "换号（示例）"));

        var refused = await page.Submit("main form:has(input[name=successor])", ("reason", "撤并（示例）"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.False(app.City.Units.Find("EAST-URBAN")!.IsClosed());
    }

    [Fact]
    public async Task A_unit_that_was_closed_meanwhile_is_not_changed()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/units/EAST-1-1");
        await page.Submit("main form:has(input[name=successor])", ("reason", "撤并（示例）"));

        var refused = await page.Submit("main form", ("name", "杨柳社区"), ("reason", "更名（示例）"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("撤并（示例）", refused.Says(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_something_else_is_no_hindrance()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/units/WATER");
        await (await admin.Get("/admin/units/OVERSIGHT")).Submit("main form", ("phone", "1"), ("reason", "换号（示例）"));

        var saved = await page.Submit("main form", ("phone", "2"), ("reason", "换号（示例）"));

        Assert.True(saved.IsSuccess, saved.Says());
    }

    [Fact]
    public async Task A_planned_change_of_an_entry_that_changed_meanwhile_is_marked_and_changes_nothing()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/units/EAST-HOUSING");
        await page.Submit("main form", ("name", "东区住房部门"), ("on", "2026-03-04"), ("reason", "更名（示例）"));
        await (await admin.Get("/admin/units/EAST-HOUSING")).Submit("main form", ("phone", "54321"), ("reason", "换号（示例）"));

        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.Use<StartPlanned, Outcome<Done>>(start => start.Run(Actor.System, CancellationToken.None));

        Assert.Equal("54321", app.City.Units.Find("EAST-HOUSING")!.Phone);
        var plan = await app.Use<RegistryDb, CityProposal>(db => db.Proposals.SingleAsync(p => p.Title == "更改单位：东区住建部门"));
        Assert.Equal(ProposalState.Failed, plan.State);
        Assert.Contains("换号（示例）", plan.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drafted_rule_that_was_changed_meanwhile_is_not_accepted()
    {
        using var admin = await app.SignIn("sysadmin");
        var rule = await admin.Get("/admin/duties/rule?id=T-03-1");
        await app.Use<EditDuties, Outcome<EditDuties.View>>(edit =>
            edit.Run(
                new EditDuties.Command { Save = app.City.Duties.All.Single(r => r.Id == "T-03-1") with { Unit = "CITY-URBAN" } },
                Else,
                CancellationToken.None
            )
        );
        var draft = await app.Use<RegistryDb, CityProposal>(db => db.Proposals.SingleAsync(p => p.ById == Else.Id));
        await app.Use<DecideProposal, Outcome<ChangeReceipt>>(decide =>
            decide.Run(
                new DecideProposal.Command { Id = draft.Id, Accept = new ChangeReason("职责调整（示例）") },
                Else,
                CancellationToken.None
            )
        );
        await rule.Submit("main form", ("unit", "CITY-HOUSING"));

        var preview = await admin.Get("/admin/duties/preview");
        var refused = await preview.Submit("main form:has(input[name=reason])", ("reason", "又一次（示例）"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("职责调整（示例）", refused.Says(".notice.error"), StringComparison.Ordinal);
        Assert.Equal("CITY-URBAN", app.City.Duties.All.Single(r => r.Id == "T-03-1").Unit);
    }

    [Fact]
    public async Task A_version_whose_entry_was_changed_again_is_undone_only_after_the_later_one()
    {
        using var admin = await app.SignIn("sysadmin");
        await (await admin.Get("/admin/units/CITY-HOUSING")).Submit("main form", ("name", "示例市住房部门"), ("reason", "更名（示例）"));
        var version = app.City.Version;
        await (await admin.Get("/admin/units/CITY-HOUSING")).Submit("main form", ("phone", "777"), ("reason", "换号（示例）"));

        var form = "main form:has(input[name=reason])";
        var refused = await (await admin.Get($"/admin/versions/{version}")).Submit(form, ("reason", "改回（示例）"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("换号（示例）", refused.Says(".notice.error"), StringComparison.Ordinal);

        await (await admin.Get($"/admin/versions/{version + 1}")).Submit(form, ("reason", "改回（示例）"));
        Assert.Null(app.City.Units.Find("CITY-HOUSING")!.Phone);
        Assert.Equal("示例市住房部门", app.City.Units.NameOf("CITY-HOUSING"));
    }

    private static Actor Else { get; } =
        Actor.System with
        {
            Id = Guid.Parse("00000000-0000-0000-0000-0000000000ee"),
            Roles = new HashSet<Role> { Role.SystemAdmin },
        };
}
