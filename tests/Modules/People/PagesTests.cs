using System.Net;
using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.People.Model;

namespace Suiying.Tests.People;

public sealed class PagesTests
{
    [Fact]
    public async Task A_resident_signs_in_by_code_sees_their_data_and_has_it_deleted()
    {
        await using var site = await PeopleSite.Start();
        using var browser = site.Open();
        var sent = await browser.Post("/my?returnUrl=%2Fmy%2Fdata", "send-code", ("phone", "138 0013 8000"));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var page = await PeopleSite.Browser.Read(sent);
        var code = string.Concat(page.QuerySelector(".notice.warn")!.TextContent.Where(char.IsAsciiDigit))[..6];

        var wrong = await browser.Post(page, "/my", "check-code", ("code", code == "000000" ? "000001" : "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        page = await PeopleSite.Browser.Read(wrong);
        Assert.Contains("验证码不对", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var right = await browser.Post(page, "/my", "check-code", ("code", code));
        Assert.Equal("/my/data", Path(right.Headers.Location!));
        var cookie = right.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("suiying=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        page = await browser.See("/my/data");
        Assert.Contains("+8613800138000", page.Body!.TextContent, StringComparison.Ordinal);
        var tooLong = await browser.Post("/my/data/correct", "correct", ("name", new string('长', 41)), ("address", ""));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        var corrected = await browser.Post("/my/data/correct", "correct", ("name", "演示更正"), ("address", "东一街1号"));
        Assert.Equal("/my/data", Path(corrected.Headers.Location!));
        page = await browser.See("/my/data");
        Assert.Contains("演示更正", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("东一街1号", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("+8613800138000", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Post("/my/data/erase", "erase")).StatusCode);
        Assert.Equal("/", Path((await browser.Post("/my/data/erase", "erase", ("confirmed", "true"))).Headers.Location!));
        Assert.StartsWith("/my?returnUrl=", Path((await browser.Get("/my/data")).Headers.Location!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_erased_themselves_is_signed_out_in_every_browser()
    {
        await using var site = await PeopleSite.Start();
        using var phone = site.Open();
        await SignInResident(site, phone);
        var person = await site.Use((ISealedIdentities seal) => seal.FindByPhone("13800138000", default));
        await site.Use((EraseIdentity erase) => erase.Run(Actor.Resident(person!.Value.Value), default));
        Assert.Equal(HttpStatusCode.Redirect, (await phone.Get("/my/data")).StatusCode);
    }

    [Fact]
    public async Task Three_administrators_open_an_office_together()
    {
        await using var site = await PeopleSite.Start("Production");
        var accounts = (await site.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default))).Value;
        using var system = await SignIn(site, accounts[0].Login, accounts[0].Password);
        using var security = await SignIn(site, accounts[1].Login, accounts[1].Password);
        using var audit = await SignIn(site, accounts[2].Login, accounts[2].Password);

        var made = await system.Post("/staff", "create-staff", ("login", "agent.a"), ("name", "话务员甲"), ("unit", "HOT"), ("area", ""));
        var page = await PeopleSite.Browser.Read(made);
        var password = page.QuerySelector("[role=status] strong")!.TextContent;
        var account = page.QuerySelectorAll("td a").Single(a => a.TextContent == "agent.a").GetAttribute("href")!;
        Assert.Null((await system.See(account)).QuerySelector("input[name=roles]"));

        var granted = await security.Post(account, "grant-roles", ("roles", "Agent"), ("roles", "Dispatcher"));
        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        var refused = await security.Post(account, "grant-roles", ("roles", "SystemAdmin"), ("roles", "AuditAdmin"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        using var agent = await SignIn(site, "agent.a", password);
        var me = await agent.See("/me");
        Assert.Contains(
            "话务员、派单员",
            string.Join('、', me.QuerySelectorAll("dd .tag").Select(t => t.TextContent)),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Get("/staff")).StatusCode);
        var changed = await agent.Post("/me", "change-password", ("old", password), ("new", "my own pass 42"));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        await system.Post(account, "set-active", ("active", "false"));
        using var late = site.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await Try(late, "agent.a", "my own pass 42")).StatusCode);

        var log = await audit.See("/audit/accounts?login=agent.a");
        Assert.Equal(4, log.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.Forbidden, (await system.Get("/audit/accounts")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await system.Get("/api/people/openings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await audit.Get("/api/people/openings")).StatusCode);
    }

    [Fact]
    public async Task The_auditor_filters_the_openings_and_checks_the_chain()
    {
        await using var site = await PeopleSite.Start();
        var accounts = (await site.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default))).Value;
        var id = new PersonId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        await site.Use((ISealedIdentities seal) => seal.Seal(id, new Identity { Name = "甲", Phone = "13800138000" }, default));
        for (var i = 0; i < 60; i++)
            await site.Use(
                (ISealedIdentities seal) =>
                    seal.Open(
                        id,
                        i % 2 == 0 ? OpeningPurpose.Contact : OpeningPurpose.Callback,
                        $"BD{i}",
                        PeopleHouse.Staff(Role.UnitHandler),
                        default
                    )
            );
        using var audit = await SignIn(site, accounts[2].Login, accounts[2].Password);

        var page = await audit.See("/audit/openings?verify=true");
        Assert.Contains("60", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(50, page.QuerySelectorAll("tbody tr").Length);
        page = await audit.See(page.QuerySelectorAll("a").Single(a => a.TextContent == "更早的记录").GetAttribute("href")!);
        Assert.Equal(10, page.QuerySelectorAll("tbody tr").Length);
        Assert.Single((await audit.See("/audit/openings?matter=BD7&purpose=Callback")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await audit.See("/audit/openings?from=1999-01-01&to=1999-12-31")).QuerySelectorAll("tbody tr"));
        Assert.Equal(50, (await audit.See("/audit/openings?from=rubbish&purpose=99&before=x")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        await using var site = await PeopleSite.Start("Production");
        var account = (await site.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default))).Value[0];
        using var browser = site.Open();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Forbidden, (await Try(browser, account.Login, "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Try(browser, account.Login, account.Password)).StatusCode);
    }

    [Fact]
    public async Task Demo_accounts_sign_in_by_one_click_in_development_only()
    {
        var file = System.IO.Path.GetTempFileName();
        File.WriteAllText(file, "login,name,roles,unit,area\nagent,话务员甲（演示）,Agent,HOT,1306\n");
        await using (var site = await PeopleSite.Start())
        {
            await site.Use((LoadDemoStaff load) => load.Run(new LoadDemoStaff.Command { Path = file }, Actor.System, default));
            using var browser = site.Open();
            var done = await browser.Post("/signin?returnUrl=%2Fdesk", "/signin/demo", ("login", "agent"));
            Assert.Equal("/desk", done.Headers.Location!.OriginalString);
            Assert.Contains("演示", (await browser.See("/me")).QuerySelector("dd .tag")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("/", (await browser.Post("/me", "/signout")).Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).StatusCode);

            using var forger = site.Open();
            var forged = await forger.PostBlind("/signin/demo", "login", "agent");
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }
        File.Delete(file);
        await using var real = await PeopleSite.Start("Production");
        using var stranger = real.Open();
        var missing = await stranger.PostBlind("/signin/demo", "login", "agent");
        Assert.True(missing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
        Assert.Empty((await stranger.See("/signin")).QuerySelectorAll("form[action='/signin/demo']"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string target)
    {
        await using var site = await PeopleSite.Start();
        using var browser = site.Open();
        await SignInResident(site, browser);
        var answer = await browser.Get($"/my?returnUrl={Uri.EscapeDataString(target)}");
        Assert.Equal("/my/requests", Path(answer.Headers.Location!));
    }

    [Fact]
    public async Task The_interface_for_programs_answers_clearly()
    {
        await using var site = await PeopleSite.Start();
        using var browser = site.Open();
        var bad = await browser.PostJson("/api/people/phone-codes", new { phone = "12345" });
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("phone_not_valid", (await PeopleSite.Browser.Read(bad)).Source.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostJson("/api/people/phone-codes", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostJson("/api/people/phone-codes", new { phone = "13800138000" })).StatusCode);
        var soon = await browser.PostJson("/api/people/phone-codes", new { phone = "13800138000" });
        Assert.Equal(HttpStatusCode.TooManyRequests, soon.StatusCode);
        var form = await browser.PostBlind("/api/people/phone-codes", "phone", "13800138000");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get("/api/people/openings")).StatusCode);

        var check = new { phone = "13800138000", code = await Code(site) };
        Assert.Equal(HttpStatusCode.OK, (await browser.PostJson("/api/people/phone-codes/check", check)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/my/data")).StatusCode);
    }

    private static async Task SignInResident(PeopleSite site, PeopleSite.Browser browser)
    {
        await browser.PostJson("/api/people/phone-codes", new { phone = "13800138000" });
        await browser.PostJson("/api/people/phone-codes/check", new { phone = "13800138000", code = await Code(site) });
    }

    private static Task<string> Code(PeopleSite site) =>
        site.Use(
            (DevelopmentMessageSender sender) =>
            {
                Assert.True(Phone.TryParse("13800138000", out var phone));
                return Task.FromResult(string.Concat(sender.LastTo(phone)!.Where(char.IsAsciiDigit))[..6]);
            }
        );

    private static async Task<PeopleSite.Browser> SignIn(PeopleSite site, string login, string password)
    {
        var browser = site.Open();
        Assert.Equal(HttpStatusCode.Redirect, (await Try(browser, login, password)).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> Try(PeopleSite.Browser browser, string login, string password) =>
        browser.Post("/signin", "sign-in", ("login", login), ("password", password));

    private static string Path(Uri location) => location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
}
