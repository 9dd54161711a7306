using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>Every page of staff with data, by a role that may see it, in every look, with every action's panel open.</summary>
public sealed class StaffTour(City city)
{
    internal static IReadOnlyDictionary<string, IReadOnlyList<Stop>> Tours { get; } =
        new Dictionary<string, IReadOnlyList<Stop>>
        {
            ["agent"] =
            [
                new("/desk/new", "desk-new", TakeCall),
                .. Desk("intake"),
                .. InboxStops.Agent,
                new("/desk/seats", "seats-agent", v => v.Go("/desk/seats")),
                new("/desk/knowledge/{Id:guid?}", "knowledge-desk", v => OpenItem(v, "?q=暖气")),
                new("/desk/knowledge/{Id:guid?}", "knowledge-expired", v => OpenItem(v, "?show=Expired")),
            ],
            ["education1"] =
            [
                new("/desk/knowledge/{Id:guid?}", "knowledge-owner", v => OpenItem(v, "?show=Mine")),
                new("/desk/knowledge/{Id:guid?}", "knowledge-owner-panels", v => OpenPanels(v, "knowledge-owner")),
                new("/desk/knowledge/edit/{Id:guid?}", "knowledge-edit", EditItem),
                new("/desk/knowledge/import", "knowledge-import", ImportItems),
                new("/desk/knowledge/missed", "knowledge-missed", v => v.Go("/desk/knowledge/missed")),
            ],
            ["dispatcher"] =
            [
                .. Desk("returns"),
                new("/desk/rises", "rises", v => v.Go("/desk/rises")),
                new("/desk/rises/{Category}/{Area}", "rise", v => Follow(v, "main table th a")),
                new("/desk/rises/{Category}/{Area}", "rise-week", v => v.Page.Locator(".chart p a, main section p a").First.ClickAsync()),
                new("/desk/rises", "rises-short", v => v.Go("/desk/rises?method=Farrington")),
            ],
            ["lianchi.urban1"] =
            [
                .. Desk("mine"),
                .. Desk("unit", "?state=Dispatched"),
                .. Desk("unit", "?state=Signed"),
                .. Desk("unit", "?state=InProgress"),
                new("/board", "board-unit", v => v.Go("/board")),
                new("/desk/templates", "desk-templates", WriteText),
                new("/desk/absences", "desk-absences", v => v.Go("/desk/absences")),
                .. ScoreStops.Unit,
                new("/field", "field", v => v.Go("/field")),
                new("/field/{number}", "field-matter", v => Follow(v, ".matters a")),
            ],
            ["lianchi1"] =
            [
                new("/desk/tree", "desk-tree", v => v.Go("/desk/tree")),
                new("/desk/tree", "desk-tree-below", v => Follow(v, "main tbody th a")),
                new("/board/rows", "desk-tree-rows", v => Follow(v, "main tbody td a")),
            ],
            ["housing1"] = [.. ThemeStops.Lead, .. ProjectStops.Lead],
            ["reviewer"] = Desk("review"),
            ["callback"] =
            [
                .. Desk("callback"),
                new("/desk/{name}/{number?}", "desk-text-only", v => ReachBy(v, "记为只用文字联系", "改回可以打电话")),
                new("/desk/{name}/{number?}", "desk-text-only-off", v => ReachBy(v, "改回可以打电话", "记为只用文字联系")),
                .. Desk("overdue"),
            ],
            ["supervisor"] =
            [
                new("/desk/wall", "wall", Wall),
                new("/desk/calls", "calls", v => v.Go("/desk/calls?of=late")),
                .. Desk("late"),
                .. Desk("contests"),
                .. Desk("supervision"),
                .. Desk("rights"),
                .. Desk("applications"),
                .. Desk("decisions"),
                .. Desk("all", "?state=Closed"),
                new("/desk/print/{number}", "desk-print", Print),
                .. ScoreStops.Supervisor,
                .. TopicStops.All,
                .. ThemeStops.Supervisor,
                .. ProjectStops.Supervisor,
                .. OpenCityStops.Supervisor,
                new("/board", "board", v => v.Go("/board")),
                new("/board/rows", "board-rows", v => Follow(v, "a.figure")),
                .. ReportStops.Written,
                new("/desk/matters", "desk-matters", v => v.Go("/desk/matters")),
                new("/desk/matter/{Number}", "desk-matter", v => Follow(v, "main table a")),
            ],
            ["leader"] = [.. Desk("supervision"), new("/board", "board-leader", v => v.Go("/board")), .. ProjectStops.Leader],
            ["sysadmin"] =
            [
                new("/staff", "staff", v => v.Go("/staff")),
                new("/staff/{Id:guid}", "staff-one-system", v => Follow(v, "main table a")),
                new("/staff/import", "staff-import", v => v.Go("/staff/import")),
                new("/staff/import/{Id:guid}", "staff-import-one", ImportStaff),
                new("/staff/import/{Id:guid}", "staff-import-loaded", v => LoadStaff(v)),
                new("/events", "events", v => v.Go("/events")),
                new("/me", "me", v => v.Go("/me")),
                new("/signin/enrol", "signin-enrol", v => v.Go("/signin/enrol")),
                new("/admin/units", "admin-units", v => v.Go("/admin/units")),
                new("/admin/units/{Code}", "admin-unit", v => Follow(v, "main table a")),
                new("/admin/categories", "admin-categories", v => v.Go("/admin/categories?under=0101")),
                new("/admin/categories/{Code}", "admin-category", v => Follow(v, "main table a")),
                new("/admin/deadlines", "admin-category-deadlines", v => Follow(v, "main a[href^='/admin/deadlines?']")),
                new("/admin/deadlines", "admin-deadlines", v => v.Go("/admin/deadlines")),
                new("/admin/deadlines/rule", "admin-deadline", v => Follow(v, "#special td:nth-child(3) a")),
                new("/admin/deadlines/rule", "admin-deadline-preview", PreviewDeadline),
                new("/admin/deadlines/profile", "admin-profile", v => v.Go("/admin/deadlines/profile?name=beijing-reference")),
                new("/admin/rosters", "admin-rosters-none", v => v.Go("/admin/rosters?show=None")),
                new("/admin/rosters", "admin-rosters", v => v.Go("/admin/rosters")),
                new("/admin/rosters/entry", "admin-roster", v => Follow(v, "main table a[href*=key]")),
                new("/admin/duties", "admin-duties", v => v.Go("/admin/duties")),
                new("/admin/duties/rule", "admin-duty", v => Follow(v, "main table a")),
                new("/admin/duties/preview", "admin-preview", v => v.Go("/admin/duties/preview")),
                new("/admin/models", "admin-models", v => v.Go("/admin/models")),
                new("/admin/models/{Id:guid}", "admin-model", v => Follow(v, "main table a")),
                .. MessageStops.System,
                new("/admin/data", "admin-data", v => v.Go("/admin/data")),
                new("/admin/versions", "admin-versions", v => v.Go("/admin/versions")),
                new("/admin/versions/{Version:int}", "admin-version", v => Follow(v, "main table a")),
                new("/admin/changes/{Id:guid}", "admin-change", v => PlanChange(v)),
            ],
            ["secadmin"] =
            [
                new("/admin/exchanges", "exchanges", v => v.Go("/admin/exchanges")),
                new("/staff", "staff-security", v => v.Go("/staff")),
                new("/staff/{Id:guid}", "staff-one-security", v => Follow(v, "main table a")),
                new("/staff/asked", "staff-asked", v => v.Go("/staff/asked")),
                new("/admin/keys", "api-keys", AddKey),
                new("/admin/keys/{Id:guid}", "api-key", v => Follow(v, "main table a")),
                .. MessageStops.Security,
                .. InboxStops.Security,
                new("/admin/sealing", "sealing-keys", v => v.Go("/admin/sealing")),
            ],
            ["auditor"] =
            [
                new("/audit/openings", "openings", v => v.Go("/audit/openings")),
                new("/audit/openings", "openings-verified", v => v.Page.Locator("button[name=verify]").ClickAsync()),
                new("/audit/accounts", "account-changes", v => v.Go("/audit/accounts")),
                new("/audit/retention", "audit-retention", v => v.Go("/audit/retention")),
            ],
        };

