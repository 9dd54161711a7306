using System.Text.RegularExpressions;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>Messages from the list to the dispatch and on to the next, by the keyboard alone; a letter at the counter with its receipt.</summary>
public sealed class InboxJourney(City city)
{
    [Fact]
    public async Task A_message_is_registered_and_the_next_one_put_aside_and_taken_back_by_keys()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent2", "/desk/inbox?kind=Mailbox");
        await new Desk(visit).Live();
        var page = visit.Page;
        await OpenNext(visit);
        await page.Keyboard.PressAsync("d");
        await page.WaitForURLAsync("**/desk/new?take=*");
        await visit.UntilLive();
        await Expect(page.Locator("#text")).ToHaveValueAsync(new Regex("东关街道的路灯不亮"));
        await Expect(page.Locator("button[data-alt=A]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+A");
        await Expect(page.Locator(".proposals input:checked")).ToHaveCountAsync(1);
        await visit.MustBeFine("inbox-registering");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".call .notice.done")).ToContainTextAsync("已登记并派给");
        await page.Keyboard.PressAsync("Alt+B");
        await page.WaitForURLAsync("**/desk/inbox");

        await visit.Go("/desk/inbox?kind=Mailbox");
        await new Desk(visit).Live();
        // What residents write meanwhile comes after it.
        await Expect(page.Locator(".desk-row", new() { HasText = "路灯不亮" })).ToHaveCountAsync(0);
        await OpenNext(visit);
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("试验时放到一边");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".desk-detail .notice.done")).ToContainTextAsync("已记为不受理");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".desk-detail .notice.done")).ToContainTextAsync("已放回待处理");
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_row_that_Enter_opens_before_the_keys_do_is_asked_for_once()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent2", "/desk/inbox?kind=Email");
        await new Desk(visit).Live();
        var page = visit.Page;
        await page.EvaluateAsync(
            """
            () => {
              window.opened = 0;
              document.addEventListener("click", (e) => {
                if (!e.target.closest(".desk-row")) return;
                window.opened++;
                e.preventDefault();
              });
            }
            """
        );
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        // The desk's keys wait less than this timer, which begins after theirs.
        await page.EvaluateAsync("() => new Promise((done) => setTimeout(done, 141))");
        Assert.Equal(1, await page.EvaluateAsync<int>("() => window.opened"));
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_letter_is_registered_and_its_receipt_is_ready_to_be_printed()
    {
        await using var visit = await city.Visit();
        // The call before is still being written up: who opens the letter's page then means the letter.
        using var telephone = await Telephone.Connect(city, "试验话务平台丁");
        await telephone.Tell("ringing", "w1", "agent6", "13900006655");
        await telephone.Tell("answered", "w1", "agent6");
        await telephone.Tell("ended", "w1");
        await visit.SignIn("agent6", "/desk/new?way=Letter");
        await visit.UntilLive();
        var page = visit.Page;
        await page.Locator("#text").FocusAsync();
        await page.Keyboard.TypeAsync("信里说小区门口的路灯坏了半年。");
        await Expect(page.Locator(".phone-strip")).ToContainTextAsync("整理中");
        await page.Locator("#address").FillAsync("演示路1号");
        await page.Locator("button:has-text('只登记')").ClickAsync();
        var done = page.Locator(".call .notice.done");
        await Expect(done).ToContainTextAsync("打印回执");
        var number = (await done.Locator(".number").InnerTextAsync()).Trim();
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Expect(page.Locator(".only-print .receipt")).ToBeVisibleAsync();
        Assert.Equal(
            number,
            (await page.Locator(".only-print .receipt .number").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal)
        );
        await Expect(page.Locator(".call-form")).ToBeHiddenAsync();
        await visit.Shot("letter-receipt-printed");
        visit.MustHaveGoneWell();
    }

    private static async Task OpenNext(Visit visit)
    {
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".desk-detail .desk-text")).ToBeVisibleAsync();
        await new Desk(visit).Live();
    }
}
