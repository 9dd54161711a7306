using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>Signing in at the city's identity provider, from the button to the row of the session, through all redirects.</summary>
public sealed class CityLoginTests(CityLoginApp app) : IClassFixture<CityLoginApp>
{
    private const string Start = "/signin/city/start";
    private const string Panel = "section:has(#city-login)";

    private LoopbackProvider Provider => app.Provider;

    [Fact]
    public async Task An_unknown_person_is_told_whom_to_ask_and_no_account_is_made()
    {
        Provider.Meet("unknown-1", "nobody-here");
        using var browser = app.Traveller();
        var page = await browser.Get(Start);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("请把下面的编号告诉本单位的安全管理员", page.Says(), StringComparison.Ordinal);
        Assert.Equal("unknown-1", page.Says("#subject"));
        Assert.False(await app.Exists("nobody-here"));
        Assert.False(await IsIn(browser));
    }

    [Fact]
    public async Task The_security_administrator_links_the_number_and_it_signs_in_until_it_is_unlinked()
    {
        var (id, _) = await app.Account("linked.by.hand", Role.Agent);
        using var security = await app.SignIn(Role.SecurityAdmin);
        var account = await security.Get($"/staff/{id}");
        account = await account.Submit($"{Panel} form", ("subject", " hand-1 "));
        Assert.Contains("已关联", account.Says(Panel), StringComparison.Ordinal);

        Provider.Meet("hand-1");
        using var browser = app.Traveller();
        var landed = await browser.Get($"{Start}?returnUrl=/me?from=city");
        Assert.Equal("/me?from=city", landed.Address.PathAndQuery);
        Assert.Contains("hand-1", landed.Says(Panel), StringComparison.Ordinal);
        Assert.Empty(landed.All($"{Panel} form"));
        Assert.Contains("统一身份认证", landed.Says("form:has(input[value=end-sessions]) tbody"), StringComparison.Ordinal);

        account = await account.Submit($"{Panel} form");
        Assert.Contains("已取消关联", account.Says(Panel), StringComparison.Ordinal);
        Assert.False(await IsIn(browser));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(Start)).Status);
        Assert.Equal(
            [AccountChangeKind.LoginLinked, AccountChangeKind.LoginUnlinked],
            (await app.Changes("linked.by.hand")).Where(k => k is AccountChangeKind.LoginLinked or AccountChangeKind.LoginUnlinked)
        );
    }

    [Fact]
    public async Task A_number_belongs_to_one_account_and_an_account_to_one_number()
    {
        var (first, _) = await app.Account("one.number", Role.Agent);
        var (second, _) = await app.Account("other.number", Role.Agent);
        using var security = await app.SignIn(Role.SecurityAdmin);
        await (await security.Get($"/staff/{first}")).Submit($"{Panel} form", ("subject", "only-1"));
        var taken = await (await security.Get($"/staff/{second}")).Submit($"{Panel} form", ("subject", "only-1"));
        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        var nothing = await (await security.Get($"/staff/{second}")).Submit($"{Panel} form", ("subject", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
    }

    [Fact]
    public async Task The_first_sign_in_links_by_the_sign_in_name_and_only_to_who_has_none_yet()
    {
        await app.Account("by.name", Role.Agent);
        Provider.Meet("name-1", "BY.name");
        using var browser = app.Traveller();
        Assert.Equal("/me", (await browser.Get(Start)).Address.AbsolutePath);
        Assert.Contains(AccountChangeKind.LoginLinked, await app.Changes("by.name"));

        Provider.Meet("name-2", "by.name");
        using var other = app.Traveller();
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(Start)).Status);
        // The number stays whoever the provider calls so.
        Provider.Meet("name-1", "renamed");
        Assert.Equal("/me", (await other.Get(Start)).Address.AbsolutePath);
    }

    [Theory]
    [InlineData(Role.SystemAdmin)]
    [InlineData(Role.SecurityAdmin)]
    [InlineData(Role.AuditAdmin)]
    public async Task A_name_alone_links_no_administrator(Role role)
    {
        await app.Account($"boss.{role}", role);
        Provider.Meet($"boss-{role}", $"boss.{role}");
        using var browser = app.Traveller();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(Start)).Status);
        Assert.DoesNotContain(AccountChangeKind.LoginLinked, await app.Changes($"boss.{role}"));
    }

    [Fact]
    public async Task A_demo_account_is_never_linked()
    {
        Provider.Meet("demo-1", "agent");
        using var browser = app.Traveller();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(Start)).Status);
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        await app.Account("will.close", Role.Agent);
        Provider.Meet("close-1", "will.close");
        using var browser = app.Traveller();
        await browser.Get(Start);
        await app.Use(
            (PeopleDb db) => db.Staff.Where(s => s.UserName == "will.close").ExecuteUpdateAsync(s => s.SetProperty(u => u.Active, false))
        );
        using var again = app.Traveller();
        var page = await again.Get(Start);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("账号已停用", page.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_role_demands_it_sets_up_a_second_factor_unless_the_provider_saw_one()
    {
        await app.Account("needs.two", Role.Reviewer);
        Provider.Meet("two-1", "needs.two");
        using var browser = app.Traveller();
        Assert.Equal("/signin/enrol", (await browser.Get(Start)).Address.AbsolutePath);
        Assert.False(await IsIn(browser));

        // The provider's own word for a password is not among those that count.
        Provider.Meet("two-1", methods: ["pwd"]);
        Assert.Equal("/signin/enrol", (await browser.Get(Start)).Address.AbsolutePath);
        Provider.Meet("two-1", methods: ["pwd", "otp"]);
        Assert.Equal("/me", (await browser.Get(Start)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Who_has_a_second_factor_here_is_asked_for_it_and_the_session_says_so()
    {
        await app.Account("has.two", Role.Reviewer);
        Provider.Meet("has-1", "has.two");
        using var browser = app.Traveller();
        var page = await browser.Get(Start);
        var secret = page.Says("#secret");
        await page.Submit("main form", ("code", CodeOf(secret)));
        Assert.True(await IsIn(browser));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = app.Traveller();
        page = await again.Get(Start);
        Assert.Equal("/signin/code", page.Address.AbsolutePath);
        Assert.False(await IsIn(again));
        page = await page.Submit("main form", ("code", CodeOf(secret)));
        Assert.Equal("/me", page.Address.AbsolutePath);
        Assert.Contains("统一身份认证和验证码", page.Says("form:has(input[value=end-sessions]) tbody"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open1", "https://evil.example/")]
    [InlineData("open2", "//evil.example")]
    [InlineData("open3", "/\\evil.example")]
    public async Task No_link_leads_through_us_to_a_strangers_site(string login, string target)
    {
        await app.Account(login, Role.Agent);
        Provider.Meet(login, login);
        using var browser = app.Traveller();
        var landed = await browser.Get($"{Start}?returnUrl={Uri.EscapeDataString(target)}");
        Assert.Equal("http://localhost/me", landed.Address.ToString());
    }

    [Fact]
    public async Task The_way_out_leads_through_the_provider_and_home()
    {
        await app.Account("goes.home", Role.Agent);
        Provider.Meet("home-1", "goes.home");
        using var browser = app.Traveller();
        var page = await (await browser.Get(Start)).Submit("form[action='/signout']:has(.button)");
        Assert.Equal("/signout/city", page.Address.AbsolutePath);
        Assert.False(await IsIn(browser));
        var home = await browser.Get(page.Find("main a.button").GetAttribute("href")!);
        Assert.Equal("http://localhost/", home.Address.ToString());
    }

    [Fact]
    public async Task Who_came_by_password_is_not_sent_to_the_provider()
    {
        var (_, password) = await app.Account("by.password", Role.Agent);
        using var browser = app.Traveller();
        var page = await browser.Get("/signin");
        Assert.Contains("用演示市统一认证登录", page.Says(), StringComparison.Ordinal);
        page = await page.Submit("form:has(#login)", ("login", "by.password"), ("password", password));
        page = await page.Submit("form[action='/signout']:has(.button)");
        Assert.Equal("/", page.Address.AbsolutePath);
    }

    private string CodeOf(string secret) => SoftCodes.At(secret, app.Now);

    private static async Task<bool> IsIn(Browser browser) => (await browser.Get("/me")).Address.AbsolutePath == "/me";
}
