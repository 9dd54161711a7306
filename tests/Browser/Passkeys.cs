using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The whole ceremony in a real browser, whose authenticator is a virtual one.</summary>
public sealed class Passkeys(City city)
{
    // Browsers allow no passkey on an IP address.
    private string Site => $"http://localhost:{city.Server.Address.Port}";

    [Fact]
    public async Task A_passkey_is_added_signs_in_and_opens_nothing_once_it_is_deleted()
    {
        var (login, password) = await OpenAccount();
        await using var visit = await city.Visit();
        var page = visit.Page;
        await PlugIn(page);

        await page.GotoAsync($"{Site}/signin");
        await page.Locator("#login").FillAsync(login);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("form:has(#login) button").ClickAsync();
        await page.WaitForURLAsync("**/me");
        await page.Locator("#passkey-name").FillAsync("办公室电脑");
        await page.Locator("#passkey-password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("已添加");
        await visit.MustBeFineInEveryLook("me-passkey");

        await SignOut(page);
        await Enter(page);
        await page.WaitForURLAsync("**/me");
        await Expect(page.Locator("form:has(input[value=end-sessions]) tbody")).ToContainTextAsync("通行密钥");

        await page.Locator("summary", new() { HasText = "删除" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认删除" }).ClickAsync();
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("已删除");
        await SignOut(page);
        await Enter(page);
        await Expect(page.Locator("[data-passkey-problem]")).ToContainTextAsync("通行密钥未被接受");
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task On_an_address_of_numbers_the_page_says_why_there_are_no_passkeys()
    {
        await using var visit = await city.Visit(Screen.Handset);
        await visit.Go("/signin");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Expect(visit.Page.Locator("[data-passkey-problem]")).ToContainTextAsync("不是 IP 地址");
        await visit.MustBeFine("signin-passkey");
    }

    private async Task<(string Login, string Password)> OpenAccount()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("sysadmin", "/staff");
        await visit.Page.Locator("#login").FillAsync("passkey.owner");
        await visit.Page.Locator("#name").FillAsync("演示坐席");
        await visit.Page.Locator("form:has(#login) button").ClickAsync();
        return ("passkey.owner", await visit.Page.Locator("form:has(#login) [role=status] strong").InnerTextAsync());
    }

    private static async Task PlugIn(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
        };
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options });
    }

    private static async Task SignOut(IPage page)
    {
        await page.Locator("main form[action='/signout'] button").ClickAsync();
        await page.WaitForURLAsync(address => !address.EndsWith("/me", StringComparison.Ordinal));
    }

    private async Task Enter(IPage page)
    {
        await page.GotoAsync($"{Site}/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
    }
}
