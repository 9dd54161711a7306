using Microsoft.Playwright;
using Suiying.Browser.Stage;
using Suiying.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>
/// Signing in at the city's provider in a real browser, for which the provider is another site: so its rules for cookies and for where a
/// page may lead hold as in a city.
/// </summary>
public sealed class CityLogin(City city)
{
    [Fact]
    public async Task Refused_then_linked_a_person_signs_in_sets_up_a_code_and_leaves()
    {
        await using var provider = new LoopbackProvider(TimeProvider.System);
        await using var server = await Server.Start(
            new Dictionary<string, string>
            {
                ["SUIYING_DEMO"] = "0",
                ["SUIYING_SECOND_FACTOR"] = "Reviewer",
                ["SUIYING_OIDC_AUTHORITY"] = provider.Address,
                ["SUIYING_OIDC_CLIENT"] = LoopbackProvider.Client,
                ["SUIYING_OIDC_SECRET"] = LoopbackProvider.Secret,
                ["SUIYING_OIDC_NAME"] = "演示市统一认证",
            }
        );
        var site = $"http://localhost:{server.Address.Port}";
        await provider.Start(site);
        provider.Meet("0f8fad5b-d9cb-469f");

        await using var stranger = await city.Visit(Screen.Handset);
        var page = stranger.Page;
        await page.GotoAsync($"{site}/signin?returnUrl=/me");
        await stranger.MustBeFine("city-signin");
        await page.GetByRole(AriaRole.Link, new() { Name = "用演示市统一认证登录" }).ClickAsync();
        await Expect(page.Locator("#subject")).ToHaveTextAsync("0f8fad5b-d9cb-469f");
        await stranger.MustBeFine("city-refused");

        await OpenAccount(site);
        await LinkAndGrant(site);

        await page.GetByRole(AriaRole.Link, new() { Name = "返回登录页" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "用演示市统一认证登录" }).ClickAsync();
        await page.WaitForURLAsync("**/signin/enrol?**");
        await Expect(page.Locator("#secret")).ToBeVisibleAsync();
        stranger.MustHaveGoneWell();
    }

    [Fact]
    public async Task Who_is_in_is_asked_whether_to_leave_the_provider_too()
    {
        await using var provider = new LoopbackProvider(TimeProvider.System);
        await using var server = await Server.Start(
            new Dictionary<string, string>
            {
                ["SUIYING_DEMO"] = "0",
                ["SUIYING_OIDC_AUTHORITY"] = provider.Address,
                ["SUIYING_OIDC_CLIENT"] = LoopbackProvider.Client,
                ["SUIYING_OIDC_SECRET"] = LoopbackProvider.Secret,
                ["SUIYING_OIDC_NAME"] = "演示市统一认证",
                ["SUIYING_OIDC_MATCH"] = "preferred_username",
            }
        );
        var site = $"http://localhost:{server.Address.Port}";
        await provider.Start(site);
        provider.Meet("0f8fad5b-d9cb-469f", "city.person");
        await OpenAccount(site);

        await using var visit = await city.Visit();
        var page = visit.Page;
        await page.GotoAsync($"{site}/signin");
        await visit.MustBeFine("city-signin-wide");
        await page.GetByRole(AriaRole.Link, new() { Name = "用演示市统一认证登录" }).ClickAsync();
        await page.WaitForURLAsync($"{site}/me");
        await Expect(page.Locator("section:has(#city-login)")).ToContainTextAsync("0f8fad5b-d9cb-469f");
        await visit.MustBeFine("city-me");
        await page.Locator("main form[action='/signout'] button").ClickAsync();
        await page.WaitForURLAsync($"{site}/signout/city");
        await visit.MustBeFine("city-signout");
        await page.GetByRole(AriaRole.Link, new() { Name = "一并退出演示市统一认证" }).ClickAsync();
        await page.WaitForURLAsync($"{site}/");
        visit.MustHaveGoneWell();
    }

    private async Task OpenAccount(string site)
    {
        await using var visit = await city.Visit();
        await Demo(visit, site, "sysadmin", "/staff");
        await visit.Page.Locator("#login").FillAsync("city.person");
        await visit.Page.Locator("#name").FillAsync("演示审核岗");
        await visit.Page.Locator("form:has(#login) button").ClickAsync();
        await Expect(visit.Page.Locator("form:has(#login) [role=status] strong")).ToBeVisibleAsync();
    }

    private async Task LinkAndGrant(string site)
    {
        await using var visit = await city.Visit();
        var page = visit.Page;
        await Demo(visit, site, "secadmin", "/staff?q=city.person");
        await page.Locator("main table a").ClickAsync();
        await page.Locator("#subject").FillAsync("0f8fad5b-d9cb-469f");
        await visit.MustBeFine("city-link");
        await page.GetByRole(AriaRole.Button, new() { Name = "关联", Exact = true }).ClickAsync();
        await Expect(page.Locator("section:has(#city-login) [role=status]")).ToContainTextAsync("已关联");
        await visit.MustBeFine("city-linked");
        await page.Locator("input[name=roles][value=Reviewer]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存角色" }).ClickAsync();
        await Expect(page.Locator("main > div > [role=status]")).ToContainTextAsync("角色已保存");
        visit.MustHaveGoneWell();
    }

    private static async Task Demo(Visit visit, string site, string login, string path)
    {
        await visit.Page.GotoAsync($"{site}/signin?returnUrl={Uri.EscapeDataString(path)}");
        await visit.Page.Locator($"form[action='/signin/demo'] button[name=login][value='{login}']").First.ClickAsync();
        await visit.Page.WaitForURLAsync(address => !address.Contains("/signin", StringComparison.Ordinal));
    }
}
