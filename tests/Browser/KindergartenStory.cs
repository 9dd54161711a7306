using System.Globalization;
using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>
/// From a call to the city's answer for all: parents have no place in a kindergarten; it becomes a theme of the month, the theme a project with its leader and
/// milestones, and at the end who had called says that it was done. Each page leads to the next.
/// </summary>
public sealed class KindergartenStory(City city)
{
    private const string Category = "080101";
    private const string Theme = "公办幼儿园学位不足怎么补";
    private const string Project = "竞秀莲池两区补建公办幼儿园";

    [Fact]
    public async Task What_parents_called_about_becomes_a_project_that_they_confirm()
    {
        var ticket = await Call();
        var theme = await ChooseTheme();
        var idea = await Propose(theme);
        var project = await Decide(idea);
        await Plan(project);
        await Prove(project);
        await Confirm(ticket);
        await End(project);

        // One leads to the other, all the way back to the calls.
        await using var reader = await As("supervisor", project);
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("已销号");
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("其中为这类事打过电话、提过诉求的 1 人，1 人说办成了");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = $"来自每月一题：{Theme}" }).ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync(Theme);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = Project }).ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync(Project);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "这个类别每周的诉求" }).ClickAsync();
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("幼儿园学位不足");
        reader.MustHaveGoneWell();
    }

    private async Task<Ticket> Call()
    {
        Ticket ticket;
        await using (var parent = await city.Visit(Screen.Handset))
            ticket = await new Resident(parent).Submit(
                new Matter { Text = "孩子九月该上幼儿园了，家门口的公办园说满了，私立一个月两千多。" }
            );
        await city.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "派单");
                await desk.Seek("category", "幼儿园学位不足");
                await desk.GiveTo("莲池区人民政府");
                await desk.Finish();
                await desk.Stands("待签收");
            }
        );
        return ticket;
    }

    private async Task<string> ChooseTheme()
    {
        await using var supervisor = await As("supervisor", $"/desk/themes/new?category={Category}");
        await supervisor.Page.Locator("#title").FillAsync(Theme);
        await supervisor.Page.Locator("#why").FillAsync("入园难是家长反映最多的事，公办园离家远、报不上名。");
        await Press(supervisor, "提名");
        await Expect(supervisor.Page.Locator("h1")).ToContainTextAsync("候选");
        for (var test = 0; test < 4; test++)
        {
            await supervisor.Page.Locator($"[name=points{test}]").First.FillAsync("4");
            await supervisor.Page.Locator($"[name=reason{test}]").FillAsync("看过数据，理由充分。");
        }
        await supervisor.Page.Locator("form:has(input[name=_handler][value=rate-theme]) button[type=submit]").ClickAsync();
        await Press(supervisor, "列为入围");
        await Expect(supervisor.Page.Locator("h1")).ToContainTextAsync("入围");
        return new Uri(supervisor.Page.Url).AbsolutePath;
    }

    private async Task<string> Propose(string theme)
    {
        await using var supervisor = await As("supervisor", theme);
        var page = supervisor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "建议立为民生实事" }).ClickAsync();
        await Expect(page.Locator("#title")).ToHaveValueAsync(Theme);
        await page.Locator("#title").FillAsync(Project);
        await page.Locator("#from").FillAsync("12345 诉求分析");
        await page.Locator("#text").FillAsync("两区新建小区多、公办园少，建议利用配套用地补建。");
        await Press(supervisor, "提出");
        await Expect(page.Locator("h1")).ToContainTextAsync("已收到");
        await page.Locator("label.choice").Filter(new() { HasText = "可行" }).ClickAsync();
        await page.Locator("#cost").FillAsync("4200");
        await page.Locator("#land").FillAsync("利用两处小区配套用地。");
        await page.Locator("#law").FillAsync("符合学前教育法和国土空间规划。");
        await page.Locator("#beneficiaries").FillAsync("720");
        await Press(supervisor, "保存");
        await Expect(page.Locator("h1")).ToContainTextAsync("可行");
        return new Uri(page.Url).AbsolutePath;
    }

    private async Task<string> Decide(string idea)
    {
        await using var leader = await As("leader", idea);
        var page = leader.Page;
        await page.Locator("#goal").FillAsync("两区各建成开园一所公办幼儿园，新增学位七百二十个。");
        await page.Locator("#owner").FillAsync("市政府分管副市长（演示）");
        await page.Locator("#lead").SelectOptionAsync("D-education");
        await page.Locator("#by").FillAsync("市政府常务会议（演示）");
        await Press(leader, "确定立项");
        await Expect(page.Locator("h1")).ToContainTextAsync(Project);
        return new Uri(page.Url).AbsolutePath;
    }

    private async Task Plan(string project)
    {
        await using (var lead = await As("education1", project))
        {
            var page = lead.Page;
            var year = int.Parse((await page.Locator("main").InnerTextAsync()).Split(" 年民生实事")[0][^4..], CultureInfo.InvariantCulture);
            await page.GetByRole(AriaRole.Link, new() { Name = "编制计划" }).ClickAsync();
            await page.Locator("#target").FillAsync("2");
            await page.Locator("#measure").FillAsync("所");
            await page.Locator("[name=m0-0]").FillAsync("两所全部开园");
            await page.Locator("[name=m2-0]").FillAsync($"{year}-09-01");
            await page.Locator("[name=m3-0]").FillAsync("100");
            await page.Locator("[name=p0-0]").FillAsync("双彩街公办幼儿园（演示）");
            await page.Locator("[name=p1-0]").FillAsync("130606");
            await page.Locator("[name=p2-0]").FillAsync("115.50");
            await page.Locator("[name=p3-0]").FillAsync("38.87");
            await Press(lead, "报送计划");
            await Expect(page.Locator("main")).ToContainTextAsync("两所全部开园");
        }
        await using var supervisor = await As("supervisor", project);
        await Press(supervisor, "批准计划");
        await Expect(supervisor.Page.Locator("h1")).ToContainTextAsync("实施中");
    }

    private async Task Prove(string project)
    {
        await using (var lead = await As("education1", project))
        {
            var page = lead.Page;
            await page.GetByText("报送完成", new() { Exact = true }).ClickAsync();
            await page.Locator("[name=report-1]").FillAsync("两所都已开园，招生公告和现场照片附后。");
            await page.Locator("[name=photos-1]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "open.png",
                        MimeType = "image/png",
                        Buffer = await page.ScreenshotAsync(),
                    }
                );
            await Press(lead, "报送");
            await Expect(page.Locator("main")).ToContainTextAsync("证明材料 1");
            await page.GetByText("报送进度", new() { Exact = true }).First.ClickAsync();
            await page.Locator("#done").FillAsync("2");
            await page.Locator("form:has(input[name=_handler][value=tell-progress]) button[type=submit]").ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("2 所");
        }
        await using var supervisor = await As("supervisor", project);
        await supervisor.Page.Locator("main label.choice").Filter(new() { HasText = "核实完成" }).ClickAsync();
        await Press(supervisor, "提交");
        await Expect(supervisor.Page.Locator("main")).ToContainTextAsync("已核实");
    }

    private async Task Confirm(Ticket ticket)
    {
        await using var parent = await city.Visit(Screen.Phone);
        var (page, resident) = (parent.Page, new Resident(parent));
        await parent.Go("/my");
        await resident.AskCode(Matter.Phone);
        await resident.EnterCode();
        // Their own request leads to what the city does about it.
        await parent.Go($"/my/requests/{ticket.Number}");
        await Expect(page.Locator("main")).ToContainTextAsync("请您确认办成了没有");
        await page.GetByRole(AriaRole.Link, new() { Name = Project }).ClickAsync();
        await resident.Choose("办成了");
        await resident.Choose("满意");
        await resident.Press("提交确认");
        await Expect(page.Locator("main")).ToContainTextAsync("谢谢您");
        await parent.MustBeFine("story-confirmed");
    }

    private async Task End(string project)
    {
        await using (var supervisor = await As("supervisor", project))
        {
            await supervisor.Page.Locator("#quality").FillAsync("95");
            await supervisor.Page.Locator("#text-Inspect").FillAsync("两所均已开园，资料齐全。");
            await Press(supervisor, "验收");
            await Expect(supervisor.Page.Locator("h1")).ToContainTextAsync("已验收");
            await supervisor.Page.Locator("#text-Evaluate").FillAsync("按期完成，家长认可。");
            await Press(supervisor, "评估");
            await Expect(supervisor.Page.Locator("h1")).ToContainTextAsync("已评估");
        }
        await using var leader = await As("leader", project);
        await Press(leader, "销号");
        await Expect(leader.Page.Locator("h1")).ToContainTextAsync("已销号");
    }

    private async Task<Visit> As(string login, string path)
    {
        var visit = await city.Visit();
        await visit.SignIn(login);
        await visit.Go(path);
        return visit;
    }

    private static Task Press(Visit visit, string name) =>
        visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
