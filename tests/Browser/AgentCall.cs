using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A call from the first ring to the dispatch, by the keyboard alone; the line that breaks; the colleague who takes over.</summary>
public sealed class AgentCall(City city)
{
    /// <summary>Keys beside the text between ring and dispatch: the most that the desk may ask for.</summary>
    private const int Most = 40;

    [Fact]
    public async Task From_ring_to_dispatch_by_few_keys_two_matters_in_one_call_and_the_writing_up()
    {
        using var telephone = await Telephone.Connect(city, "试验话务平台甲");
        await using var visit = await city.Visit();
        await visit.SignIn("agent5", "/desk/new");
        var page = visit.Page;
        await visit.UntilLive();
        await Expect(page.Locator(".phone-strip")).ToContainTextAsync("未签入");
        await page.Keyboard.PressAsync("Alt+R");
        await Expect(page.Locator(".phone-strip")).ToContainTextAsync("就绪，等候来电");

        await telephone.Tell("ringing", "x1", "agent5", "13900000007");
        await Expect(page.Locator(".phone-strip.ringing")).ToContainTextAsync("139****0007");
        await Expect(page.Locator(".call-side")).ToContainTextAsync("这个号码以前反映过");
        await visit.Shot("call-ringing");
        var keys = 0;
        await telephone.Tell("answered", "x1", "agent5");
        await Expect(page.Locator("#text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("来电人说东关街道的路灯不亮，晚上骑车看不见路。");
        await Desk.UntilProposed(page, "东关街道");
        keys += await Press(page, "Alt+A");
        await Expect(page.Locator(".proposals input:checked")).ToHaveCountAsync(1);
        await visit.MustBeFine("call-proposed");
        keys += await Press(page, "Control+Enter");
        var done = page.Locator(".call .notice.done");
        await Expect(done).ToContainTextAsync("已登记并派给");
        Assert.InRange(keys, 1, Most);

        // The same caller goes on: another matter at the same place, without a further question.
        await Expect(page.Locator("button[data-alt=M]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+M");
        await Expect(page.Locator("#text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("还有小区门口的井盖没了，骑车的人差点掉进去。");
        await Expect(page.Locator("button[data-alt=A]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+A");
        await Expect(page.Locator(".proposals input:checked")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(done).ToContainTextAsync("已登记并派给");
        await Expect(page.Locator(".call-side .row-link")).Not.ToHaveCountAsync(0);

        await telephone.Tell("ended", "x1");
        await Expect(page.Locator(".phone-strip")).ToContainTextAsync("通话结束，整理中");
        await visit.MustBeFine("call-wrapping");
        await page.Keyboard.PressAsync("Alt+W");
        await Expect(page.Locator(".phone-strip")).ToContainTextAsync("就绪，等候来电");
        var number = (await done.Locator(".number").InnerTextAsync()).Trim();
        await new Desk(visit).Open($"/desk/all/{number}");
        await Expect(page.Locator(".desk-detail")).ToContainTextAsync("通话");
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_call_that_breaks_off_is_taken_up_by_whoever_answers_when_the_person_calls_again()
    {
        using var telephone = await Telephone.Connect(city, "试验话务平台乙");
        await using var first = await city.Visit();
        await first.SignIn("agent3", "/desk/new");
        await first.UntilLive();
        await telephone.Tell("ringing", "y1", "agent3", "13900007788");
        await telephone.Tell("answered", "y1", "agent3");
        await Expect(first.Page.Locator("#text")).ToBeFocusedAsync();
        await first.Page.Keyboard.TypeAsync("来电人说自家楼道的应急灯坏了，说到一半断线了");
        await Expect(first.Page.Locator("#text")).ToHaveValueAsync("来电人说自家楼道的应急灯坏了，说到一半断线了");
        await telephone.Tell("ended", "y1");

        // Another computer takes the next call while nobody has sent anything.
        await telephone.Tell("ringing", "y2", "agent3", "13900009999");
        await telephone.Tell("answered", "y2", "agent3");
        await Expect(first.Page.Locator("#toasts")).ToContainTextAsync("上一通写了一半的内容已存为未完成的登记");
        await Expect(first.Page.Locator("#text")).ToHaveValueAsync("");

        await using var second = await city.Visit();
        await second.SignIn("agent4", "/desk/new");
        await second.UntilLive();
        await telephone.Tell("ringing", "y3", "agent4", "13900007788");
        await telephone.Tell("answered", "y3", "agent4");
        await Expect(second.Page.Locator(".unfinished")).ToContainTextAsync("同一来电人");
        await Expect(second.Page.Locator(".unfinished")).ToContainTextAsync("应急灯坏了");
        await second.MustBeFine("call-taken-up");
        await second.Page.Keyboard.PressAsync("Alt+Z");
        await Expect(second.Page.Locator("#text")).ToHaveValueAsync("来电人说自家楼道的应急灯坏了，说到一半断线了");
        await second.Page.Locator("button:has-text('只登记')").ClickAsync();
        await Expect(second.Page.Locator(".call .notice.done")).ToContainTextAsync("已登记，等待派单");
        await telephone.Tell("ended", "y2");
        await telephone.Tell("ended", "y3");
        first.MustHaveGoneWell();
        second.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_question_is_answered_at_once_from_the_knowledge_base()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent2", "/desk/new");
        var page = visit.Page;
        await Expect(page.Locator(".call[data-live]")).ToHaveCountAsync(1);
        await page.Locator("#text").FocusAsync();
        await page.Keyboard.TypeAsync("来电人问居住证怎么办理，要带什么材料。");
        await Expect(page.Locator("#answers")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+K");
        await Expect(page.Locator("#answer")).ToBeVisibleAsync();
        await Expect(page.Locator("#answer")).Not.ToHaveValueAsync("");
        await visit.MustBeFine("call-knowledge");
        await page.Locator("button:has-text('登记并直接答复')").ClickAsync();
        await Expect(page.Locator(".call .notice")).ToContainTextAsync("已登记并直接答复");
        visit.MustHaveGoneWell();
    }

    private static async Task<int> Press(IPage page, string keys)
    {
        await page.Keyboard.PressAsync(keys);
        return keys.Split('+').Length;
    }
}
