using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The pages of projects, for the tours of who screens and checks them, who decides, the unit that leads one, and residents.</summary>
internal static class ProjectStops
{
    private const string Kindergartens = "新建改扩建公办幼儿园";

    public static IReadOnlyList<Stop> Supervisor { get; } =
    [
        new("/desk/projects", "projects", v => v.Go("/desk/projects")),
        new("/desk/projects/{Id:guid}", "project", v => Open(v, Kindergartens)),
        new("/desk/projects/{Id:guid}", "project-panels", OpenPanels),
        new("/desk/projects/{Id:guid}", "project-gone", v => v.Go("/desk/projects/00000000-0000-0000-0000-000000000000", 404)),
        new("/desk/projects/checks", "project-checks", v => v.Go("/desk/projects/checks")),
        new("/desk/projects/vote", "project-vote", v => v.Go("/desk/projects/vote")),
        new("/desk/projects/proposals", "proposals", v => v.Go("/desk/projects/proposals")),
        new("/desk/projects/proposals/{Id:guid}", "proposal", v => Follow(v, "直饮水")),
        new("/desk/projects/proposals/{Id:guid}", "proposal-refused", v => Refused(v, "保存")),
        new("/desk/projects/propose", "propose", v => v.Go("/desk/projects/propose")),
        new("/desk/projects/propose", "propose-refused", v => Refused(v, "提出")),
    ];

    public static IReadOnlyList<Stop> Leader { get; } =
    [
        new("/desk/projects", "projects-given", v => v.Go("/desk/projects?programme=child-friendly&year=2026")),
        new("/desk/projects/proposals/{Id:guid}", "proposal-decide", v => Follow(v, "社区食堂")),
        new("/desk/projects/proposals/{Id:guid}", "proposal-decide-refused", v => Refused(v, "确定立项")),
    ];

    public static IReadOnlyList<Stop> Lead { get; } =
    [
        new("/desk/projects/{Id:guid}", "project-own", v => Open(v, "供暖管网改造")),
        new("/desk/projects/{Id:guid}", "project-own-panels", OpenPanels),
        new("/desk/projects/{Id:guid}/plan", "project-plan-closed", v => v.Go($"{new Uri(v.Page.Url).AbsolutePath}/plan")),
        new("/desk/projects/{Id:guid}", "project-decided", v => Open(v, "加装电梯")),
        new("/desk/projects/{Id:guid}/plan", "project-plan", OpenPlan),
        new("/desk/projects/{Id:guid}/plan", "project-plan-refused", v => Refused(v, "报送计划")),
    ];

    public static IReadOnlyList<Stop> Resident { get; } =
    [
        new("/projects", "public-projects", v => v.Go("/projects")),
        new("/projects/{Id:guid}", "public-project", v => v.Page.Locator(".public-list a").First.ClickAsync()),
        new("/projects/{Id:guid}", "public-project-gone", v => v.Go("/projects/00000000-0000-0000-0000-000000000000", 404)),
        new("/projects/ideas", "ideas", v => v.Go("/projects/ideas")),
        new("/projects/propose", "public-propose", v => v.Go("/projects/propose")),
        new("/projects/votes/{Id:guid}", "public-vote-gone", v => v.Go("/projects/votes/00000000-0000-0000-0000-000000000000", 404)),
    ];

    /// <summary>For who has signed in.</summary>
    public static IReadOnlyList<Stop> Own { get; } =
    [
        new("/projects/propose", "own-propose", v => v.Go("/projects/propose")),
        new("/projects/propose", "own-propose-refused", v => Refused(v, "提交建议")),
        new("/projects/{Id:guid}", "own-project", OpenPublic),
        new("/projects/{Id:guid}", "own-project-refused", v => Refused(v, "提交确认")),
    ];

    private static async Task Open(Visit visit, string title)
    {
        await visit.Go("/desk/projects");
        await visit.Page.Locator("main table th a").Filter(new() { HasText = title }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync(title);
    }

    private static Task OpenPanels(Visit visit) =>
        visit.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(panel => panel.open = true)");

    private static async Task OpenPublic(Visit visit)
    {
        await visit.Go("/projects");
        await visit.Page.Locator(".public-list a").Filter(new() { HasText = Kindergartens }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync(Kindergartens);
    }

    private static async Task Follow(Visit visit, string title)
    {
        await visit.Go("/desk/projects/proposals");
        await visit.Page.Locator("main table th a").Filter(new() { HasText = title }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync(title);
    }

    private static async Task OpenPlan(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "编制计划" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("编制计划");
    }

    /// <summary>Sends a form with something missing.</summary>
    private static async Task Refused(Visit visit, string name)
    {
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
        await visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("main .error-summary").Or(visit.Page.Locator("main .error")).First).ToBeVisibleAsync();
    }
}
