using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The public map is never needed: the list beside it says the same.</summary>
public sealed class MapPages(City city)
{
    [Fact]
    public async Task A_click_on_several_places_in_one_mark_goes_closer_until_they_part()
    {
        await using var visit = await city.Visit();
        var zooms = new List<double>();
        visit.Page.Request += (_, request) =>
        {
            var asked = System.Text.RegularExpressions.Regex.Match(request.Url, "/api/map/pins.*[?&]zoom=([0-9.]+)");
            if (asked.Success)
                zooms.Add(double.Parse(asked.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        };
        await visit.Go("/map");
        await Expect(visit.Page.Locator("[data-map][data-map-state=drawn]")).ToBeVisibleAsync();
        var many = visit.Page.Locator(".map-pin[title*='等']").First;
        await Expect(many).ToBeVisibleAsync();
        var (before, asked) = (zooms[^1], zooms.Count);
        await many.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(address => address.Contains("at=", StringComparison.Ordinal));
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('[data-map]').dataset.mapState === 'drawn'");
        Assert.True(zooms.Count > asked && zooms[^1] > before, $"From {before} to {zooms[^1]}.");
        Assert.DoesNotContain("area=", visit.Page.Url, StringComparison.Ordinal);
        visit.MustHaveGoneWell();
    }

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
