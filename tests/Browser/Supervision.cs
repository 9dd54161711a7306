using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A unit is supervised and instructed, answers, and both are checked; the person reads that it was.</summary>
public sealed class Supervision(City city)
{
    private const string Urban = "莲池区城市管理综合行政执法局";

    [Fact]
    public async Task A_unit_answers_a_supervision_and_a_leader_and_each_checks_its_own()
    {
        Ticket ticket;
        await using (var visit = await city.Visit(Screen.Handset))
            ticket = await new Resident(visit).Submit(new Matter { Text = "过街天桥的电梯停了半个月，老人上不去，没有人修。" });
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
        await city.At(
            "supervisor",
            $"all/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "发出督办");
                await desk.Pick("1");
                await desk.Type("demand", "半个月没有修，请说明原因，三日内恢复运行。");
                await desk.Shot("supervise");
                await desk.Send($"已对{Urban}发出督办通知");
                await Expect(desk.Matter.Locator(".matter-title")).ToContainTextAsync("督办通知");
            }
        );
        await city.At(
            "leader",
            $"supervision/{ticket.Number}",
            async desk =>
            {
                await desk.Press("p", "领导批示");
                await desk.Type("instruction", "天桥电梯关系老人出行，请本周内修好。");
                await desk.Send("已批示");
            }
        );
        await city.At(
            "lianchi.urban1",
            $"supervision/{ticket.Number}",
            async desk =>
            {
                foreach (var which in new[] { "督办通知", "领导批示" })
                {
                    await desk.Press("d", "回复督办");
                    if (which == "督办通知")
                        await desk.Panel.GetByText(which).ClickAsync();
                    await desk.Type("answer", "配件已到，电梯今晚检修，明天上午恢复运行。");
                    await desk.Shot($"supervise-answer-{(which == "督办通知" ? 1 : 2)}");
                    await desk.Send("已报送");
                }
            }
        );
        await city.At(
            "leader",
            $"supervision/{ticket.Number}",
            async desk =>
            {
                await desk.Press("e", "核对督办");
                await desk.Pick("1");
                await desk.Type("reason", "已阅，请按时恢复。");
                await desk.Shot("supervise-leader");
                await desk.Send("已解除");
            }
        );
        await city.At(
            "supervisor",
            $"supervision/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "升级督办");
                await desk.Type("demand", "次日仍未恢复，请主要负责人到中心说明。");
                await desk.Send("已升为约谈");
                await Expect(desk.Matter).ToContainTextAsync("已升级");
                await desk.Shot("supervise-escalated");
            }
        );
        await using (var visit = await city.Visit(Screen.Phone))
        {
            await new Resident(visit).Track(ticket);
            await Expect(visit.Page.Locator("main")).ToContainTextAsync($"热线督办{Urban}");
            await visit.MustBeFine("supervise-track");
            await visit.Page.GetByText("因为反映这件事受到打击报复？").ClickAsync();
            await visit.Page.Locator("#retaliation").FillAsync("执法队的人昨晚来家里说，再打电话就查我的店。");
            await visit.MustFitTheScreen();
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "密封送出" }).ClickAsync();
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("已密封送出。编号");
            await visit.MustBeFine("retaliation-sent");
        }
    }
}
