using Microsoft.Playwright;
using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>Every page that a resident can see, in every look, also where a form was refused.</summary>
public sealed class ResidentTour(City city)
{
    private const string Phone = "13900007777";

    /// <summary>A PNG of one pixel.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    );

    private static readonly Matter Complaint = new()
    {
        Text = "窗口的人让我跑了三趟，每次说的材料都不一样。",
        Type = "投诉",
        Name = "演示投诉人",
    };

    internal static IReadOnlyList<Stop> Stops { get; } =
    [
        new("/", "home", v => v.Go("/")),
        new("/help", "help", v => v.Go("/help")),
        new("/help", "help-one", v => v.Page.Locator(".help-pictures a").First.ClickAsync()),
        new("/help", "help-refused", v => Refused(v, "马上求助")),
        new("/help/done", "help-done", AskHelp),
        new("/mailbox", "mailbox", v => v.Go("/mailbox")),
        new("/mailbox", "mailbox-refused", v => Refused(v, "寄出")),
        new("/mailbox/done", "mailbox-done", WriteLetter),
        new("/privacy", "privacy", v => v.Go("/privacy")),
        new("/map", "map", v => v.Go("/map")),
        new("/knowledge", "knowledge", v => v.Go("/knowledge")),
        new("/knowledge", "knowledge-none", v => v.Go("/knowledge?q=飞船票")),
        new("/knowledge", "knowledge-found", v => v.Go("/knowledge?q=医保卡丢了怎么办")),
        new("/knowledge/{Id:guid}", "knowledge-one", v => v.Page.Locator(".knowledge-list a").First.ClickAsync()),
        new("/knowledge/{Id:guid}", "knowledge-refused", v => Refused(v, "告诉责任单位")),
        new("/knowledge/{Id:guid}", "knowledge-gone", v => v.Go("/knowledge/00000000-0000-0000-0000-000000000000", 404)),
        new("/submit", "submit", v => v.Go("/submit")),
        new("/submit", "submit-empty", v => Refused(v, "下一步：选地点")),
        new("/submit", "submit-photo", AddPhoto),
        new("/submit/place", "place", v => new Resident(v).Describe(Complaint)),
        new("/submit/place", "place-empty", v => Refused(v, "下一步：联系方式")),
        new("/submit/place", "place-found", FindPlace),
        new("/submit/contact", "contact", v => new Resident(v).FindPlace(Complaint)),
        new("/submit/contact", "contact-empty", v => Refused(v, "下一步")),
        new("/submit/similar", "similar", v => v.Go("/submit/similar")),
        new("/submit/unit", "unit", ComplainOfConduct),
        new("/submit/unit", "unit-found", FindUnit),
        new("/submit/check", "check", v => new Resident(v).Press("不是这里的单位，或说不清")),
        new("/submit/done", "receipt", v => new Resident(v).Press("提交")),
        new("/track", "tracked", v => Follow(v, "现在看进度")),
        new("/track", "tracked-facts-empty", AddNothing),
        new("/track", "tracked-withdraw", v => new Resident(v).Press("不需要办了，撤回")),
        new("/track", "tracked-withdrawn", v => new Resident(v).Press("撤回诉求")),
        new("/submit/again", "submit-again", SubmitAgain),
        new("/submit", "submit-again-form", v => new Resident(v).Press("换掉，用这件事的内容")),
        new("/track", "track", v => v.Go("/track")),
        new("/track", "track-wrong", v => v.Go("/track?number=20260701000019&code=AAAAAA", 403)),
        new("/rate/{Token}", "rate-wrong", v => v.Go("/rate/00000000000000000000", 403)),
        new("/public", "public", v => v.Go("/public")),
        new("/public/{Serial:long}", "public-one", v => Follow(v, v.Page.Locator(".public-list a").First)),
        new("/public/{Serial:long}", "public-none", v => v.Go("/public/999999999", 404)),
        .. ThemeStops.Resident,
        .. ProjectStops.Resident,
        .. OpenCityStops.Resident,
        new("/public", "public-refused", v => v.Go("/public?category=99", 400)),
        new("/my", "my", v => v.Go("/my")),
        new("/my", "my-wrong", v => AskCode(v, "12345")),
        new("/my", "my-code", v => AskCode(v, Phone)),
        new("/my/requests", "mine", EnterCode),
        new("/my/requests/{Number}", "mine-one", v => v.Page.Locator("main .list a").First.ClickAsync()),
        .. ProjectStops.Own,
        new("/my/nearby", "my-nearby", v => v.Go("/my/nearby")),
        new("/my/nearby", "my-nearby-refused", v => Refused(v, "关注")),
        new("/my/nearby", "my-nearby-followed", FollowPlace),
        new("/my/data", "my-data", v => v.Go("/my/data")),
        new("/my/data/correct", "my-data-correct", v => v.Go("/my/data/correct")),
        new("/my/data/erase", "my-data-erase", v => v.Go("/my/data/erase")),
        new("/my/messages", "my-messages", v => v.Go("/my/messages")),
        new("/my/messages", "my-messages-code", v => v.Page.Locator("button[name=unbind]").ClickAsync()),
        new("/my/messages", "my-messages-wrong", WrongAddress),
        new("/messages/confirm", "messages-confirm-wrong", v => v.Go("/messages/confirm?t=none", 403)),
        new("/messages/stop", "messages-stop-wrong", v => v.Go("/messages/stop?t=none", 403)),
        new("/my/rights", "my-rights", v => v.Go("/my/rights")),
        new("/signin", "signin", v => v.Go("/signin")),
        new("/signin/code", "signin-code", v => v.Go("/signin/code")),
        new("/signin/city", "signin-city", v => v.Go("/signin/city", 403)),
        new("/signout/city", "signout-city", v => v.Go("/signout/city")),
        new("/not-found", "not-found", v => v.Go("/nowhere-at-all", 404)),
        new("/error", "error", v => v.Go("/error")),
        new("/error/{Status:int}", "error-429", v => v.Go("/error/429")),
        new("/design", "design", v => v.Go("/design")),
        new("/design/form", "design-form", v => v.Go("/design/form")),
        new("/design/receipt", "design-receipt", v => v.Go("/design/receipt")),
        new("/design/board", "design-board", v => v.Go("/design/board")),
        new("/design/desk", "design-desk", v => v.Go("/design/desk")),
        new("/design/charts", "design-charts", v => v.Go("/design/charts")),
    ];

