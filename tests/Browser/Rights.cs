using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A person asks what may be asked of their data: refused with a ground while it is needed, deleted when the request has ended.</summary>
public sealed class Rights(City city)
{
    [Fact]
    public async Task A_person_asks_for_deletion_is_told_why_not_yet_and_then_it_is_gone()
    {
        Ticket ticket;
        await using (var visit = await city.Visit(Screen.Handset))
        {
            ticket = await new Resident(visit).Submit(new Matter { Text = "报刊亭占了盲道，轮椅过不去，推车也过不去。" });
            await new Resident(visit).Track(ticket);
            await Claim(visit, "删除", "请把我写的内容删掉。");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("会在期限内答复您");
            await visit.MustBeFine("rights-asked");
        }
        await city.At(
            "supervisor",
            $"rights/{ticket.Number}",
            async desk =>
            {
                await desk.Press("r", "答复权利请求");
                await Expect(desk.Panel).ToContainTextAsync("现在不能删除");
                await desk.Pick("2");
                await desk.Type("answer", "这件事还在办，承办单位需要这些内容；办结后可以删除。");
                await desk.Shot("rights-refuse");
                await desk.Send("已告诉诉求人不予办理的理由");
            }
        );
        await using (var visit = await city.Visit(Screen.Phone))
        {
            await new Resident(visit).Track(ticket);
            await Open(visit);
            await Expect(visit.Page.Locator("#rights")).ToContainTextAsync("人民法院起诉");
            await visit.MustBeFine("rights-refused");
            await new Resident(visit).Press("不需要办了，撤回");
            await new Resident(visit).Press("撤回诉求");
            await Claim(visit, "删除", "已经撤回了，请删掉。");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("会在期限内答复您");
        }
        await city.At(
            "supervisor",
            $"rights/{ticket.Number}",
            async desk =>
            {
                await desk.Press("r", "答复权利请求");
                await desk.Pick("1");
                await desk.Type("answer", "已按您的请求删除文字和地点。");
                await desk.Shot("rights-delete");
                await desk.Send("内容已删除，已告诉诉求人");
                await Expect(desk.Matter).ToContainTextAsync("原文已删除，留有摘要");
                await Expect(desk.Matter).Not.ToContainTextAsync("报刊亭");
                await desk.Shot("rights-deleted");
            }
        );
        await using (var visit = await city.Visit(Screen.Phone))
        {
            await new Resident(visit).Track(ticket);
            await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("内容已删除");
            await Expect(visit.Page.Locator("main")).Not.ToContainTextAsync("报刊亭");
            await visit.MustBeFine("rights-gone");
        }
    }

    private static async Task Open(Visit visit)
    {
        if (await visit.Page.Locator("#rights").GetAttributeAsync("open") is null)
            await visit.Page.Locator("#rights > summary").ClickAsync();
    }

    private static async Task Claim(Visit visit, string right, string words)
    {
        await Open(visit);
        await visit.Page.Locator("#right").GetByText(right, new() { Exact = true }).ClickAsync();
        await visit.Page.Locator("#claim").FillAsync(words);
        await visit.MustFitTheScreen();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提出请求" }).ClickAsync();
    }
}
