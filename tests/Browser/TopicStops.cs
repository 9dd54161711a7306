using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The board of hot topics and one of them, for the tour of whoever watches them.</summary>
internal static class TopicStops
{
    public static IReadOnlyList<Stop> All { get; } = [new("/desk/topics", "topics", Board), new("/desk/topics/{number}", "topic", Topic)];

    private static async Task Board(Visit visit)
    {
        await visit.Go("/desk/topics");
        await Expect(visit.Page.Locator("[data-map][data-map-state=drawn]")).ToBeVisibleAsync();
    }

    private static async Task Topic(Visit visit)
    {
        await visit.Page.Locator("main table.topics a").First.ClickAsync();
        await Expect(visit.Page.Locator("main dl.kv")).ToBeVisibleAsync();
        // Where the map stood belongs to the board's address alone.
        Assert.DoesNotContain("at=", visit.Page.Url, StringComparison.Ordinal);
    }
}
