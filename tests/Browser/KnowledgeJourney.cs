using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>An item from the unit's desk to a resident's telephone, and back where an agent hears that it is wrong.</summary>
public sealed class KnowledgeJourney(City city)
{
    private const string Title = "家里有旧沙发怎么扔";

    [Fact]
    public async Task A_unit_writes_the_hotline_publishes_a_resident_finds_an_agent_reports_and_the_unit_corrects()
    {
        await city.At("urban1", "knowledge/edit", Write);
        await city.At("urban2", "knowledge?show=Mine", async desk => await Do(desk, "a", "复核通过，送热线审核"));
        await city.At("reviewer", "knowledge?show=Mine", async desk => await Do(desk, "p", "审核通过并发布"));

        await Found("约好日子", Screen.Phone, withScript: true);
        await Found("约好日子", Screen.Phone, withScript: false);

        await city.At(
            "agent",
            "knowledge",
            async desk =>
            {
                await desk.Key("/");
                await desk.Page.Keyboard.TypeAsync("大件垃圾");
                await Expect(desk.Page.Locator(".desk-row").First).ToContainTextAsync(Title);
                await desk.Key("Escape");
                await Open(desk);
                await desk.Press("x", "报错");
                await desk.Type("words", "现在是每周六收，不用约。");
                await desk.Send("已报给");
                await desk.Shows("待责任单位答复");
            }
        );
        await city.At("urban1", "knowledge?show=Mine", Correct);
        await city.At("urban2", "knowledge?show=Mine", async desk => await Do(desk, "a", "复核通过，送热线审核"));
        await city.At("reviewer", "knowledge?show=Mine", async desk => await Do(desk, "p", "审核通过并发布"));

        await Found("每周六", Screen.Phone, withScript: true);
        await city.At(
            "agent",
            "knowledge?show=Reported",
            async desk =>
            {
                await Open(desk);
                await desk.Shows("已改正");
                await desk.Page.Locator("details.more summary").ClickAsync();
                await Expect(desk.Page.Locator("details.more ins").First).ToContainTextAsync("每周六");
                await Expect(desk.Page.Locator("details.more del").First).ToContainTextAsync("约好日子");
                await desk.Shot("knowledge-history");
            }
        );
    }

    private static async Task Write(Desk desk)
    {
        await desk.Type("title", Title);
        await desk.Type("variants", "大件垃圾怎么处理");
        await desk.Type("answer", "打物业电话约好日子，放到楼下，环卫来收。");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Page.Locator(".desk-title")).ToHaveTextAsync(Title);
        await desk.Live();
        await desk.Key("s");
        await desk.Told("已办：送单位复核");
    }

    private static async Task Correct(Desk desk)
    {
        await Open(desk);
        await desk.Press("r", "认可纠错");
        await desk.Send("已认可");
        await desk.Key("e");
        await Expect(desk.Page.Locator("#answer")).ToBeVisibleAsync();
        await desk.Live();
        await desk.Page.Locator("#answer").FillAsync("每周六放到楼下，环卫来收。");
        await desk.Page.Locator("#why").FillAsync("改成每周六收");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Page.Locator(".desk-title")).ToHaveTextAsync(Title);
        await desk.Live();
        await desk.Key("s");
        await desk.Told("已办：送单位复核");
    }

    private static async Task Do(Desk desk, string key, string word)
    {
        await Open(desk);
        await desk.Key(key);
        await desk.Told($"已办：{word}");
    }

    private static async Task Open(Desk desk)
    {
        await desk.Page.Locator(".desk-row", new PageLocatorOptions { HasText = Title }).First.ClickAsync();
        await Expect(desk.Page.Locator(".desk-title")).ToHaveTextAsync(Title);
    }

    /// <summary>By the other wording, as one types, or with the button where no script runs.</summary>
    private async Task Found(string answer, Screen screen, bool withScript)
    {
        await using var visit = await city.Visit(screen, withScript);
        await visit.Go("/knowledge");
        await visit.Page.Locator("#q").PressSequentiallyAsync("大件垃圾");
        if (!withScript)
            await new Resident(visit).Press("查");
        var link = visit.Page.Locator(".knowledge-list a").First;
        await Expect(link).ToContainTextAsync(Title);
        await Expect(visit.Page.Locator(".knowledge-list mark").First).ToBeVisibleAsync();
        // The rules are tried by a script.
        if (withScript)
            await visit.MustBeFine("knowledge-journey");
        await link.ClickAsync();
        await Expect(visit.Page.Locator("main")).ToContainTextAsync(answer);
        await visit.MustFitTheScreen();
        visit.MustHaveGoneWell();
    }
}
