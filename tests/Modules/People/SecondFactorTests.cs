using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.Tests.People;

/// <summary>Password and code, from setting up to the lost telephone.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private PeopleSite site = null!;
    private IReadOnlyList<CreateFirstAdministrators.Account> accounts = [];

    public async ValueTask InitializeAsync()
    {
        // Nothing is set, as on a new machine.
        site = await PeopleSite.Start("Production", "");
        accounts = (await site.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default))).Value;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_administrator_is_led_to_set_up_a_code_before_anything_opens()
    {
        using var browser = site.Open();
        Assert.StartsWith("/signin/enrol", await Password(browser, 0), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/me")).StatusCode);
        var (_, codes) = await Enrol(browser);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/me")).StatusCode);
    }

    [Fact]
    public async Task The_next_sign_in_asks_for_a_code_and_takes_each_once()
    {
        var (secret, _) = await SetUp(0);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Code(secret);
        using var first = site.Open();
        Assert.StartsWith("/signin/code", await Password(first, 0), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await first.Get("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Second(first, code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.Get("/me")).StatusCode);

        using var thief = site.Open();
        await Password(thief, 0);
        Assert.Equal(HttpStatusCode.Forbidden, (await Second(thief, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Get("/me")).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        var (_, codes) = await SetUp(0);
        using var browser = site.Open();
        await Password(browser, 0);
        Assert.Equal(HttpStatusCode.Redirect, (await Second(browser, codes[3].ToUpperInvariant())).StatusCode);
        using var again = site.Open();
        await Password(again, 0);
        Assert.Equal(HttpStatusCode.Forbidden, (await Second(again, codes[3])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Second(again, codes[4])).StatusCode);
    }

    [Fact]
    public async Task A_right_password_buys_no_endless_guesses_at_the_code()
    {
        var (secret, _) = await SetUp(0);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var thief = site.Open();
        await Password(thief, 0);
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.Forbidden, (await Second(thief, "000000")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Second(thief, Code(secret))).StatusCode);
        Assert.NotNull(await site.Use((SignInGuard guard) => guard.LockedUntil(accounts[0].Login, default)));
    }

    [Fact]
    public async Task An_unwatched_screen_is_not_enough_to_exchange_it_and_buys_five_guesses_at_the_password()
    {
        using var browser = site.Open();
        await Password(browser, 0);
        await Enrol(browser);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await Exchange(browser, "wrong password")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Exchange(browser, accounts[0].Password)).StatusCode);
        Assert.NotNull(await site.Use((SignInGuard guard) => guard.LockedUntil(accounts[0].Login, default)));
    }

    [Fact]
    public async Task A_stranger_at_the_code_gets_nowhere()
    {
        using var stranger = site.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await Second(stranger, "123456")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Get("/signin/enrol")).StatusCode);
    }

    [Fact]
    public async Task The_security_administrator_resets_it_with_a_reason_that_the_auditor_reads()
    {
        await SetUp(0);
        var id = await site.Use((PeopleDb db) => db.Staff.Where(s => s.UserName == accounts[0].Login).Select(s => s.Id).SingleAsync());
        Assert.IsType<NotAllowed>(await Reset(id, Role.SystemAdmin, "当面核实"));
        Assert.Equal("invalid", (await Reset(id, Role.SecurityAdmin, " "))!.Code);
        Assert.Null(await Reset(id, Role.SecurityAdmin, "当面核实"));
        using var browser = site.Open();
        Assert.StartsWith("/signin/enrol", await Password(browser, 0), StringComparison.Ordinal);
        var reasons = await site.Use((PeopleDb db) => db.AccountChanges.Where(c => c.AccountId == id).Select(c => c.Detail).ToListAsync());
        Assert.Contains("当面核实", reasons);
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_code_is_readable_in_the_database()
    {
        var (secret, codes) = await SetUp(0);
        var row = await site.Use((PeopleDb db) => db.SecondFactors.SingleAsync());
        Assert.DoesNotContain(secret, row.SealedSecret, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0], row.SealedCodes, StringComparison.Ordinal);
    }

    [Fact]
    public void The_setting_names_roles_and_refuses_other_words()
    {
        Assert.Contains("Wizard", Assert.Throws<ArgumentException>(() => Rule("Agent,Wizard")).Message, StringComparison.Ordinal);
        var admin = StaffUser.CreateDemo(
            new StaffProfile("admin", "甲", null, null),
            new HashSet<Role> { Role.SystemAdmin },
            DateTimeOffset.UnixEpoch
        );
        Assert.True(Rule("").Demands(admin));
        Assert.False(Rule("none").Demands(admin));
        Assert.False(Rule("Agent").Demands(admin));
    }

    private static SecondFactorRule Rule(string words) =>
        SecondFactorRule.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new(SecondFactorRule.Setting, words)]).Build(),
            development: false
        );

    private async Task<Refusal?> Reset(Guid id, Role role, string reason) =>
        (
            await site.Use(
                (RemoveSecondFactor remove) =>
                    remove.Run(new RemoveSecondFactor.Command { Staff = id, Reason = reason }, PeopleHouse.Staff(role), default)
            )
        ).Refusal;

    private async Task<(string Secret, IReadOnlyList<string> Codes)> SetUp(int account)
    {
        using var browser = site.Open();
        await Password(browser, account);
        return await Enrol(browser);
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> Enrol(PeopleSite.Browser browser)
    {
        var page = await browser.See("/signin/enrol");
        var secret = page.QuerySelector("#secret")!.TextContent;
        var answer = await browser.Post(page, "/signin/enrol", "add-second-factor", ("code", Code(secret)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (secret, [.. (await PeopleSite.Browser.Read(answer)).QuerySelectorAll("li code").Select(c => c.TextContent)]);
    }

    private async Task<HttpResponseMessage> Exchange(PeopleSite.Browser browser, string password)
    {
        var page = await browser.See("/signin/enrol");
        var code = Code(page.QuerySelector("#secret")!.TextContent);
        return await browser.Post(page, "/signin/enrol", "add-second-factor", ("code", code), ("password", password));
    }

    private async Task<string> Password(PeopleSite.Browser browser, int account)
    {
        var answer = await browser.Post("/signin", "sign-in", ("login", accounts[account].Login), ("password", accounts[account].Password));
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
    }

    private static Task<HttpResponseMessage> Second(PeopleSite.Browser browser, string code) =>
        browser.Post("/signin/code", "check-second-factor", ("code", code));

    private string Code(string secret) => SoftCodes.At(secret, site.Clock.GetUtcNow());
}
