using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>The desks, worked at by keyboard: a call becomes a ticket, is dispatched, signed, answered and looked at.</summary>
public sealed partial class DeskPages(City city)
{
    [Fact]
    public async Task A_call_is_taken_dispatched_and_answered_without_the_mouse()
    {
        var number = await TakeCall();
        await using var visit = await city.Visit();
        var page = visit.Page;
        await visit.SignIn("lianchi.urban1", $"/desk/unit/{number}");
        await Connected(page);
        await visit.MustBeFine("desk-unit");
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".matter-title")).ToContainTextAsync("待联系");

        await page.Keyboard.PressAsync("c");
        await page.FillAsync("#result", "已约好今晚到现场查看。");
        await visit.MustBeFine("desk-contact");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".matter-title")).ToContainTextAsync("办理中");

        await page.Keyboard.PressAsync("r");
        await page.FillAsync("#reply", "短");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".desk-dock .notice.error")).ToBeVisibleAsync();
        Assert.Equal("短", await page.InputValueAsync("#reply"));
        await page.FillAsync("#reply", "已更换损坏的灯泡和镇流器，当晚恢复照明，并安排每周巡查一次。");
        await page.CheckAsync("input[name=told]");
        await page.FocusAsync("#reply");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".matter-title")).ToContainTextAsync("待审核");
        await visit.MustBeFine("desk-replied");

        await visit.Go($"/desk/print/{number}");
        await visit.MustBeFine("desk-print");
        Assert.DoesNotContain("13800000002", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_outlives_a_lost_page_and_the_keys_of_a_panel_work()
    {
        await using var visit = await city.Visit();
        var page = visit.Page;
        await visit.SignIn("dispatcher", "/desk/intake");
        await Connected(page);
        // Tickets that wait for an emergency service stand in the same list.
        await page.Locator(".desk-row", new() { HasText = "待派单" }).First.ClickAsync();
        await Expect(page.Locator(".matter-title")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("x");
        await page.FillAsync("#channel", "请向有管辖权的机关反映。");
        await page.ReloadAsync();
        await Connected(page);
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#channel")).ToHaveValueAsync("请向有管辖权的机关反映。");
        await visit.MustBeFine("desk-refuse");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("[data-panel]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator("[data-pick='2']")).ToBeCheckedAsync();
        await visit.MustBeFine("desk-dispatch");
    }

    [Fact]
    public async Task Back_returns_to_the_matter_before()
    {
        await using var visit = await city.Visit();
        var page = visit.Page;
        await visit.SignIn("reviewer", "/desk/review");
        await Connected(page);
        await page.Locator(".desk-row").Nth(0).ClickAsync();
        await Expect(page).ToHaveURLAsync(Numbered());
        var first = page.Url;
        await page.Locator(".desk-row").Nth(1).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(first);
        await page.GoBackAsync();
        await Expect(page.Locator(".matter-number .number")).ToHaveTextAsync(first.Split('/')[^1]);
        await page.Keyboard.PressAsync("v");
        await visit.MustBeFine("desk-review");
    }

    [Theory]
    [InlineData("callback", "/desk/callback", "t")]
    [InlineData("supervisor", "/desk/late", null)]
    [InlineData("hepingli1", "/desk/unit", null)]
    public async Task Every_desk_is_fine_on_a_phone_too(string login, string path, string? key)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Handset })
        {
            await using var visit = await city.Visit(screen);
            await visit.SignIn(login, path);
            await Connected(visit.Page);
            await visit.MustBeFine($"desk-list-{login}");
            await visit.Page.Locator(".desk-row").First.ClickAsync();
            await Expect(visit.Page.Locator(".matter-title")).ToBeVisibleAsync();
            if (key is not null)
                await visit.Page.Keyboard.PressAsync(key);
            await visit.MustBeFine($"desk-matter-{login}");
        }
    }

    /// <summary>An agent notes a call; what was typed survives a reload; Ctrl+Enter registers and dispatches it.</summary>
    private async Task<string> TakeCall()
    {
        await using var visit = await city.Visit();
        var page = visit.Page;
        await visit.SignIn("agent", "/desk/new");
        await Connected(page);
        await visit.MustBeFine("desk-call");
        await page.FillAsync("#text", "和平里街道这边路灯坏了一个多星期，晚上接孩子黑灯瞎火的。");
        await page.FillAsync("#phone", "13800000002");
        await Expect(page.Locator("section:has(#maybe) button").First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Connected(page);
        await Expect(page.Locator("#phone")).ToHaveValueAsync("13800000002");
        await page.Locator("section:has(#maybe) button:has-text('路灯不亮')").ClickAsync();
        await page.Locator("section:has(#where) button").First.ClickAsync();
        await new Desk(visit).GiveCallTo("莲池区城市管理综合行政执法局");
        await visit.MustBeFine("desk-call-filled");
        await page.Keyboard.PressAsync("Control+Enter");
        var done = page.Locator(".notice.done");
        await Expect(done).ToContainTextAsync("已登记并派给");
        return (await done.Locator("a").InnerTextAsync()).Trim();
    }

    /// <summary>Waits until the circuit answers: only then do keys reach the page.</summary>
    private static Task Connected(IPage page) =>
        page.WaitForFunctionAsync("() => document.querySelector('.desk[data-live], .call[data-live]')");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    [GeneratedRegex(@"/desk/review/\d+")]
    private static partial Regex Numbered();
}
