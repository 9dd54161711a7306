using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>Closed is not solved: a person says so twice, a supervisor decides by name, and what comes up again is opened again.</summary>
public sealed class SecondHandling(City city)
{
    private const string Urban = "莲池区城市管理综合行政执法局";

    [Fact]
    public async Task What_is_not_solved_goes_back_once_then_a_supervisor_decides_and_it_can_be_opened_again()
    {
        Ticket ticket;
        await using (var visit = await city.Visit(Screen.Handset))
            ticket = await new Resident(visit).Submit(new Matter { Text = "路口的红绿灯坏了三天，左转灯一直不亮，晚高峰全堵在路口。" });
        await city.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "派单");
                await desk.Seek("category", "护栏及公共座椅");
                await desk.GiveTo(Urban);
                await desk.Send($"已派给{Urban}");
            }
        );
        await Round(ticket, "已更换左转灯的灯芯，当晚试亮正常，请您再看看。");
        await city.At(
            "callback",
            $"callback/{ticket.Number}",
            async desk =>
            {
                await desk.Press("t", "回访");
                await desk.Panel.Locator("input[name=contacted][value=yes] + span").ClickAsync();
                await desk.Panel.Locator("input[name=solved][value=No] + span").ClickAsync();
                await desk.Panel.Locator("input[name=satisfied][value=No] + span").ClickAsync();
                await Expect(desk.Panel).ToContainTextAsync("要不要再办一次");
                await desk.Shot("second-callback");
                await desk.Send("已退回原单位二次办理");
            }
        );
        await Reads(ticket, "已退回", "second-track");
        await Round(ticket, "已整体更换信号机，三个方向均恢复正常，交警在场确认。");
        await using (var visit = await city.Visit(Screen.Handset))
        {
            var resident = new Resident(visit);
            await resident.Track(ticket);
            foreach (var (name, value) in new[] { ("contacted", "yes"), ("solved", "Partly"), ("satisfied", "No") })
                await visit.Page.Locator($"input[name={name}][value={value}] + span").ClickAsync();
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("由督办员具名决定");
            await visit.MustBeFine("second-rated");
        }
        await city.At(
            "supervisor",
            $"decisions/{ticket.Number}",
            async desk =>
            {
                await desk.Press("z", "督办决定");
                await desk.Pick("1");
                await desk.Type("told", "信号机已整体更换，配时方案由交警本周内优化，届时再告知。");
                await desk.Shot("second-decide");
                await desk.Send("已决定并告知诉求人");
                await desk.Stands("已办结");
                await Expect(desk.Matter.Locator(".matter-title")).ToContainTextAsync("部分解决");
            }
        );
        await using (var visit = await city.Visit(Screen.Handset))
        {
            var resident = new Resident(visit);
            await resident.Track(ticket);
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("决定：解释办结");
            await visit.MustBeFine("second-decided");
            await visit.Page.GetByText("问题又出现了？重新办理").ClickAsync();
            await visit.Page.Locator("#again").FillAsync("今天早高峰左转灯又不亮了。");
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "重新办理" }).ClickAsync();
            await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync("已重新办理");
            await visit.MustBeFine("second-reopened");
        }
    }

    private async Task Round(Ticket ticket, string reply)
    {
        await city.At(
            "lianchi.urban1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Key("s");
                await desk.Told("已签收");
                await desk.Press("c", "记录联系诉求人");
                await desk.Type("result", "已电话联系，约定今晚处理。");
                await desk.Send("已记录联系");
                await desk.Press("r", "答复");
                await desk.Type("reply", reply);
                await desk.TabTo("input[name=told]");
                await desk.Key("Space");
                await desk.Send("已提交审核");
            }
        );
        await city.At(
            "reviewer",
            $"review/{ticket.Number}",
            async desk =>
            {
                await desk.Press("v", "审核答复");
                await desk.Pick("1");
                await desk.Send("审核通过");
            }
        );
    }

    private async Task Reads(Ticket ticket, string answer, string shot)
    {
        await using var visit = await city.Visit(Screen.Handset);
        await new Resident(visit).Track(ticket);
        await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync(answer);
        await visit.MustBeFine(shot);
    }
}
