using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The pages of scores, for the tours of those who watch them and those who are scored.</summary>
internal static class ScoreStops
{
    public static IReadOnlyList<Stop> Supervisor { get; } =
    [
        new("/desk/scores", "scores", v => v.Go("/desk/scores?kind=CityDepartment")),
        new("/desk/scores/{Unit}", "scores-unit", OpenUnit),
        new("/desk/scores/classes", "scores-classes", v => v.Go("/desk/scores/classes?kind=CountyDepartment")),
        new("/desk/scores/measures", "scores-measures", v => v.Go("/desk/scores/measures?kind=CityDepartment")),
        new("/desk/scores/bulletin", "scores-bulletin", v => v.Go("/desk/scores/bulletin")),
        new("/desk/scores/daily", "scores-daily", v => v.Go("/desk/scores/daily")),
        new("/desk/subscriptions", "subscriptions", v => v.Go("/desk/subscriptions")),
        new("/desk/scores/months", "scores-months", v => v.Go("/desk/scores/months")),
        new("/desk/scores/tags", "scores-tags", Tags),
        new("/desk/exclusions", "exclusions", v => v.Go("/desk/exclusions")),
    ];

    /// <summary>One that can be asked for and one that was stand in <see cref="Objection"/>.</summary>
    public static IReadOnlyList<Stop> Unit { get; } =
    [
        new("/desk/exclusions", "exclusions-unit", v => v.Go("/desk/exclusions")),
        new("/desk/scores/{Unit}", "scores-own", OpenOwn),
        new("/desk/exclusions/new", "exclusion-none", v => v.Go("/desk/exclusions/new?request=1&month=2026-11", 404)),
        new("/desk/exclusions/{Id:guid}", "exclusion-gone", v => v.Go("/desk/exclusions/00000000-0000-0000-0000-000000000000", 404)),
    ];

    private static async Task OpenOwn(Visit visit)
    {
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "本单位的得分明细" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("得分明细");
    }

    private static async Task OpenUnit(Visit visit)
    {
        await visit.Page.Locator("main table th a").First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("得分明细");
    }

    private static async Task Tags(Visit visit)
    {
        await visit.Go("/desk/scores/tags");
        await visit.Page.Locator("details summary").First.ClickAsync();
    }
}
