using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>The pages of what comes in, for the tours of those who decide about it and who connect it.</summary>
internal static class InboxStops
{
    public static IReadOnlyList<Stop> Agent { get; } =
    [
        new("/desk/inbox", "inbox", v => Open(v, "")),
        new("/desk/inbox/{Id:guid}", "inbox-message", OpenFirst),
        new("/desk/inbox/{Id:guid}", "inbox-decline", Decline),
        new("/desk/inbox/{Id:guid}", "inbox-photos", OpenPhotos),
        new("/desk/new", "inbox-photos-registering", Register),
        new("/desk/new", "desk-letter", v => Paper(v, "Letter", "信里说门口的路灯坏了半年。")),
        new("/desk/new", "desk-visit", v => Paper(v, "WalkIn", "来访人说楼道里堆满了杂物。")),
    ];

    public static IReadOnlyList<Stop> Security { get; } =
    [
        new("/admin/inbox", "inbox-sources-wrong", v => Connect(v, "", "#name-error")),
        new("/admin/inbox", "inbox-sources", v => Connect(v, "演示信箱程序", "#secret")),
    ];

    private static async Task Open(Visit visit, string filter)
    {
        await visit.Go($"/desk/inbox{filter}");
        await new Desk(visit).Live();
    }

    private static async Task OpenFirst(Visit visit)
    {
        await Open(visit, "?kind=Email");
        await visit.Page.Locator(".desk-row").First.ClickAsync();
        await Expect(visit.Page.Locator(".desk-detail .desk-text")).ToBeVisibleAsync();
        await new Desk(visit).Live();
    }

    /// <summary>A message that another program hands in with two photos.</summary>
    private static async Task OpenPhotos(Visit visit)
    {
        using var program = await SignedProgram.Connect(
            visit.City,
            "/admin/inbox",
            "演示部门程序",
            "#kind",
            page => page.Locator("#kind").SelectOptionAsync("LeaderBoard")
        );
        var photo = Convert.ToBase64String(await visit.Page.ScreenshotAsync());
        var wide = Convert.ToBase64String(await visit.Page.Locator(".desk-detail").ScreenshotAsync());
        var at = TimeProvider.System.GetUtcNow();
        await program.Post(
            $$"""{"id":"{{Guid.CreateVersion7(at)}}","at":"{{at:O}}","from":"13900000077","text":"河堤上的护栏倒了一段，照片里看得清楚。（演示数据）","photos":["{{photo}}","{{wide}}"]}"""
        );
        await Open(visit, "?kind=LeaderBoard");
        await visit.Page.Locator(".desk-row:has-text('2 张照片'), .desk-row:has-text('2 photos')").First.ClickAsync();
        await Expect(visit.Page.Locator(".desk-detail .photos img")).ToHaveCountAsync(2);
        await new Desk(visit).Live();
    }

    private static async Task Register(Visit visit)
    {
        await visit.Page.Keyboard.PressAsync("d");
        await visit.Page.WaitForURLAsync("**/desk/new?take=*");
        await visit.UntilLive();
        await Expect(visit.Page.Locator(".call-form .photos img")).ToHaveCountAsync(2);
    }

    private static async Task Decline(Visit visit)
    {
        await visit.Page.Keyboard.PressAsync("x");
        await Expect(visit.Page.Locator("[data-panel] #reason")).ToBeVisibleAsync();
    }

    private static async Task Paper(Visit visit, string way, string text)
    {
        var desk = new Desk(visit);
        await desk.Open($"/desk/new?way={way}");
        await desk.Type("text", text);
        await Expect(visit.Page.Locator("#address")).ToBeVisibleAsync();
    }

    private static async Task Connect(Visit visit, string name, string shown)
    {
        await visit.Go("/admin/inbox");
        await visit.Page.Locator("#name").EvaluateAsync("e => e.removeAttribute('required')");
        await visit.Page.Locator("#name").FillAsync(name);
        await visit.Page.Locator("form:has(#kind) button[type=submit]").ClickAsync();
        await Expect(visit.Page.Locator(shown)).ToBeVisibleAsync();
    }
}
