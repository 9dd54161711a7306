using Suiying.People.Features;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>Accounts are found among thousands, and taken along as a table.</summary>
public sealed class StaffListTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Theory]
    [InlineData("?role=Supervisor", "supervisor")]
    [InlineData("?unit=%E8%A5%BF%E9%95%87", "west1")]
    [InlineData("?unit=EAST-1", "east1 east1b")]
    [InlineData("?q=water&state=WithoutSecondFactor", "water")]
    [InlineData("?state=Closed", "")]
    [InlineData("?state=Locked", "locked.a")]
    [InlineData("?role=nonsense&state=99&import=x&q=water", "water")]
    public async Task A_filter_finds_whom_it_names(string query, string logins)
    {
        await LockSomebody();
        using var system = await app.SignIn("sysadmin");
        var page = await system.Get($"/staff{query}");
        Assert.Equal(logins, string.Join(' ', page.All("#staff tbody a").Select(a => a.TextContent)));
        var count = logins.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Contains($"共 {count} 个账号", page.Says("#count"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_walk_through_everybody_with_the_filter()
    {
        var by = await app.Given.Staff("sysadmin");
        for (var i = 0; i < 60; i++)
            await app.Use<CreateStaff, Outcome<CreateStaff.Created>>(create =>
                create.Run(new Suiying.People.Model.StaffProfile($"many.{i:00}", "岗位（示例）", "WATER", null), by, default)
            );
        using var security = await app.SignIn("secadmin");
        var first = await security.Get("/staff?q=many.");
        var second = await security.Get(first.Find("a[rel=next]").GetAttribute("href")!);
        Assert.Equal((50, 10), (first.All("#staff tbody tr").Count, second.All("#staff tbody tr").Count));
        Assert.Contains("共 60 个账号", second.Says("#count"), StringComparison.Ordinal);
        Assert.Empty(second.All("a[rel=next]"));
    }

    [Fact]
    public async Task An_exported_list_tells_no_secret_and_can_be_handed_in_again()
    {
        using var system = await app.SignIn("sysadmin");
        var table = await system.Get("/staff/export?unit=EAST-1");
        Assert.Equal("text/csv", table.ContentType);
        var lines = table.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).ToList();
        Assert.EndsWith("login,name,unit,area,roles,asked_roles,state,second_factor,created", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("east1,东一街道承办人甲（演示）,EAST-1,990102001,UnitHandler,,active,no,", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Count);

        var command = new ImportStaff.Command { FileName = "staff.csv", Content = System.Text.Encoding.UTF8.GetBytes(table.Text) };
        var by = await app.Given.Staff("sysadmin");
        var import = await app.Use<ImportStaff, Outcome<Suiying.People.Model.StaffImport>>(i => i.Run(command, by, default));
        Assert.Equal((2, 0), (import.Value.Already, import.Value.Bad));
        using var agent = await app.SignIn("agent");
        Assert.False((await agent.Get("/staff/export")).IsSuccess);
    }

    private async Task LockSomebody()
    {
        var by = await app.Given.Staff("sysadmin");
        var profile = new Suiying.People.Model.StaffProfile("locked.a", "岗位（示例）", null, null);
        await app.Use<CreateStaff, Outcome<CreateStaff.Created>>(create => create.Run(profile, by, default));
        for (var i = 0; i < 5; i++)
        {
            using var visitor = app.Visitor();
            await (await visitor.Get("/signin")).Submit("form:has(input[name=password])", ("login", "locked.a"), ("password", "wrong"));
        }
    }
}
