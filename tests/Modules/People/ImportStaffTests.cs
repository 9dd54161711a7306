using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.People.Storage;
using Suiying.Testing;
using Suiying.Tests.Cities;

namespace Suiying.Tests.People;

/// <summary>Staff by the hundred: one administrator opens the accounts, another gives the rights, the third reads.</summary>
public sealed class ImportStaffTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Head = "login,name,unit,area,roles\n";
    private const string Decide = "main form:has(button[name=load])";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("agent"), InlineData("secadmin"), InlineData("east1")]
    public async Task A_stranger_and_who_gives_roles_import_nobody(string login)
    {
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get("/staff/import")).IsSuccess);
        Assert.False((await browser.Get($"/staff/import/{Guid.Empty}")).IsSuccess);
        Assert.False((await browser.Get("/staff/import/template")).IsSuccess);
        var page = await browser.Get("/me");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostForm($"/staff/import/{Guid.Empty}/passwords", page.Token)).Status);
    }

    [Fact]
    public async Task A_table_is_checked_first_loaded_by_decision_and_twice_is_once()
    {
        using var system = await app.SignIn("sysadmin");
        var table = Head + "imp.a,承办岗甲（示例）,EAST-1,990102001,UnitHandler\nimp.b,承办岗乙（示例）,东二街道办事处,,承办人；话务员\n";

        var preview = await Upload(system, "staff.csv", table);
        Assert.Contains("读到 2 行：合格 2 行，以前已有账号 0 行，不合格 0 行", preview.Says("#counts"), StringComparison.Ordinal);
        Assert.Contains("imp.b 承办岗乙（示例） 东二街道办事处 话务员、承办人", preview.Says("#good"), StringComparison.Ordinal);
        Assert.Empty(await Imported("IMP."));
        var loaded = await preview.Submit(Decide, ("load", "true"));
        Assert.Contains("开设了 2 个账号", loaded.Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await preview.Submit(Decide, ("load", "true"))).Status);

        var users = await Imported("IMP.");
        Assert.Equal([("imp.a", "EAST-1"), ("imp.b", "EAST-2")], users.Select(u => (u.UserName, u.UnitCode)));
        Assert.All(users, u => Assert.Equal(("", true, null), (u.RoleList, u.MustChangePassword, u.PasswordHash)));
        var again = await Upload(system, "staff.csv", table);
        Assert.Contains("合格 0 行，以前已有账号 2 行，不合格 0 行", again.Says("#counts"), StringComparison.Ordinal);
        Assert.Empty(again.All("button[name=load][value=true]"));
        await again.Submit(Decide, ("load", "false"));
        Assert.Equal(2, (await Imported("IMP.")).Count);
        using var audit = await app.SignIn("auditadmin");
        Assert.Contains("已放弃", (await audit.Get("/staff/import")).Says("#imports"), StringComparison.Ordinal);
        Assert.Contains(
            "新建账号 staff.csv 系统管理员（演示）",
            (await audit.Get("/audit/accounts?login=imp.a")).Says(),
            StringComparison.Ordinal
        );
        Assert.Empty((await audit.Get(preview.Address.AbsolutePath)).All("main form"));
    }

    [Fact]
    public async Task Every_bad_row_is_told_with_its_column_and_what_would_be_right()
    {
        using var system = await app.SignIn("sysadmin");
        await system.Get("/staff");
        var table =
            Head
            + "bad.ok,承办岗（示例）,EAST-1,,\n"
            + "ab,承办岗,EAST-1,,\n"
            + "bad.name,,EAST-1,,\n"
            + "bad.unit,承办岗,NOWHERE,,\n"
            + "bad.area,承办岗,EAST-1,123,\n"
            + "bad.role,承办岗,EAST-1,,市长\n"
            + "bad.admin,承办岗,EAST-1,,SystemAdmin\n"
            + "BAD.OK,又一个,EAST-1,,\n"
            + "agent,另一个人,HOT,9901,\n"
            + "bad.cells,承办岗\n";

        var page = await Upload(system, "bad.csv", table);

        Assert.Contains("合格 1 行，以前已有账号 0 行，不合格 9 行", page.Says("#counts"), StringComparison.Ordinal);
        var told = page.All("#problems tbody tr")
            .Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => c.TextContent)))
            .ToList();
        Assert.Equal(
            ["3|login", "4|name", "5|unit", "6|area", "7|roles", "8|roles", "9|login", "10|name", "11|-"],
            told.Select(t => string.Join('|', t.Split('|')[..2]))
        );
        Assert.All(told, t => Assert.True(t.Split('|')[2].Length > 3 && t.Split('|')[3].Length > 1, t));
        Assert.Contains("本市单位的编码或全称", told[2], StringComparison.Ordinal);
        Assert.Contains("在第 2 行已经有了", told[6], StringComparison.Ordinal);
        await page.Submit(Decide, ("load", "true"));
        Assert.Equal("bad.ok", (await Imported("BAD.")).Single().UserName);
        system.Client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var english = await system.Get(page.Address.AbsolutePath);
        Assert.Contains("There is no unit “NOWHERE”.", english.Says("#problems"), StringComparison.Ordinal);
        Assert.Contains("5 cells", english.Says("#problems"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,unit\nx,y\n", "表头缺少：登录名（login）")]
    [InlineData("login,name,role\na,b,c\n", "不认识的列：role")]
    [InlineData("login,name,姓名或岗位\na,b,c\n", "两列都是“姓名或岗位”")]
    [InlineData("login,name\n", "0 行账号")]
    [InlineData("\u0001\0", "不是文字文件")]
    public async Task A_table_that_cannot_be_one_is_turned_away(string table, string told)
    {
        using var system = await app.SignIn("sysadmin");
        var page = await Upload(system, "x.csv", table);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(told, page.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_read_as_well_and_a_bomb_or_a_formula_is_not()
    {
        using var system = await app.SignIn("sysadmin");
        string[] head = [XlsxFile.Text("登录名"), XlsxFile.Text("姓名或岗位"), XlsxFile.Text("区划")];
        var book = XlsxFile.Of(
            head,
            [XlsxFile.Text("xls.a"), XlsxFile.Text("岗位（示例）"), XlsxFile.Number("9901")],
            [XlsxFile.Text("xls.b"), XlsxFile.Formula("A1", "岗位"), XlsxFile.Number("9901")]
        );

        var page = await Upload(system, "staff.xlsx", book);
        var bomb = await Upload(system, "staff.xlsx", XlsxFile.Bomb());

        Assert.Contains("合格 1 行，以前已有账号 0 行，不合格 1 行", page.Says("#counts"), StringComparison.Ordinal);
        Assert.Contains("3 B3 这个单元格是公式", page.Says("#problems"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, bomb.Status);
    }

    [Fact]
    public async Task First_passwords_are_handed_out_once_and_roles_only_by_who_gives_roles()
    {
        using var system = await app.SignIn("sysadmin");
        var preview = await Upload(system, "p.csv", Head + "pw.a,承办岗甲（示例）,EAST-1,,UnitHandler\npw.b,话务岗乙（示例）,HOT,,Agent\n");
        var loaded = await preview.Submit(Decide, ("load", "true"));
        var form = "main form[action$=passwords]";
        var first = Passwords(await loaded.Submit(form));
        Assert.Equal(["pw.a", "pw.b"], first.Keys.Order());
        var page = await system.Get(loaded.Address.AbsolutePath);
        Assert.DoesNotContain(first["pw.a"], page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await page.Submit(form)).Status);

        using var handler = app.Visitor();
        Assert.True((await SignIn(handler, "pw.a", first["pw.a"])).IsSuccess);
        Assert.False((await handler.Get("/desk/unit")).IsSuccess);
        Assert.Equal(HttpStatusCode.Forbidden, (await system.Get("/staff/asked")).Status);
        var changed = await (await handler.Get("/me")).Submit(
            "main form:has(input[name=old])",
            ("old", first["pw.a"]),
            ("new", "my own pass 42")
        );
        Assert.True(changed.IsSuccess, changed.Says());

        using var security = await app.SignIn("secadmin");
        var asked = await security.Get("/staff/asked");
        Assert.Contains("pw.a 承办岗甲（示例） 东一街道办事处 承办人", asked.Says("#asked"), StringComparison.Ordinal);
        var a = (await Imported("PW.A")).Single().Id.ToString();
        var b = (await Imported("PW.B")).Single().Id.ToString();
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Submit("main form", ("answer", "ticked"))).Status);
        Assert.Contains(
            "已授予 1 个账号",
            (await asked.Submit("main form", ("accounts", a), ("answer", "ticked"))).Says(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "不授予",
            (await asked.Submit("main form", ("accounts", b), ("answer", "decline"))).Says(),
            StringComparison.Ordinal
        );
        Assert.Equal(("UnitHandler", ""), await Roles("PW.A"));
        Assert.Equal(("", ""), await Roles("PW.B"));

        // Who has chosen a password keeps it; the other gets a new one, and the old one is good no more.
        var again = Passwords(await (await system.Get(loaded.Address.AbsolutePath)).Submit(form, ("again", "true")));
        Assert.Equal(["pw.b"], again.Keys);
        using var late = app.Visitor();
        Assert.False((await SignIn(late, "pw.b", first["pw.b"])).IsSuccess);
        Assert.True((await SignIn(late, "pw.b", again["pw.b"])).IsSuccess);
        using var audit = await app.SignIn("auditadmin");
        Assert.Contains(
            "不授予申请的角色 话务员 安全管理员（演示）",
            (await audit.Get("/audit/accounts?login=pw.b")).Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_who_load_at_once_load_once()
    {
        var by = await app.Given.Staff("sysadmin");
        var command = new ImportStaff.Command { FileName = "r.csv", Content = Encoding.UTF8.GetBytes(Head + "race.a,岗位（示例）,,,\n") };
        var import = (await app.Use<ImportStaff, Outcome<StaffImport>>(i => i.Run(command, by, Ct))).Value;

        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    app.Use<DecideImport, Outcome<StaffImport>>(d =>
                        d.Run(new DecideImport.Command { Id = import.Id, Load = true }, by, Ct)
                    )
                )
        );

        Assert.Single(both, o => o.Refusal is null);
        Assert.Single(await Imported("RACE."));
    }

    private static Dictionary<string, string> Passwords(Page page)
    {
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (page.Status, page.ContentType));
        return page
            .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Trim().Split(','))
            .ToDictionary(cells => cells[0], cells => cells[3]);
    }

    private static async Task<Page> SignIn(Browser browser, string login, string password) =>
        await (await browser.Get("/signin")).Submit("form:has(input[name=password])", ("login", login), ("password", password));

    private Task<List<StaffUser>> Imported(string prefix) =>
        app.Use<PeopleDb, List<StaffUser>>(db =>
            db.Staff.AsNoTracking().Where(s => s.NormalizedUserName!.StartsWith(prefix)).OrderBy(s => s.NormalizedUserName).ToListAsync(Ct)
        );

    private async Task<(string Roles, string Asked)> Roles(string login)
    {
        var user = (await Imported(login)).Single();
        return (user.RoleList, user.AskedRoles);
    }

    private static Task<Page> Upload(Browser admin, string name, string text) => Upload(admin, name, Encoding.UTF8.GetBytes(text));

    private static async Task<Page> Upload(Browser admin, string name, byte[] bytes)
    {
        var page = await admin.Get("/staff/import");
        using var content = new MultipartFormDataContent();
        foreach (var field in page.All("form[method=post][enctype] input[type=hidden]"))
            content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        content.Add(new ByteArrayContent(bytes), "file", name);
        return await admin.Post("/staff/import", content);
    }
}
