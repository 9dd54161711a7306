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

    private async Task<Ticket> Says(string words, string? name)
    {
        await using var visit = await city.Visit(Screen.Handset);
        return await new Resident(visit).Submit(new Matter { Text = words, Name = name });
    }
}
