using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>A provider that lies, is slow or silent, and people who bring what is not theirs: nobody enters, and the page says what to do.</summary>
public sealed class CityLoginFailureTests(CityLoginApp app) : IClassFixture<CityLoginApp>
{
    private const string Start = "/signin/city/start";
    private static int people;

    private LoopbackProvider Provider => app.Provider;

    /// <summary>What the provider lies about.</summary>
    public static TheoryData<string> Lies => ["audience", "issuer", "signature", "nonce", "subject", "expired", "not yet"];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_token_that_is_not_for_us_or_not_true_opens_nothing(string lie)
    {
        await Somebody();
        Provider.Forge = token => Lie(token, lie);
        using var browser = app.Traveller();
        var page = await browser.Get(Start);
        Assert.Equal("/signin", page.Address.AbsolutePath);
        Assert.Contains("没有通过统一身份认证登录", page.Says("[role=alert]"), StringComparison.Ordinal);
        Assert.False(await IsIn(browser));

        // The same person, and the truth.
        Provider.Forge = null;
        Assert.Equal("/me", (await browser.Get(Start)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Clocks_may_differ_by_two_minutes()
    {
        await Somebody();
        using var browser = app.Traveller();
        Provider.Forge = token => (token.NotBefore, token.Expires) = (At(+1.5), At(+30));
        Assert.Equal("/me", (await browser.Get(Start)).Address.AbsolutePath);
        Provider.Forge = token => (token.NotBefore, token.Expires) = (At(-30), At(-1.5));
        Assert.Equal("/me", (await browser.Get(Start)).Address.AbsolutePath);
        Provider.Forge = token => (token.NotBefore, token.Expires) = (At(-30), At(-2.5));
        Assert.Equal("/signin", (await browser.Get(Start)).Address.AbsolutePath);
    }

    [Fact]
    public async Task An_answer_is_good_once_even_for_who_kept_the_cookies()
    {
        await Somebody();
        using var browser = app.Traveller(follows: false);
        var (answer, copied) = await AnswerAndCookies(browser);
        Assert.StartsWith("/signin/city?", await Next(browser, answer), StringComparison.Ordinal);
        Assert.StartsWith("/signin?city=Refused", await Next(browser, answer), StringComparison.Ordinal);

        // With the cookies of before, it is the provider who refuses the code.
        Provider.Redeemed.Clear();
        using var thief = app.Traveller(follows: false);
        using var again = new HttpRequestMessage(HttpMethod.Get, answer);
        again.Headers.Add("Cookie", copied);
        using var refused = await thief.Client.SendAsync(again);
        Assert.StartsWith("/signin?city=Refused", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal([400], Provider.Redeemed);
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_link_that_another_browser_began()
    {
        await Somebody();
        using var attacker = app.Traveller(follows: false);
        var answer = await Answer(attacker);
        using var victim = app.Traveller(follows: false);
        Assert.StartsWith("/signin?city=Refused", await Next(victim, answer), StringComparison.Ordinal);
        Assert.Empty(Provider.Redeemed);
    }

    [Fact]
    public async Task The_request_carries_state_nonce_and_challenge_and_a_changed_state_is_refused()
    {
        await Somebody();
        using var browser = app.Traveller(follows: false);
        var away = await Next(browser, Start);
        Assert.Contains("code_challenge_method=S256", away, StringComparison.Ordinal);
        Assert.Contains("nonce=", away, StringComparison.Ordinal);
        Assert.Contains("state=", away, StringComparison.Ordinal);
        Assert.Contains("response_type=code", away, StringComparison.Ordinal);
        var answer = await Next(browser, away);
        Assert.StartsWith(
            "/signin?city=Refused",
            await Next(browser, answer.Replace("state=", "state=x", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.StartsWith("/signin?city=Refused", await Next(browser, "/signin/city/answer?code=guessed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_without_the_verifier_buys_nothing()
    {
        await Somebody();
        using var browser = app.Traveller(follows: false);
        var answer = new Uri(await Answer(browser));
        var code = System.Web.HttpUtility.ParseQueryString(answer.Query)["code"]!;
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = "http://localhost/signin/city/answer",
                ["client_id"] = LoopbackProvider.Client,
                ["client_secret"] = LoopbackProvider.Secret,
            }
        );
        using var refused = await client.PostAsync(new Uri($"{Provider.Address}token"), form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Who_cancels_is_back_at_the_sign_in_page_with_the_way_they_wanted_to_go()
    {
        await Somebody();
        Provider.Cancels = true;
        using var browser = app.Traveller();
        var page = await browser.Get($"{Start}?returnUrl=/board");
        Assert.Equal("/signin", page.Address.AbsolutePath);
        Assert.Contains("可能已取消", page.Says("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("/board", page.Find("input[name=returnUrl]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_line_that_is_cut_on_the_way_is_said_and_the_password_still_opens()
    {
        var (login, password) = await Somebody();
        Provider.Cut = true;
        using var browser = app.Traveller();
        var page = await browser.Get(Start);
        Assert.Contains("联系不上", page.Says("[role=alert]"), StringComparison.Ordinal);
        page = await page.Submit("form:has(#login)", ("login", login), ("password", password));
        Assert.True(await IsIn(browser));
    }

    [Fact]
    public async Task The_page_that_decides_does_nothing_without_an_answer()
    {
        using var browser = app.Traveller();
        var page = await browser.Get("/signin/city");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("没有通过统一身份认证登录", page.Says(), StringComparison.Ordinal);
    }

    private async Task<(string Login, string Password)> Somebody()
    {
        var login = $"somebody{++people}";
        var (_, password) = await app.Account(login, Role.Agent);
        Provider.Meet($"number-{login}", login);
        Provider.Redeemed.Clear();
        return (login, password);
    }

    private static void Lie(SecurityTokenDescriptor token, string about)
    {
        switch (about)
        {
            case "audience":
                token.Audiences.Clear();
                token.Audience = "another-system";
                break;
            case "issuer":
                token.Issuer = "https://another.example/";
                break;
            case "signature":
                token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)), SecurityAlgorithms.RsaSha256);
                break;
            case "nonce":
                Replace(token, "nonce", "another");
                break;
            case "subject":
                // The endpoint of user information still names the right one.
                Replace(token, "sub", "somebody-else");
                break;
            case "expired":
                (token.NotBefore, token.IssuedAt, token.Expires) = (null, At0(-40), At0(-20));
                break;
            default:
                (token.NotBefore, token.Expires) = (At0(+10), At0(+40));
                break;
        }
    }

    private static void Replace(SecurityTokenDescriptor token, string type, string value)
    {
        foreach (var claim in token.Subject.FindAll(type).ToList())
            token.Subject.RemoveClaim(claim);
        token.Claims ??= new Dictionary<string, object>();
        token.Claims[type] = value;
    }

    private static DateTime At0(double minutes) => (SuiyingApp.Start + TimeSpan.FromMinutes(minutes)).UtcDateTime;

    private DateTime At(double minutes) => (app.Now + TimeSpan.FromMinutes(minutes)).UtcDateTime;

    /// <summary>The link by which the provider sends the browser back.</summary>
    private static async Task<string> Answer(Browser browser) => await Next(browser, await Next(browser, Start));

    /// <summary>The same, with a copy of the cookies that go with it.</summary>
    private static async Task<(string Answer, string Cookies)> AnswerAndCookies(Browser browser)
    {
        using var start = await browser.Client.GetAsync(new Uri(Start, UriKind.Relative));
        var cookies = string.Join("; ", start.Headers.GetValues("Set-Cookie").Select(line => line.Split(';')[0]));
        return (await Next(browser, start.Headers.Location!.OriginalString), cookies);
    }

    private static async Task<string> Next(Browser browser, string address)
    {
        using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        Assert.NotNull(answer.Headers.Location);
        return answer.Headers.Location.OriginalString;
    }

    private static async Task<bool> IsIn(Browser browser) => (await browser.Get("/me")).Address.AbsolutePath == "/me";
}
