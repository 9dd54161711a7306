using Microsoft.Playwright;

namespace Suiying.Browser.Stage;

/// <summary>What a resident has in hand after submitting.</summary>
/// <param name="Number">The ticket's number without spaces.</param>
/// <param name="Code">The query code.</param>
public sealed record Ticket(string Number, string Code);

/// <summary>What a resident has to say; all of it is made up.</summary>
public sealed record Matter
{
    public const string Phone = "13900001234";

    public required string Text { get; init; }

    /// <summary>The label of the card that says what the person wants.</summary>
    public string Type { get; init; } = "求助";

    /// <summary>Words that find one community.</summary>
    public string Place { get; init; } = "双彩街";

    public string Community { get; init; } = "双彩街社区居民委员会";

    public string Detail { get; init; } = "东门外第三根灯杆";

    /// <summary>Null for an anonymous matter.</summary>
    public string? Name { get; init; } = "演示居民";
}

/// <summary>A resident at the public pages, with or without script: only what a person sees and presses.</summary>
public sealed class Resident(Visit visit)
{
    private IPage Page => visit.Page;

    public async Task<Ticket> Submit(Matter matter)
    {
        await visit.Go("/submit");
        await Describe(matter);
        await FindPlace(matter);
        await LeaveContact(matter);
        return await Send();
    }

    public async Task Describe(Matter matter)
    {
        await Page.Locator("#text").FillAsync(matter.Text);
        await Choose(matter.Type);
        await Press("下一步：选地点");
    }

    /// <summary>The second page; whoever is then shown similar matters nearby says that theirs is another.</summary>
    public async Task FindPlace(Matter matter)
    {
        await NamePlace(matter);
        await Page.WaitForURLAsync(address => !address.EndsWith("/submit/place", StringComparison.Ordinal));
        if (Page.Url.EndsWith("/submit/similar", StringComparison.Ordinal))
            await Press("都不是，继续反映");
    }

    public async Task NamePlace(Matter matter)
    {
        await Page.Locator("#place").FillAsync(matter.Place);
        await Press("查找");
        await Choose(matter.Community);
        await Page.Locator("#detail").FillAsync(matter.Detail);
        await Press("下一步：联系方式");
    }

    public async Task LeaveContact(Matter matter)
    {
        if (matter.Name is null)
        {
            await Choose("匿名反映");
        }
        else
        {
            await Choose("留下手机号");
            await Page.Locator("#phone").FillAsync(Matter.Phone);
            await Page.Locator("#name").FillAsync(matter.Name);
        }
        await Press("下一步");
    }

    /// <summary>Sends what was checked and reads the receipt.</summary>
    public async Task<Ticket> Send()
    {
        await Press("提交");
        await Heading("已收到您的诉求");
        var number = await Page.Locator(".receipt .code.number").InnerTextAsync();
        var code = await Page.Locator(".receipt .code:not(.number)").InnerTextAsync();
        return new Ticket(number.Replace(" ", "", StringComparison.Ordinal).Trim(), code.Trim());
    }

    public async Task Track(Ticket ticket)
    {
        await visit.Go("/track");
        await Page.Locator("#number").FillAsync(ticket.Number);
        await Page.Locator("#code").FillAsync(ticket.Code);
        await Press("查进度");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(ticket.Number);
    }

    public async Task AskCode(string phone)
    {
        await Page.Locator("#phone").FillAsync(phone);
        await Press("获取验证码");
    }

    /// <summary>In development the page itself shows what was sent to the phone.</summary>
    public async Task EnterCode()
    {
        var message = await Page.Locator("main .notice.warn").InnerTextAsync();
        await Page.Locator("#code").FillAsync(System.Text.RegularExpressions.Regex.Match(message, "[0-9]{6}").Value);
        await Press("登录");
    }

    /// <summary>The steps that the person is told, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Steps() => [.. (await Page.Locator("main .timeline > li").AllInnerTextsAsync()).Reverse()];

    public Task Press(string words) =>
        Page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = visit.Say(words), Exact = true }).ClickAsync();

    /// <summary>Takes the card with this title.</summary>
    public Task Choose(string title) =>
        Page.Locator("main label.choice", new PageLocatorOptions { Has = Page.Locator($"strong:text-is('{visit.Say(title)}')") })
            .ClickAsync();

    public Task Heading(string words) => Assertions.Expect(Page.Locator("h1")).ToContainTextAsync(visit.Say(words));
}
