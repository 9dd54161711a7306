using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>Off unless it is set, set only so that it is safe, and what is set to happen happens.</summary>
public sealed class CityLoginSettingsTests(OpenCityLoginApp open) : IClassFixture<OpenCityLoginApp>
{
    [Fact]
    public async Task Where_it_is_set_who_comes_gets_an_account_without_any_role()
    {
        open.Provider.Meet("new-1", "newcomer", "新来的人");
        using var browser = open.Traveller();
        var page = await browser.Get("/signin/city/start");
        Assert.Equal("/me", page.Address.AbsolutePath);
        Assert.Contains("新来的人", page.Says(), StringComparison.Ordinal);
        Assert.Contains("尚未授予角色", page.Says(), StringComparison.Ordinal);
        // Without a password there is none to change, and nothing to ask for once more.
        Assert.Empty(page.All("input[type=password]"));
        Assert.Equal([AccountChangeKind.Created, AccountChangeKind.LoginLinked], await open.Changes("newcomer"));

        // A name that no account may have, or none at all, makes none.
        foreach (var (subject, login) in new[] { ("new-2", "x y"), ("new-3", null) })
        {
            open.Provider.Meet(subject, login);
            using var other = open.Traveller();
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Get("/signin/city/start")).Status);
        }
    }

    [Fact]
    public async Task Without_settings_there_is_neither_button_nor_door()
    {
        await using var plain = new SuiyingApp();
        await plain.InitializeAsync();
        using var browser = plain.Visitor();
        Assert.Empty((await browser.Get("/signin")).All("a[href^='/signin/city']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/signin/city/start")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/signin/city/answer?code=x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/signout/city/leave")).Status);
        using var agent = await plain.SignIn("agent");
        Assert.Empty((await agent.Get("/me")).All("#city-login"));
    }

    [Fact]
    public async Task A_silent_provider_is_said_and_is_asked_again_when_it_is_back()
    {
        await using var late = new LateProviderApp();
        await late.InitializeAsync();
        var (_, password) = await late.Account("waits", Role.Agent);
        late.Provider.Meet("late-1", "waits");
        using var browser = late.Traveller();
        var page = await browser.Get("/signin/city/start");
        Assert.Equal("/signin", page.Address.AbsolutePath);
        Assert.Contains("联系不上", page.Says("[role=alert]"), StringComparison.Ordinal);
        Assert.DoesNotContain("一并退出", (await browser.Get("/signout/city")).Says(), StringComparison.Ordinal);
        page = await page.Submit("form:has(#login)", ("login", "waits"), ("password", password));
        Assert.Equal("/me", page.Address.AbsolutePath);

        await late.Provider.Start();
        late.Clock.Advance(TimeSpan.FromSeconds(16));
        using var other = late.Traveller();
        Assert.Equal("/me", (await other.Get("/signin/city/start")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("AUTHORITY", "http://id.example.gov.cn")]
    [InlineData("AUTHORITY", "id.example.gov.cn")]
    [InlineData("CLIENT", " ")]
    [InlineData("SECRET_FILE", "/nowhere/secret")]
    [InlineData("CREATE", "yes")]
    [InlineData("CREATE", "true")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value) =>
        Assert.StartsWith(
            $"SUIYING_OIDC_{name}：",
            Assert.Throws<ArgumentException>(() => Read((name, value))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_secret_comes_from_a_file_or_a_setting_and_never_from_both()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from the file\n");
        Assert.Equal("from the file", Read(("SECRET_FILE", file)).Secret);
        Assert.Equal("set", Read(("SECRET", "set")).Secret);
        Assert.Throws<ArgumentException>(() => Read(("SECRET", "set"), ("SECRET_FILE", file)));
        File.Delete(file);
    }

    [Theory]
    [InlineData("true", "a@b.cn")]
    [InlineData("false", null)]
    [InlineData(null, null)]
    public void An_address_counts_only_when_the_provider_has_verified_it(string? verified, string? login)
    {
        var claims = new List<Claim> { new("iss", "https://id"), new("sub", "1"), new("email", "a@b.cn") };
        if (verified is not null)
            claims.Add(new Claim("email_verified", verified));
        Assert.Equal(login, CityAnswer.From(new ClaimsPrincipal(new ClaimsIdentity(claims)), Read(("MATCH", "email")))!.Login);
    }

    [Fact]
    public async Task Only_the_security_administrator_links_and_unlinks_and_not_themselves()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.SecurityAdmin))
        {
            Assert.IsType<NotAllowed>(await Link(Guid.Empty, PeopleHouse.Staff(role)));
            Assert.IsType<NotAllowed>(await Unlink(Guid.Empty, PeopleHouse.Staff(role)));
        }
        var self = PeopleHouse.Staff(Role.SecurityAdmin);
        Assert.IsType<NotOnOneself>(await Link(self.Id, self));
        Assert.IsType<NotOnOneself>(await Unlink(self.Id, self));
        Assert.IsType<NotFound>(await Link(Guid.Empty, self));
        Assert.IsType<NotFound>(await Unlink(Guid.Empty, self));
    }

    private async Task<Refusal?> Link(Guid staff, Actor by) =>
        (await open.Use((LinkCityLogin link) => link.Run(new LinkCityLogin.Command { Staff = staff, Subject = "s" }, by, default))).Refusal;

    private async Task<Refusal?> Unlink(Guid staff, Actor by) =>
        (await open.Use((UnlinkCityLogin unlink) => unlink.Run(staff, by, default))).Refusal;

    private static CityLogin Read(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["SUIYING_OIDC_AUTHORITY"] = "https://id.example.gov.cn",
            ["SUIYING_OIDC_CLIENT"] = "suiying",
        };
        foreach (var (name, value) in settings)
            all[$"SUIYING_OIDC_{name}"] = value;
        return CityLogin.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }

    /// <summary>The provider does not answer yet when the host starts.</summary>
    private sealed class LateProviderApp : CityLoginApp
    {
        protected override bool ProviderIsThere => false;
    }
}