    public static TheoryData<string> Logins => [.. Tours.Keys];

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Every_page_of_this_role_can_be_used_by_everybody(string login)
    {
        await using var visit = await city.Visit();
        await visit.SignIn(login);
        await Stop.Walk(visit, Tours[login]);
    }

    /// <summary>How the person is reached, changed on the matter that is open; the other way stands there afterwards.</summary>
    private static async Task ReachBy(Visit visit, string press, string then)
    {
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = press }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = then })).ToBeVisibleAsync();
    }

    private static async Task WriteText(Visit visit)
    {
        await visit.Go("/desk/templates");
        await visit.Page.FillAsync("#title", "已到现场");
        await visit.Page.FillAsync("#text", "{单位}已到{地点}查看，{期限}前给您答复。");
        await visit.Page.ClickAsync("#write button[type=submit]");
        await Expect(visit.Page.Locator("main table")).ToContainTextAsync("已到现场");
    }

    /// <summary>The desk's list with its first matter, and each action's panel there.</summary>
    private static Stop[] Desk(string queue, string filter = "")
    {
        var name = $"desk-{queue}{filter.Replace("?state=", "-", StringComparison.Ordinal)}";
        return
        [
            new("/desk/{name}/{number?}", name, v => OpenFirst(v, $"/desk/{queue}{filter}")),
            new("/desk/{name}/{number?}", $"{name}-panels", v => OpenPanels(v, name)),
        ];
    }

    private static async Task OpenFirst(Visit visit, string desk)
    {
        await new Desk(visit).Open(desk);
        await visit.Page.Keyboard.PressAsync("j");
        await Expect(visit.Page.Locator(".desk-detail .matter-head")).ToBeVisibleAsync();
    }

    /// <summary>Opens one panel after the other and leaves the last open, which the walk then looks at in every look.</summary>
    private static async Task OpenPanels(Visit visit, string name)
    {
        var buttons = await visit.Page.Locator(".desk-actions button[aria-expanded]").AllAsync();
        foreach (var button in buttons)
        {
            var key = await button.GetAttributeAsync("data-key") ?? "";
            await visit.Page.Keyboard.PressAsync(key);
            await Expect(visit.Page.Locator("[data-panel]")).ToBeVisibleAsync();
            if (button == buttons[^1])
                return;
            await visit.Shot($"{name}-{key}");
            // The rest of the page was looked at with the panel closed.
            await visit.MustBeAccessible("[data-panel]");
            await visit.MustFitTheScreen();
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(visit.Page.Locator("[data-panel]")).ToHaveCountAsync(0);
        }
    }

    private static async Task OpenItem(Visit visit, string filter)
    {
        await new Desk(visit).Open($"/desk/knowledge{filter}");
        await visit.Page.Keyboard.PressAsync("j");
        await Expect(visit.Page.Locator(".desk-detail .matter-head")).ToBeVisibleAsync();
    }

    /// <summary>A form that was refused, with its preview beneath.</summary>
    private static async Task EditItem(Visit visit)
    {
        await new Desk(visit).Open("/desk/knowledge/edit");
        await visit.Page.Locator("#title").FillAsync("短");
        await visit.Page.Locator("#title").BlurAsync();
        await visit.Page.Keyboard.PressAsync("p");
        await Expect(visit.Page.Locator("#preview")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.Locator("button[data-submit-key]").ClickAsync();
        await Expect(visit.Page.Locator(".error-summary")).ToBeVisibleAsync();
    }

    /// <summary>A table with a good row and a bad one, looked at and not loaded.</summary>
    private static async Task ImportItems(Visit visit)
    {
        await visit.Go("/desk/knowledge/import");
        await new Desk(visit).Live();
        await visit
            .Page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "knowledge.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(
                        "标题,答案,面向对象\n校车怎么申请（演示）,向学校申请，按座位安排。,\n短,短,外星人\n"
                    ),
                }
            );
        await Expect(visit.Page.Locator("#problems")).ToBeVisibleAsync();
    }

    private static async Task Wall(Visit visit)
    {
        await visit.Go("/desk/wall");
        await Expect(visit.Page.Locator(".wall[data-live] .figure")).ToHaveCountAsync(12);
    }

    private static async Task TakeCall(Visit visit)
    {
        var desk = new Desk(visit);
        await desk.Open("/desk/new");
        await desk.Type("text", "和平里街道双彩街社区楼下的路灯不亮，已经三天。");
        await desk.Seek("category", "路灯不亮");
        await desk.Seek("area", "双彩街");
        await Expect(visit.Page.Locator(".call-hints .proposals label").First).ToBeVisibleAsync();
    }

    /// <summary>Goes where the first such link leads. The address changes before the page does, so the new heading is waited for.</summary>
    internal static async Task Follow(Visit visit, string link)
    {
        // The page before may itself still be on its way: its heading counts once the link is there.
        await Expect(visit.Page.Locator(link).First).ToBeVisibleAsync();
        var before = await visit.Page.Locator("h1").InnerTextAsync();
        await visit.Page.Locator(link).First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).Not.ToHaveTextAsync(before);
    }

    private static async Task PreviewDeadline(Visit visit)
    {
        await visit.Page.Locator("#amount").FillAsync("9");
        await visit.Page.Locator("button[value=preview]").ClickAsync();
        await Expect(visit.Page.Locator("#preview table")).ToBeVisibleAsync();
    }

    /// <summary>Dates a change of a unit for a later day and opens it.</summary>
    private static async Task PlanChange(Visit visit)
    {
        await visit.Go("/admin/units");
        await Follow(visit, "main table a");
        await visit.Page.Locator("#phone").FillAsync("12345678");
        await visit.Page.Locator("main form #reason").First.FillAsync("演示数据：换号");
        await visit.Page.Locator("#on").FillAsync("2099-01-01");
        await visit.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await Follow(visit, ".notice.done a");
        await Follow(visit, "a[href^='/admin/changes/']");
    }

    /// <summary>A table with good rows and bad ones, checked and not yet decided on.</summary>
    private static async Task ImportStaff(Visit visit)
    {
        var table =
            "login,name,unit,area,roles\ntour.a,承办岗甲（演示）,,,UnitHandler\ntour.b,话务岗乙（演示）,,,话务员;派单员\nx,,没有的单位,,市长\n";
        await visit
            .Page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "staff.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(table),
                }
            );
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(visit.Page.Locator("#problems")).ToBeVisibleAsync();
    }

    private static async Task LoadStaff(Visit visit)
    {
        await visit.Page.Locator("button[name=load]").First.ClickAsync();
        await Expect(visit.Page.Locator("form[action$=passwords]")).ToBeVisibleAsync();
    }

    private static async Task AddKey(Visit visit)
    {
        await visit.Go("/admin/keys");
        await visit.Page.Locator("#name").FillAsync("演示程序");
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(visit.Page.Locator("#secret")).ToBeVisibleAsync();
    }

    private static async Task Print(Visit visit)
    {
        var address = await visit.Page.Locator("a[href^='/desk/print/']").GetAttributeAsync("href") ?? "";
        await visit.Go(address);
    }
}
