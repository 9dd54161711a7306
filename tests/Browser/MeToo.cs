using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A second person meets the same: instead of the same matter once more, they add themselves to it, and the unit sees how many they are.</summary>
public sealed class MeToo(City city)
{
    private static readonly Matter Heap = new()
    {
        Text = "双彩街菜场后门乱堆乱放，纸箱摞到路中间，晚上收摊绊人。",
        Detail = "菜场后门",
        Name = null,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_meets_the_same_joins_it_without_a_second_request_and_the_unit_sees_how_many(bool withScript)
    {
        var ticket = await FirstPersonSubmits();
        var before = await AgentDispatches(ticket);
        Assert.DoesNotContain("人也遇到", before, StringComparison.Ordinal);

        await using var visit = await city.Visit(Screen.Phone, withScript);
        var second = new Resident(visit);
        await visit.Go("/submit");
        await second.Describe(Heap with { Text = "菜场那边又乱堆乱放，孩子放学走不过去。" });
        await second.NamePlace(Heap);
        await second.Heading("是不是同一件事？");
        if (withScript)
            await visit.MustBeFine("similar");
        var first = visit.Page.Locator("main button[name=support]").First;
        if (withScript)
        {
            await first.FocusAsync();
            await visit.Page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await first.ClickAsync();
        }
        await second.Heading("公开的诉求");
        await Expect(visit.Page.Locator("main .public-list")).ToContainTextAsync("1 人也遇到");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("您说过也遇到了这件事。");
        if (withScript)
            await visit.MustBeFine("supported");

        await UnitSees(ticket, "1 人也遇到");
        await second.Press("撤销");
        await Expect(visit.Page.Locator("main .public-list")).Not.ToContainTextAsync("人也遇到");
        await visit.MustFitTheScreen();
        visit.MustHaveGoneWell();
    }

    private async Task<Ticket> FirstPersonSubmits()
    {
        await using var visit = await city.Visit(Screen.Handset);
        return await new Resident(visit).Submit(Heap);
    }

    /// <summary>What the desk says of the matter then.</summary>
    private async Task<string> AgentDispatches(Ticket ticket)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent");
        var desk = new Desk(visit);
        await desk.Open($"/desk/intake/{ticket.Number}");
        await desk.Press("d", "派单");
        await desk.Seek("category", "乱晾晒乱堆放");
        await desk.GiveTo("莲池区城市管理综合行政执法局");
        await desk.Send("已派给");
        return await desk.Matter.InnerTextAsync();
    }

    private async Task UnitSees(Ticket ticket, string words)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("lianchi.urban1");
        var desk = new Desk(visit);
        await desk.Open($"/desk/unit/{ticket.Number}");
        await Expect(desk.Matter).ToContainTextAsync(words);
        visit.MustHaveGoneWell();
    }
}
