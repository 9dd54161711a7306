using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>What the hotline does not dispatch: an emergency leaves at one press, who is refused can say so, and a ticket to 110 waits for its answer.</summary>
public sealed class Refusal(City city)
{
    [Fact]
    public async Task A_person_contests_a_refusal_and_a_supervisor_accepts_it()
    {
        var ticket = await Submitted("小区外的公共道路上污水井盖缺了一块，晚上看不清，有人踩空了。");
        await city.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("x", "不予受理");
                await desk.Choose("reason", "超出政府职责");
                await Expect(desk.Panel).ToContainTextAsync("派给行业主管部门监督处理");
                await desk.Shot("refusal-triage");
                await desk.Send("已告知不予受理的原因和渠道");
                await desk.Stands("不予受理");
            }
        );
        await using (var visit = await city.Visit(Screen.Handset))
        {
            var resident = new Resident(visit);
            await resident.Track(ticket);
            await visit.Page.GetByText("不同意？请求复核").ClickAsync();
            await visit.Page.Locator("#contest").FillAsync("井盖在公共道路上，不是小区里的，应当归政府管。");
            await visit.Shot("refusal-contest");
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "请求复核" }).ClickAsync();
            await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync("另一位工作人员复核");
            await visit.MustBeFine("refusal-contested");
        }
        await city.At(
            "supervisor",
            $"contests/{ticket.Number}",
            async desk =>
            {
                await desk.Press("z", "复核不予受理");
                await Expect(desk.Panel).ToContainTextAsync("应当归政府管");
                await desk.Pick("1");
                await desk.Type("reason", "经核实，井盖在市政道路上，属于城管职责，改为受理。");
                await desk.Shot("refusal-review");
                await desk.Send("已改为受理");
                await desk.Stands("待派单");
            }
        );
        await using (var visit = await city.Visit(Screen.Handset))
        {
            var resident = new Resident(visit);
            await resident.Track(ticket);
            Assert.Contains(await resident.Steps(), s => s.Contains("复核：改为受理", StringComparison.Ordinal));
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("属于城管职责");
            await visit.MustBeFine("refusal-overturned");
        }
    }

    [Fact]
    public async Task An_emergency_leaves_during_the_call_by_one_press()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent");
        var desk = new Desk(visit);
        await desk.Open("/desk/new");
        await desk.Type("text", "楼道冒");
        await desk.Shot("emergency-bar");
        await visit.Page.Keyboard.PressAsync("Alt+2");
        await Expect(visit.Page.Locator(".call .notice.done")).ToContainTextAsync("已转119");
        await Expect(visit.Page.Locator("#text")).ToHaveValueAsync("");
        await visit.MustBeFine("emergency-gone");
        var number = await visit.Page.Locator(".call .notice.done a").InnerTextAsync();
        await desk.Open($"/desk/all/{number}");
        await desk.Stands("已转紧急救助");
        await Expect(desk.Matter).ToContainTextAsync("转 119 · 热转接 · 已接收");
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_ticket_to_110_waits_until_it_is_confirmed()
    {
        var ticket = await Submitted("昨晚小区门口两伙人打架，今天又聚在那里，大家都很害怕。");
        await city.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("u", "转紧急救助");
                await desk.Panel.GetByText("来电人不在线").ClickAsync();
                await desk.Shot("handover-ticket");
                await desk.Key("1");
                await desk.Told("已转单给110");
                await desk.Stands("转接待确认");
                await desk.Press("z", "对方答复");
                await desk.Pick("1");
                await desk.Type("reference", "JQ20260302017");
                await desk.Send("已记录：对方接收");
                await desk.Stands("已转紧急救助");
                await Expect(desk.Matter).ToContainTextAsync("JQ20260302017");
                await desk.Shot("handover-confirmed");
            }
        );
    }

    private async Task<Ticket> Submitted(string text)
    {
        await using var visit = await city.Visit(Screen.Handset);
        return await new Resident(visit).Submit(new Matter { Text = text });
    }
}
