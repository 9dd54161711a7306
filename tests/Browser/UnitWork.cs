using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A unit's day: a ready text, several signed at once, the first contact with the text put in.</summary>
public sealed class UnitWork(City city)
{
    [Fact]
    public async Task Several_are_signed_at_once_and_the_contact_is_written_with_a_ready_text()
    {
        await using var visit = await city.Visit();
        var page = visit.Page;
        await visit.SignIn("hepingli1", "/desk/templates");
        await page.Locator("label:has(input[value=Contact])").ClickAsync();
        await page.FillAsync("#title", "约好上门");
        await page.FillAsync("#text", "已联系，{单位}约定明天上门。");
        await page.ClickAsync("#write button[type=submit]");
        await Expect(page.Locator("main table")).ToContainTextAsync("约好上门");

        var desk = new Desk(visit);
        await desk.Open("/desk/mine");
        await Expect(page.Locator(".desk[data-live]")).ToBeVisibleAsync();
        var unsigned = page.Locator(".desk-list label.desk-pick:has(+ .desk-row strong:text('请签收'))");
        var count = await unsigned.CountAsync();
        Assert.True(count > 1, "The demo has fewer than two to sign here.");
        await unsigned.Nth(0).ClickAsync();
        await Expect(page.Locator(".bulk")).ToContainTextAsync("已选 1 件");
        // The space bar picks the row that has the keyboard.
        await page.Locator(".desk-row:has(strong:text('请签收'))").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".bulk")).ToContainTextAsync("已选 2 件");
        await visit.MustBeFine("desk-bulk");
        await page.ClickAsync("text=批量签收");
        await Expect(page.Locator(".bulk .notice")).ToContainTextAsync("2 件已办，0 件没有办成");
        await Expect(unsigned).ToHaveCountAsync(count - 2);

        await page.Locator(".desk-row:has(strong:text('请首次联系'))").First.ClickAsync();
        await Expect(page.Locator(".matter-title")).ToBeVisibleAsync();
        await desk.Press("c", "记录联系诉求人");
        await page.Locator("#result").FillAsync("上午打过电话。");
        await page.Locator("#result").PressAsync("Alt+1");
        await Expect(page.Locator("#result")).ToHaveValueAsync("上午打过电话。已联系，莲池区和平里街道办事处约定明天上门。");
        await visit.MustBeFine("desk-ready-text");
        await desk.Send("已记录联系");
        visit.MustHaveGoneWell();
    }
}
