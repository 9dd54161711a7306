using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>Two units say that it is not theirs; a joint conference says who is responsible, and the person reads all of it.</summary>
public sealed class Adjudication(City city)
{
    private const string First = "莲池区城市管理综合行政执法局";
    private const string Second = "莲池区住房和城乡建设局";

    [Fact]
    public async Task Two_units_return_it_and_the_conference_designates_one_that_keeps_it()
    {
        var ticket = await Submitted();
        await Round(ticket, "intake", "lianchi.urban1", First, Second);
        await Round(ticket, "returns", "lianchi.housing1", Second, First);
        await ResidentReads(ticket, $"{First}提出不归它办（职责不符），热线正在裁定", "联席会议将指定由谁负责");
        await city.At(
            "supervisor",
            $"conference/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "联席会议指定");
                await Expect(desk.Panel).ToContainTextAsync(First);
                await desk.Seek("unit", Second);
                await desk.Type("decision", "第三次联席会议，城管、住建和区政府参加：楼门口的宣传栏由住建负责。");
                await desk.Shot("conference");
                await desk.Send($"已指定{Second}承办");
                await desk.Stands("待签收");
            }
        );
        await city.At(
            "lianchi.housing1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await Expect(desk.Matter.Locator(".desk-actions")).ToContainTextAsync("签收");
                await Expect(desk.Matter.Locator(".desk-actions")).Not.ToContainTextAsync("申请退单");
            }
        );
        await ResidentReads(ticket, $"联席会议指定{Second}负责办理", $"已派给【{Second}】");
    }

    private async Task<Ticket> Submitted()
    {
        await using var visit = await city.Visit(Screen.Handset);
        var board = new Matter { Text = "单元门口的宣传栏锈得看不清字，问了两个部门都说不归自己管。" };
        return await new Resident(visit).Submit(board);
    }

    private async Task Round(Ticket ticket, string queue, string login, string unit, string proposed)
    {
        await city.At(
            "dispatcher",
            $"{queue}/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "派单");
                if (queue == "intake")
                {
                    await desk.Seek("category", "路灯不亮");
                    await desk.GiveTo(unit);
                }
                // The return names the second, which is chosen already.
                await desk.Send($"已派给{unit}");
            }
        );
        await city.At(
            login,
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Press("b", "申请退单");
                await desk.Pick("1");
                await desk.Seek("proposedUnit", proposed);
                await desk.Type("basis", "按照职责分工，这件事不由本单位负责。");
                await desk.Send("已提交退单申请");
            }
        );
        await city.At(
            "dispatcher",
            $"returns/{ticket.Number}",
            async desk =>
            {
                await desk.Press("z", "裁定退单");
                await desk.Pick("1");
                await desk.Send("退单成立");
            }
        );
    }

    private async Task ResidentReads(Ticket ticket, string step, string answer)
    {
        await using var visit = await city.Visit(Screen.Handset);
        var resident = new Resident(visit);
        await resident.Track(ticket);
        await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync(answer);
        Assert.Contains(await resident.Steps(), s => s.Contains(step, StringComparison.Ordinal));
        await visit.MustBeFine("adjudication-track");
    }
}
