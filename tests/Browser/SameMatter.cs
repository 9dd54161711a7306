using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>Two people say the same and one of them says more: together at the desk, apart for each of them.</summary>
public sealed class SameMatter(City city)
{
    private const string Urban = "莲池区城市管理综合行政执法局";

    [Fact]
    public async Task Two_requests_are_put_together_and_dispatched_at_once_and_what_else_was_said_is_split_off()
    {
        var first = await Says("南二街那棵歪脖子树快倒了，压着电线，刮风就冒火花。", "演示居民");
        var second = await Says("南二街的大树歪了，枝子搭在电线上。另外路边的井盖也翘起来了。", null);
        await city.At(
            "dispatcher",
            $"intake/{second.Number}",
            async desk =>
            {
                await desk.Press("f", "拆分：另一件事单独成单");
                await desk.Type("text", "南二街路边的井盖翘起来了，车过有响声。");
                await desk.Seek("category", "井盖");
                await desk.Shot("same-split");
                await desk.Send("已拆出一件");
                await desk.Press("g", "并入同一事项");
                await desk.Type("with", first.Number);
                await desk.Type("title", "南二街倾斜的树");
                await desk.Shot("same-join");
                await desk.Send("并在一起");
                await Expect(desk.Matter.Locator(".matter-title")).ToContainTextAsync("同一事项 2 件 2 人");
            }
        );
        await using (var visit = await city.Visit())
        {
            await visit.SignIn("dispatcher");
            await visit.Go($"/desk/matter/{first.Number}");
            await visit.UntilLive();
            await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("南二街倾斜的树");
            await visit.MustBeFine("same-matter");
            await new Desk(visit).Seek("unit", Urban);
            await new Desk(visit).Seek("category", "树木倒伏");
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "派出 2 件" }).ClickAsync();
            await Expect(visit.Page.Locator("main [role=status]")).ToContainTextAsync("办了 2 件");
            await visit.MustBeFine("same-dispatched");
            await visit.Go("/desk/matters");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("南二街倾斜的树");
            await visit.MustBeFine("same-list");
        }
        await using (var visit = await city.Visit(Screen.Phone))
        {
            await new Resident(visit).Track(second);
            var main = visit.Page.Locator("main");
            await Expect(main).ToContainTextAsync("共有 2 件诉求、2 位诉求人反映这件事");
            await Expect(main).ToContainTextAsync($"2件派给{Urban}");
            await visit.MustBeFine("same-track");
            await main.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "井盖" }).First.ClickAsync();
            await Expect(visit.Page.Locator("main h1")).ToContainTextAsync("井盖");
            await visit.MustBeFine("same-child");
        }
    }

    [Fact]
    public async Task Two_rows_that_wait_for_dispatch_are_put_together_at_one_press_and_taken_apart_again()
    {
        var first = await Says("槐茂胡同口的消防栓坏了，一直往外喷水，路面全淹了。", "演示居民");
        var second = await Says("槐茂胡同口那个消防栓坏了往外喷水，路上全是水没法走。", null);
        await using var visit = await city.Visit();
        await visit.SignIn("dispatcher", "/desk/intake");
        var line = visit.Page.Locator($".desk-row[href*='{second.Number}'] + .desk-join");
        // The requests are read into memory some fifteen seconds after they were registered.
        for (var look = 0; look < 30 && await line.CountAsync() == 0; look++)
        {
            await visit.Page.WaitForTimeoutAsync(2_000);
            await visit.Go("/desk/intake");
        }
        await new Desk(visit).Live();
        await Expect(line).ToContainTextAsync("与 1 件同一事项");
        await Expect(line.Locator("a")).ToHaveAttributeAsync("href", $"/desk/all/{first.Number}");
        await visit.MustBeFineWideAndNarrow("queue-join", line);

        // By the keyboard alone: from the row to the link, to the button.
        await visit.Page.Locator($".desk-row[href*='{second.Number}']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(line.Locator("button")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(line).ToContainTextAsync("并在一起。");
        await Expect(line.Locator("button")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator($".desk-row[href*='{first.Number}'] + .desk-join")).ToHaveCountAsync(0);
        await visit.MustBeFineWideAndNarrow("queue-joined", line);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(line).ToContainTextAsync("与 1 件同一事项");
        await Expect(visit.Page.Locator($".desk-row[href*='{first.Number}'] + .desk-join")).ToHaveCountAsync(1);

        await visit.Page.Locator(".filters details summary").ClickAsync();
        await visit.Page.Locator("input[name=from]").FillAsync("2020-01-01");
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/desk/intake\?from=2020-01-01$"));
        await new Desk(visit).Seek("filter-category", "消防");
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"category=\d+&from=2020-01-01$"));
        await visit.MustBeFineWideAndNarrow("queue-filters");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "清除" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/desk/intake$"));
        visit.MustHaveGoneWell();
    }

    private async Task<Ticket> Says(string words, string? name)
    {
        await using var visit = await city.Visit(Screen.Handset);
        return await new Resident(visit).Submit(new Matter { Text = words, Name = name });
    }
}