    [Fact]
    public async Task Every_page_of_residents_can_be_used_by_everybody()
    {
        await using var visit = await city.Visit();
        await Stop.Walk(visit, Stops);
    }

    [Fact]
    public async Task Large_letters_stay_from_page_to_page_until_they_are_switched_off()
    {
        await using var visit = await city.Visit(Screen.Phone);
        await visit.Go("/");
        await visit.Page.Locator(".site-nav .site-size button").ClickAsync();
        await visit.Go("/submit");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-size", "elder");
        await visit.MustBeFine("submit-elder");
        await visit.Page.Locator(".site-nav .site-size button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).Not.ToHaveAttributeAsync("data-size", "elder");
        Assert.EndsWith("/submit", visit.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Sends the form as it is past the browser's own checks, so that the server's words are seen.</summary>
    private static async Task Refused(Visit visit, string button)
    {
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
        await new Resident(visit).Press(button);
        await Assertions.Expect(visit.Page.Locator("main .error-summary").Or(visit.Page.Locator("main .error")).First).ToBeVisibleAsync();
    }

    private static async Task WrongAddress(Visit visit)
    {
        await visit.Page.Locator("#email").FillAsync("nobody@nowhere");
        await Refused(visit, "保存");
    }

    private static async Task AskHelp(Visit visit)
    {
        await visit.Page.Locator("#phone").FillAsync(Phone);
        await new Resident(visit).Press("马上求助");
        await visit.Page.WaitForURLAsync(address => address.EndsWith("/help/done", StringComparison.Ordinal));
    }

    private static async Task WriteLetter(Visit visit)
    {
        await visit.Page.Locator("main label.choice").First.ClickAsync();
        await visit.Page.Locator("#subject").FillAsync("老旧小区加装电梯");
        await visit.Page.Locator("#text").FillAsync("楼里的老人上下楼不方便，盼着加装电梯。（演示数据）");
        await visit.Page.Locator("#phone").FillAsync(Phone);
        await new Resident(visit).Press("寄出");
        await visit.Page.WaitForURLAsync(address => address.Contains("/mailbox/done", StringComparison.Ordinal));
    }

    private static async Task AddPhoto(Visit visit)
    {
        await visit.Go("/submit");
        var photo = new FilePayload
        {
            Name = "photo.png",
            MimeType = "image/png",
            Buffer = Pixel,
        };
        await visit.Page.Locator("#photos").SetInputFilesAsync(photo);
        await Assertions.Expect(visit.Page.Locator("[data-upload-list] img")).ToBeVisibleAsync();
    }

    private static async Task FollowPlace(Visit visit)
    {
        await visit.Go("/my/nearby");
        await FindPlace(visit);
        await visit.Page.Locator("main label.choice").First.ClickAsync();
        await new Resident(visit).Press("关注");
        await Assertions.Expect(visit.Page.Locator("main h2[id^=place-]")).ToBeVisibleAsync();
    }

    private static async Task FindPlace(Visit visit)
    {
        await visit.Page.Locator("#place").FillAsync("街道");
        await new Resident(visit).Press("查找");
        await Assertions.Expect(visit.Page.Locator("main label.choice").First).ToBeVisibleAsync();
    }

    private static async Task ComplainOfConduct(Visit visit)
    {
        await visit.Go("/submit/contact");
        await visit.Page.Locator("main label:has(input[name=conduct])").ClickAsync();
        await visit.Page.Locator("main label:has(input[name=contact][value=Phone])").ClickAsync();
        await visit.Page.Locator("#phone").FillAsync(Phone);
        await new Resident(visit).Press("下一步");
    }

    private static async Task FindUnit(Visit visit)
    {
        await visit.Page.Locator("#unit-words").FillAsync("城市管理");
        await new Resident(visit).Press("查找");
        await Assertions.Expect(visit.Page.Locator("main label.choice").First).ToBeVisibleAsync();
    }

    /// <summary>Beside a form that was begun in another tab, so that the page asks.</summary>
    private static async Task SubmitAgain(Visit visit)
    {
        var tab = await visit.Page.Context.NewPageAsync();
        await tab.GotoAsync("/submit");
        await tab.Locator("#text").FillAsync("另一件还没有写完的事。");
        await tab.Locator("main label.choice").First.ClickAsync();
        await tab.Locator("main button[name=step][value=next]").ClickAsync();
        await tab.WaitForURLAsync(address => address.EndsWith("/submit/place", StringComparison.Ordinal));
        await tab.CloseAsync();
        await new Resident(visit).Press("用这些内容重新提交");
    }

    private static Task Follow(Visit visit, string link) =>
        visit.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = link }).ClickAsync();

    private static async Task Follow(Visit visit, ILocator link)
    {
        await link.ClickAsync();
        await visit.Page.WaitForURLAsync(address => address.Contains("/public/", StringComparison.Ordinal));
    }

    private static async Task AddNothing(Visit visit)
    {
        await visit.Page.Locator("summary:text-is('补充情况')").ClickAsync();
        await Refused(visit, "补充");
    }

    private static Task AskCode(Visit visit, string phone) => new Resident(visit).AskCode(phone);

    private static async Task EnterCode(Visit visit)
    {
        await new Resident(visit).EnterCode();
        await visit.Go("/my/requests");
    }
}
