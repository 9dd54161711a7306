using System.IO.Compression;
using System.Net;
using System.Text;
using Suiying.Registry.Features;
using Suiying.Testing;

namespace Suiying.Tests.Registry;

public sealed class AdminPagesTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly string[] Pages =
    [
        "/admin/units",
        "/admin/units/EAST-1",
        "/admin/duties",
        "/admin/duties/rule",
        "/admin/duties/preview",
        "/admin/versions",
        "/admin/versions/1",
        "/admin/data",
        "/admin/data/export",
    ];

    [Theory]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("secadmin")]
    [InlineData("east1")]
    public async Task Who_is_no_administrator_of_the_system_or_the_audit_sees_nothing(string login)
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
            Assert.True((await audit.Get(page)).IsSuccess, page);
        var shown = await audit.Get("/admin/units/EAST-1");
        Assert.Empty(shown.All("form[action] input[name=reason]"));
        Assert.Empty(shown.All("main form"));
    }

    [Fact]
    public async Task A_unit_is_renamed_with_a_reason_and_the_running_server_says_so_at_once()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/units/EAST-2");

        var refused = await page.Submit("main form", ("name", "东二街道便民中心"), ("reason", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var saved = await page.Submit("main form", ("name", "东二街道便民中心"), ("reason", "机构更名（示例）"));

        Assert.Contains("已保存，现行版本", saved.Says(), StringComparison.Ordinal);
        Assert.Equal("东二街道便民中心", app.City.Units.NameOf("EAST-2"));
        Assert.Contains("机构更名（示例）", saved.Says("ol.timeline"), StringComparison.Ordinal);
        Assert.Contains("东二街道办事处 → 东二街道便民中心", saved.Says("ol.timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_cannot_stand_under_itself_and_a_code_stands_once()
    {
        using var admin = await app.SignIn("sysadmin");

        var ring = await (await admin.Get("/admin/units/EAST")).Submit("main form", ("parent", "EAST-1"), ("reason", "示例"));
        var twice = await (await admin.Get("/admin/units/new")).Submit(
            "main form",
            ("code", "WATER"),
            ("name", "又一个"),
            ("kind", "Enterprise"),
            ("parent", "HOT"),
            ("area", "9901"),
            ("reason", "示例")
        );

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (ring.Status, twice.Status));
        Assert.Contains("成环", ring.Says(), StringComparison.Ordinal);
        Assert.Contains("已用于", twice.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_units_open_matters_pass_to_its_successor()
    {
        var number = await app.Given.DispatchedRequest("WEST-1");
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/units/WEST-1");
        Assert.Contains(number, page.Says(), StringComparison.Ordinal);

        var form = "main form:has(input[name=successor])";
        var refused = await page.Submit(form, ("successor", ""), ("reason", "撤并（示例）"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        var closed = await page.Submit(form, ("successor", "EAST-1"), ("reason", "撤并（示例）"));

        Assert.True(closed.IsSuccess, closed.Says());
        Assert.Equal("EAST-1", app.City.Units.Acting("WEST-1"));
        Assert.Equal("EAST-1", app.City.Duties.Propose(app.City, "010101", "990103100201")[0].Unit.Code);
        using var successor = await app.SignIn("east1");
        Assert.Contains(number, (await successor.Get("/desk/unit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_duty_list_is_previewed_saved_and_undone()
    {
        await app.Given.Request(app.Given.Intake() with { Category = "030101" });
        using var admin = await app.SignIn("sysadmin");

        var drafted = await (await admin.Get("/admin/duties/rule?id=T-03-1")).Submit("main form", ("unit", "CITY-URBAN"));
        Assert.Contains("已记入草稿", drafted.Says(), StringComparison.Ordinal);
        Assert.Equal("WATER", app.City.Duties.Propose(app.City, "030101", "990102001001")[0].Unit.Code);

        var preview = await admin.Get("/admin/duties/preview?days=30");
        Assert.Contains("示例市供水企业 示例市城管部门 1 1", preview.Says("#moves"), StringComparison.Ordinal);
        var saved = await preview.Submit("main form:has(input[name=reason])", ("reason", "职责调整（示例）"));
        Assert.Contains("已保存", saved.Says(), StringComparison.Ordinal);
        Assert.Equal("CITY-URBAN", app.City.Duties.Propose(app.City, "030101", "990102001001")[0].Unit.Code);

        var version = await admin.Get($"/admin/versions/{app.City.Version}");
        Assert.Contains("WATER", version.Says("table"), StringComparison.Ordinal);
        await version.Submit("main form:has(input[name=reason])", ("reason", "改回（示例）"));
        Assert.Equal("WATER", app.City.Duties.Propose(app.City, "030101", "990102001001")[0].Unit.Code);
    }

    [Fact]
    public async Task A_change_for_a_later_day_waits_for_it()
    {
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/units/CITY-HOUSING");
        await page.Submit("main form", ("phone", "12345678"), ("on", "2026-03-04"), ("reason", "换号（示例）"));

        await app.Use<StartPlanned, Outcome<Done>>(start => start.Run(Actor.System, CancellationToken.None));
        Assert.Null(app.City.Units.Find("CITY-HOUSING")!.Phone);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Use<StartPlanned, Outcome<Done>>(start => start.Run(Actor.System, CancellationToken.None));

        Assert.Equal("12345678", app.City.Units.Find("CITY-HOUSING")!.Phone);
    }

    [Fact]
    public async Task An_uploaded_file_is_checked_compared_and_then_accepted()
    {
        using var admin = await app.SignIn("sysadmin");
        var before = app.City.Version;
        var units = Zipped(await admin.Client.GetByteArrayAsync(new Uri("/admin/data/export", UriKind.Relative)))["units.csv"];

        var broken = await Upload(
            admin,
            "units.csv",
            units.Replace("CountyDepartment,EAST,", "CountyDepartment,NOWHERE,", StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.BadRequest, broken.Status);
        Assert.Contains("上级 NOWHERE 不存在", broken.Says("#problems"), StringComparison.Ordinal);
        var good = await Upload(admin, "units.csv", units.Replace("东区住建部门", "东区住房部门", StringComparison.Ordinal));
        Assert.Equal(before, app.City.Version);
        var proposal = await admin.Get(good.Find(".notice.done a").GetAttribute("href")!);
        Assert.Contains("东区住建部门 东区住房部门", proposal.Says("table"), StringComparison.Ordinal);
        await proposal.Submit("main form:has(input[name=reason])", ("reason", "更名（示例）"));

        Assert.Equal("东区住房部门", app.City.Units.NameOf("EAST-HOUSING"));
    }

    [Fact]
    public async Task A_hostile_zip_is_turned_away()
    {
        using var admin = await app.SignIn("sysadmin");
        var escaping = await Upload(admin, "a.zip", Zip("../city.json", "{}"));
        var foreign = await Upload(admin, "a.zip", Zip("virus.exe", "x"));
        var none = await Upload(admin, "a.zip", "no zip at all"u8.ToArray());

        Assert.All([escaping, foreign, none], page => Assert.Equal(HttpStatusCode.BadRequest, page.Status));
        Assert.Contains("不允许的路径", escaping.Says(), StringComparison.Ordinal);
    }

    private static Task<Page> Upload(Browser admin, string name, string text) => Upload(admin, name, Encoding.UTF8.GetBytes(text));

    private static async Task<Page> Upload(Browser admin, string name, byte[] bytes)
    {
        var page = await admin.Get("/admin/data");
        using var content = new MultipartFormDataContent();
        foreach (var field in page.All("form[method=post][enctype] input[type=hidden]"))
            content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        content.Add(new ByteArrayContent(bytes), "file", name);
        return await admin.Post("/admin/data", content);
    }

    private static byte[] Zip(string name, string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var stream = zip.CreateEntry(name).Open())
            stream.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static Dictionary<string, string> Zipped(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd());
    }
}
