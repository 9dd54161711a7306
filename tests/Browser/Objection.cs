using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A unit objects to a row of its score; a reviewer and the hotline judge, and the row leaves the score.</summary>
internal static class Objection
{
    public static async Task Walk(City city, Ticket ticket, string login)
    {
        string page;
        await using (var visit = await city.Visit())
        {
            await visit.SignIn(login);
            await visit.Go("/desk/exclusions");
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "本单位的得分明细" }).ClickAsync();
            await visit.Page.Locator("tr", new() { HasText = ticket.Number }).GetByText("申请剔除").ClickAsync();
            await Expect(visit.Page.Locator("main")).ToContainTextAsync(ticket.Number);
            await visit.Page.Locator("input[value=CallbackError] + span").ClickAsync();
            await visit.Page.FillAsync("#statement", "回访录音里诉求人说的是另一盏灯，与这件无关。");
            await visit.MustBeFine("exclusion-ask");
            await visit.Page.ClickAsync("main form[enctype] button[type=submit]");
            await Expect(visit.Page.Locator("h1")).ToContainTextAsync("待初审");
            page = new Uri(visit.Page.Url).AbsolutePath;
        }
        await Judge(city, "reviewer", page, "待决定");
        await Judge(city, "supervisor", page, "已剔除");
        await using (var visit = await city.Visit())
        {
            await visit.SignIn(login);
            await visit.Go(page);
            await visit.MustBeFine("exclusion-granted");
            await visit.Page.GetByText("的得分明细").ClickAsync();
            await Expect(visit.Page.Locator("tr", new() { HasText = ticket.Number })).ToContainTextAsync("已剔除");
        }
    }

    private static async Task Judge(City city, string login, string page, string then)
    {
        await using var visit = await city.Visit();
        await visit.SignIn(login);
        await visit.Go(page);
        await visit.Page.Locator("input[name=decision][value=yes] + span").ClickAsync();
        await visit.Page.FillAsync("#text", "听过录音，申请属实，记录确有误。");
        await visit.MustBeFine($"exclusion-{login}");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync(then);
    }
}
