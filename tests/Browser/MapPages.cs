using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The public map is never needed: the list beside it says the same.</summary>
public sealed class MapPages(City city)
{
    [Fact]
    public async Task A_browser_that_cannot_draw_says_so_and_the_list_works_by_the_keyboard()
    {
        await using var visit = await city.Visit();
        await visit.Page.AddInitScriptAsync("HTMLCanvasElement.prototype.getContext = () => null;");
        await visit.Go("/map?state=open");
        await Expect(visit.Page.Locator("[data-map-said]")).ToContainTextAsync("画不了地图，请用旁边的列表");
        await visit.Page.Locator(".map-list table a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(address => address.Contains("area=", StringComparison.Ordinal));
        Assert.Contains("state=open", visit.Page.Url, StringComparison.Ordinal);
        await visit.MustFitTheScreen();
        visit.MustHaveGoneWell();
    }
}
