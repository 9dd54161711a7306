using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The pages of themes, for the tours of who chooses them, of the unit that leads one, and of residents.</summary>
internal static class ThemeStops
{
    public static IReadOnlyList<Stop> Supervisor { get; } =
    [
        new("/desk/themes/candidates", "theme-candidates", v => v.Go("/desk/themes/candidates")),
        new("/desk/themes/new", "theme-new", v => v.Go("/desk/themes/new?category=030101")),
        new(
            "/desk/themes/new",
            "theme-refused",
            v => v.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "提名" }).ClickAsync()
        ),
        new("/desk/proactive", "proactive", v => v.Go("/desk/proactive")),
        new("/desk/proactive/new", "proactive-new", v => v.Go("/desk/proactive/new?category=030101&county=130606")),
        new("/desk/proactive/{Id:guid}", "proactive-one", OpenTask),
        new("/desk/themes", "themes", v => v.Go("/desk/themes")),
        new("/desk/themes/{Id:guid}", "theme-running", v => Open(v, "供暖不热")),
        new("/desk/themes/{Id:guid}", "theme-shortlisted", v => Open(v, "路灯坏了")),
        new("/desk/themes/{Id:guid}", "theme-gone", v => v.Go("/desk/themes/00000000-0000-0000-0000-000000000000", 404)),
    ];

    public static IReadOnlyList<Stop> Lead { get; } =
    [
        new("/desk/themes", "themes-own", v => v.Go("/desk/themes")),
        new("/desk/themes/{Id:guid}", "theme-own", v => Open(v, "供暖不热")),
        new("/desk/themes/{Id:guid}/plan", "theme-plan-closed", v => v.Go($"{new Uri(v.Page.Url).AbsolutePath}/plan")),
        new("/desk/themes/{Id:guid}/plan", "theme-plan", OpenPlan),
        new(
            "/desk/themes/{Id:guid}/plan",
            "theme-plan-refused",
            v => v.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "报送方案" }).ClickAsync()
        ),
    ];

    public static IReadOnlyList<Stop> Resident { get; } =
    [
        new("/themes", "public-themes", v => v.Go("/themes")),
        new("/themes/{Id:guid}", "public-theme-asked", v => v.Page.Locator(".public-list a").First.ClickAsync()),
        new("/themes/{Id:guid}", "public-theme-running", OpenRunning),
        new("/themes/{Id:guid}", "public-theme-gone", v => v.Go("/themes/00000000-0000-0000-0000-000000000000", 404)),
    ];

    private static async Task Open(Visit visit, string title)
    {
        await visit.Go("/desk/themes");
        await visit.Page.Locator("main table th a").Filter(new() { HasText = title }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync(title);
    }

    private static async Task OpenTask(Visit visit)
    {
        await visit.Page.Locator("#unit").SelectOptionAsync("D-housing");
        await visit.Page.Locator("#what").FillAsync("供暖前逐栋检查末端管网和楼内立管，不达标的先修。");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "开任务" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("待办");
    }

    private static async Task OpenPlan(Visit visit)
    {
        await Open(visit, "物业收费");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "编制方案" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("编制方案");
    }

    private static async Task OpenRunning(Visit visit)
    {
        await visit.Go("/themes");
        await visit.Page.Locator(".public-list a").Filter(new() { HasText = "供暖不热" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("供暖不热");
    }
}
