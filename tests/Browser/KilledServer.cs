using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The server dies under an open desk. Nothing that was written is lost: not in this browser, and not for another computer.</summary>
public sealed class KilledServer(City city)
{
    private const string Said = "来电人说莲池区东关街道的路灯不亮，已经三天了。";

    [Fact]
    public async Task What_an_agent_was_writing_is_there_again_here_and_at_another_computer()
    {
        await using var server = await Server.Start(new Dictionary<string, string> { ["SUIYING_DEMO"] = "0" });
        await using var visit = await city.Visit();
        var page = visit.Page;
        await SignIn(page, server);
        await Expect(page.Locator(".call[data-live]")).ToHaveCountAsync(1);
        await page.Locator("#text").FocusAsync();
        await page.Keyboard.TypeAsync(Said);
        await Desk.UntilProposed(page, "东关街道");
        await page.Keyboard.PressAsync("Alt+A");
        await Expect(page.Locator(".proposals input:checked")).ToHaveCountAsync(1);

        await server.KillAndStart();
        await page.GotoAsync($"{server.Address}desk/new");
        await Expect(page.Locator("#text")).ToHaveValueAsync(Said);
        await Expect(page.Locator(".proposals input:checked")).ToHaveCountAsync(1);

        await using var elsewhere = await city.Visit();
        await SignIn(elsewhere.Page, server);
        await Expect(elsewhere.Page.Locator(".unfinished")).ToContainTextAsync("东关街道的路灯不亮");
        await elsewhere.Page.Keyboard.PressAsync("Alt+Z");
        await Expect(elsewhere.Page.Locator("#text")).ToHaveValueAsync(Said);
        await elsewhere.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(elsewhere.Page.Locator(".call .notice.done")).ToContainTextAsync("已登记并派给");

        // The first computer still has the words; sent from there too, they are the same request.
        await page.Locator("button:has-text('只登记')").ClickAsync();
        var numbers = new[] { page, elsewhere.Page }.Select(p => p.Locator(".call .notice.done .number").InnerTextAsync());
        Assert.Single((await Task.WhenAll(numbers)).Distinct());
    }

    private static async Task SignIn(IPage page, Server server)
    {
        await page.GotoAsync($"{server.Address}signin?returnUrl=/desk/new");
        await page.Locator("form[action='/signin/demo'] button[name=login][value='agent']")
            .Or(page.Locator("form[action='/signin/demo']:has(input[name=login][value='agent']) button"))
            .First.ClickAsync();
        await page.WaitForURLAsync(address => address.EndsWith("/desk/new", StringComparison.Ordinal));
        await Expect(page.Locator(".call[data-live]")).ToHaveCountAsync(1);
    }
}
