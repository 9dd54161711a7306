using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>One matter from the resident's phone through every desk and back to the resident: the story that must always work.</summary>
public sealed class FirstJourney(City city)
{
    private const string Unit = "莲池区城市管理综合行政执法局";

    private static readonly Matter Lamps = new()
    {
        Text = "双彩街东门外三根灯杆都不亮了，晚上老人出门看不清路，已经一个星期，希望尽快修好。",
        Name = "演示灯下人",
    };

    [Fact]
    public async Task A_dark_street_is_told_of_mended_confirmed_and_seen_by_the_person_who_told()
    {
        var ticket = await ResidentSubmits();
        await AgentDispatches(ticket);
        await UnitSignsContactsAndReplies(ticket);
        await ReviewerAccepts(ticket);
        await CallbackAsksThreeQuestions(ticket);
        await ResidentSeesEveryStep(ticket);
        await PublicSeesTheMatterAndNotThePerson();
        await AuditorSeesTheOpening(ticket);
        await PrintedTicketHoldsNoIdentity(ticket);
        await Objection.Walk(city, ticket, "lianchi.urban1");
    }

    private async Task<Ticket> ResidentSubmits()
    {
        await using var visit = await city.Visit(Screen.Handset);
        var resident = new Resident(visit);
        await visit.Go("/submit");
        await visit.MustBeFine("journey-describe");
        await visit.Picture("submit");
        await resident.Describe(Lamps);
        await resident.FindPlace(Lamps);
        await resident.LeaveContact(Lamps);
        await resident.Heading("请核对，然后提交");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("双彩街社区居民委员会");
        await Expect(visit.Page.Locator("main")).Not.ToContainTextAsync(Matter.Phone);
        await visit.MustBeFine("journey-check");

        var ticket = await resident.Send();
        Assert.Matches("^[0-9]{12,}$", ticket.Number);
        Assert.Matches("^[0-9A-Z]{6}$", ticket.Code);
        await Expect(visit.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "查进度的二维码" })).ToBeVisibleAsync();
        await visit.MustBeFine("journey-receipt");
        await visit.Picture("receipt");
        return ticket;
    }

    private async Task AgentDispatches(Ticket ticket)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent");
        var desk = new Desk(visit);
        await desk.Open("/desk/intake");
        await desk.Find(ticket.Number);
        await Expect(desk.Matter).ToContainTextAsync("三根灯杆都不亮了");

        await desk.Press("d", "派单");
        await desk.Seek("category", "路灯不亮");
        await desk.GiveTo(Unit);
        await visit.Shot("journey-dispatch");
        await desk.Send($"已派给{Unit}");
        await desk.Stands("待签收");
        visit.MustHaveGoneWell();
    }

    private async Task UnitSignsContactsAndReplies(Ticket ticket)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("lianchi.urban1");
        var desk = new Desk(visit);
        await desk.Open($"/desk/unit/{ticket.Number}");
        await Expect(desk.Matter).Not.ToContainTextAsync("139 0000 1234");
        await visit.Page.Keyboard.PressAsync("s");
        await desk.Told("已签收");

        await visit.Page.Keyboard.PressAsync("l");
        await Expect(desk.Matter).ToContainTextAsync("139 0000 1234");
        await Expect(desk.Matter).ToContainTextAsync("本次查看已留痕");
        await desk.Press("c", "记录联系诉求人");
        await desk.Type("result", "电话联系，约定今晚到现场查看灯杆。");
        await desk.Send("已记录联系");

        await desk.Press("r", "答复");
        await desk.Type("reply", "七月二日更换双彩街东门外三盏损坏的灯头，并检查了整条线路，当晚已全部亮灯，请您放心出行。");
        await desk.TabTo("input[name=told]");
        await visit.Page.Keyboard.PressAsync("Space");
        await desk.Send("已提交审核");
        await desk.Stands("待审核");
        visit.MustHaveGoneWell();
    }

    private async Task ReviewerAccepts(Ticket ticket)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("reviewer");
        var desk = new Desk(visit);
        await desk.Open($"/desk/review/{ticket.Number}");
        await desk.Press("v", "审核答复");
        await desk.Pick("1");
        await desk.Send("审核通过");
        visit.MustHaveGoneWell();
    }

    private async Task CallbackAsksThreeQuestions(Ticket ticket)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("callback");
        var desk = new Desk(visit);
        await desk.Open($"/desk/callback/{ticket.Number}");
        await desk.Press("t", "回访");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Panel).ToContainTextAsync("三个问题都要分别问到");
        foreach (var answer in new[] { "contacted", "solved", "satisfied" })
            await desk.Panel.Locator($"label:has(input[name={answer}])").First.ClickAsync();
        await desk.Send("已办结：");
        await desk.Stands("已办结");
        visit.MustHaveGoneWell();
    }

    private async Task ResidentSeesEveryStep(Ticket ticket)
    {
        await using var visit = await city.Visit(Screen.Handset);
        var resident = new Resident(visit);
        await resident.Track(ticket);
        // Two facts, side by side.
        await Expect(visit.Page.Locator("main .kv .tag")).ToHaveTextAsync(["已办结", "已解决"]);
        await Expect(visit.Page.Locator("dt:text-is('是否解决') + dd")).ToHaveTextAsync("您说：已解决");
        await Expect(visit.Page.Locator("dt:text-is('是否满意') + dd")).ToContainTextAsync("满意");
        string[] told = ["您提交了诉求", $"派给{Unit}", $"{Unit}签收", $"{Unit}联系您", $"{Unit}答复", "热线回访了您"];
        var steps = await resident.Steps();
        Assert.Equal(told, steps.Select(step => step.Split('\n')[0].Trim()).Where(told.Contains));
        Assert.Contains(steps, step => step.Contains("三盏损坏的灯头", StringComparison.Ordinal));
        await visit.MustBeFine("journey-track");
        await visit.Picture("track");
    }

    private async Task PublicSeesTheMatterAndNotThePerson()
    {
        await using var visit = await city.Visit(Screen.Handset);
        await visit.Go("/public?county=130606&category=01&state=ended");
        var newest = visit.Page.Locator(".public-list > li").First;
        await Expect(newest).ToContainTextAsync("路灯不亮");
        await Expect(newest).ToContainTextAsync("和平里街道");
        await Expect(newest).ToContainTextAsync("已办结");
        // What the person answered is theirs until somebody approves a text for the public.
        await Expect(newest).Not.ToContainTextAsync("解决");
        var all = await visit.Page.ContentAsync();
        foreach (var secret in new[] { "灯杆", "演示灯下人", Matter.Phone, "0000 1234", "双彩街" })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        visit.MustHaveGoneWell();
    }

    private async Task AuditorSeesTheOpening(Ticket ticket)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("auditor");
        await visit.Go($"/audit/openings?matter={ticket.Number}");
        // Each message that the city sends opens the number it goes to; a person opened it once.
        var lines = visit.Page.Locator("tbody tr");
        var line = lines.Filter(new() { HasNotText = "发送通知" });
        await Expect(line).ToHaveCountAsync(1);
        await Expect(line).ToContainTextAsync("莲池区城管承办岗甲（演示）");
        await Expect(lines).ToHaveCountAsync(3);
        await Expect(line).ToContainTextAsync(ticket.Number);
        visit.MustHaveGoneWell();
    }

    private async Task PrintedTicketHoldsNoIdentity(Ticket ticket)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("supervisor");
        await visit.Go($"/desk/print/{ticket.Number}");
        var sheet = visit.Page.Locator(".sheet");
        foreach (var shown in new[] { "演示数据", ticket.Number, "三根灯杆都不亮了", Unit, "已解决", "审核通过" })
            await Expect(sheet).ToContainTextAsync(shown);
        foreach (var secret in new[] { "演示灯下人", Matter.Phone, "0000 1234" })
            await Expect(sheet).Not.ToContainTextAsync(secret);
        await visit.MustBeFine("journey-print");
        await visit.Picture("print");
    }
}
