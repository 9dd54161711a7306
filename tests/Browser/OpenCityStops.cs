using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>The pages of the open city, for the tours of residents and of who answers for what is published.</summary>
internal static class OpenCityStops
{
    public static IReadOnlyList<Stop> Resident { get; } =
    [
        new("/open", "open-city", v => v.Go("/open")),
        new("/open", "open-city-no-month", v => v.Go("/open?month=2001-01", 404)),
        new("/open/areas/{Code}", "open-area", v => v.Go("/open/areas/130606")),
        new("/open/categories/{Code}", "open-category", v => v.Go("/open/categories/03")),
        new("/open/categories/{Code}", "open-category-gone", v => v.Go("/open/categories/nothing", 404)),
        new("/open/data", "open-data", v => v.Go("/open/data")),
        new("/open/widget", "open-widget", v => v.Go("/open/widget")),
        new("/open/widget", "open-widget-trend", v => v.Go("/open/widget?show=trend")),
    ];

    public static IReadOnlyList<Stop> Supervisor { get; } =
    [
        new("/desk/open", "publications", v => v.Go("/desk/open")),
        new(
            "/desk/open",
            "publications-refused",
            async v =>
            {
                await v.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "重新公开" }).ClickAsync();
                await Microsoft.Playwright.Assertions.Expect(v.Page.Locator(".error-summary")).ToBeVisibleAsync();
            }
        ),
    ];
}
