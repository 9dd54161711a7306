using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.Tests.People;

/// <summary>Passkeys from adding to deleting, with an authenticator in software.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private readonly SoftAuthenticator device = new();
    private PeopleSite site = null!;
    private IReadOnlyList<CreateFirstAdministrators.Account> accounts = [];

    public async ValueTask InitializeAsync()
    {
        site = await PeopleSite.Start("Production");
        accounts = (await site.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default))).Value;
    }

    public async ValueTask DisposeAsync()
    {
        device.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_passkey_is_added_named_and_signs_in_without_login_password_or_code()
    {
        var page = await PeopleSite.Browser.Read(await Add());
        Assert.Contains("办公室电脑", page.Body!.TextContent, StringComparison.Ordinal);
        using var browser = site.Open();
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(browser)).StatusCode);
        Assert.Contains("通行密钥", (await browser.See("/me")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var kinds = await site.Use((PeopleDb db) => db.AccountChanges.Select(c => c.Kind).ToListAsync());
        Assert.Contains(AccountChangeKind.PasskeyAdded, kinds);
    }

    [Fact]
    public async Task Who_has_a_second_factor_needs_no_code_with_a_passkey()
    {
        await Add();
        await site.Use(
            async (PeopleDb db) =>
            {
                var user = await db.Staff.SingleAsync(u => u.UserName == accounts[0].Login);
                db.SecondFactors.Add(SecondFactor.Confirm(user, "sealed", "sealed", 0, site.Clock.GetUtcNow()));
                return await db.SaveChangesAsync();
            }
        );
        using var byPassword = await SignIn();
        Assert.Equal(HttpStatusCode.Redirect, (await byPassword.Get("/me")).StatusCode);
        using var byPasskey = site.Open();
        await Enter(byPasskey);
        Assert.Equal(HttpStatusCode.OK, (await byPasskey.Get("/me")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_gets_no_challenge()
    {
        using var browser = await SignIn();
        var answer = await browser.Fetch(await browser.See("/me"), AddPasskeyApi.Address, "add-passkey", ("password", "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_expired_challenge_adds_nothing_and_opens_nothing()
    {
        Assert.Equal(HttpStatusCode.Conflict, (await Add(() => site.Clock.Advance(TimeSpan.FromMinutes(6)))).StatusCode);
        await Add();
        using var browser = site.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await Enter(browser, () => site.Clock.Advance(TimeSpan.FromMinutes(6)))).StatusCode);
    }

    [Fact]
    public async Task A_challenge_given_to_another_browser_opens_nothing()
    {
        await Add();
        using var thief = site.Open();
        using var victim = site.Open();
        var foreign = await Challenge(victim);
        await Challenge(thief);
        Assert.Equal(HttpStatusCode.Forbidden, (await Answer(thief, device.Get(foreign))).StatusCode);
    }

    [Fact]
    public async Task An_answer_is_good_once()
    {
        await Add();
        using var browser = site.Open();
        var answer = device.Get(await Challenge(browser));
        Assert.Equal(HttpStatusCode.Redirect, (await Answer(browser, answer)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Answer(browser, answer)).StatusCode);
    }

    [Fact]
    public async Task Without_finger_face_or_PIN_it_is_refused()
    {
        await Add();
        device.Verifies = false;
        using var browser = site.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await Enter(browser)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("{}")]
    public async Task Rubbish_is_refused_and_not_an_error(string credential)
    {
        using var browser = site.Open();
        await Challenge(browser);
        Assert.Equal(HttpStatusCode.Forbidden, (await Answer(browser, credential)).StatusCode);
    }

    [Fact]
    public async Task A_deleted_passkey_is_refused()
    {
        await Add();
        using var owner = await SignIn();
        var page = await owner.See("/me");
        var id = page.QuerySelector("button[name=passkey]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Post(page, "/me", "remove-passkey", ("passkey", "rubbish"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.Post(page, "/me", "remove-passkey", ("passkey", id))).StatusCode);
        using var browser = site.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await Enter(browser)).StatusCode);
    }

    [Fact]
    public async Task The_reset_of_the_second_factor_takes_the_passkeys_too()
    {
        await Add();
        var id = await site.Use((PeopleDb db) => db.Staff.Where(s => s.UserName == accounts[0].Login).Select(s => s.Id).SingleAsync());
        var reset = new RemoveSecondFactor.Command { Staff = id, Reason = "设备遗失" };
        var outcome = await site.Use((RemoveSecondFactor remove) => remove.Run(reset, PeopleHouse.Staff(Role.SecurityAdmin), default));
        Assert.Null(outcome.Refusal);
        using var browser = site.Open();
        Assert.Equal(HttpStatusCode.Forbidden, (await Enter(browser)).StatusCode);
    }

    private async Task<PeopleSite.Browser> SignIn()
    {
        var browser = site.Open();
        await browser.Post("/signin", "sign-in", ("login", accounts[0].Login), ("password", accounts[0].Password));
        return browser;
    }

    private async Task<HttpResponseMessage> Add(Action? meanwhile = null)
    {
        using var browser = await SignIn();
        var page = await browser.See("/me");
        var asked = await browser.Fetch(page, AddPasskeyApi.Address, "add-passkey", ("password", accounts[0].Password));
        Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync());
        var credential = device.Create(await asked.Content.ReadAsStringAsync());
        meanwhile?.Invoke();
        return await browser.Post(page, "/me", "add-passkey", ("name", "办公室电脑"), ("credential", credential));
    }

    private async Task<HttpResponseMessage> Enter(PeopleSite.Browser browser, Action? meanwhile = null)
    {
        var answer = device.Get(await Challenge(browser));
        meanwhile?.Invoke();
        return await Answer(browser, answer);
    }

    private static async Task<string> Challenge(PeopleSite.Browser browser)
    {
        var asked = await browser.Fetch(await browser.See("/signin"), SignInPasskeyApi.Address, "sign-in-passkey");
        return await asked.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> Answer(PeopleSite.Browser browser, string credential) =>
        browser.Post("/signin", "sign-in-passkey", ("credential", credential));
}
