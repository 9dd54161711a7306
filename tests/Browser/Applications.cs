using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A unit needs longer, cannot do it now, or waits for the person: it asks, a supervisor decides, the person reads it.</summary>
public sealed class Applications(City city)
{
    private const string Urban = "莲池区城市管理综合行政执法局";

    [Fact]
    public async Task A_unit_waits_for_material_gets_an_extension_and_tells_the_person()
    {
        var ticket = await Working("人行道地砖松动一大片，下雨一踩一身泥，请来修。");
        await Unit(
            ticket,
            async desk =>
            {
                await desk.Press("f", "等待补充材料");
                await desk.Type("missing", "请补充松动路段的照片，最好拍到路牌。");
                await desk.Shot("material-ask");
                await desk.Send("已暂停，等到");
                await desk.Stands("待补充材料");
            }
        );
        await using (var visit = await city.Visit(Screen.Handset))
        {
            var resident = new Resident(visit);
            await resident.Track(ticket);
            await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync("在等您补充材料");
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("最好拍到路牌");
            await visit.MustBeFine("material-track");
            await visit.Page.Locator("#facts").FillAsync("在和平里路牌往北二十米，一共七块。");
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "补充", Exact = true }).ClickAsync();
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("已补充");
        }
        await Unit(
            ticket,
            async desk =>
            {
                await desk.Stands("办理中");
                await desk.Press("i", "申请延期");
                await desk.Pick("3");
                await desk.Type("basis", "地砖要重新采购，招标公告期七天，施工两天。");
                await desk.Shot("extension-ask");
                await desk.Send("已申请延期");
            }
        );
        await Supervisor(
            "applications",
            ticket,
            async desk =>
            {
                await desk.Press("z", "裁定申请：延期");
                await Expect(desk.Panel).ToContainTextAsync("招标公告期七天");
                await desk.Pick("1");
                await desk.Shot("extension-decide");
                await desk.Send("已同意延期");
            }
        );
        await Unit(
            ticket,
            async desk =>
            {
                await Expect(desk.Matter).ToContainTextAsync("延期不计入考核");
                await desk.Press("n", "告知延期");
                await desk.Type("told", "已电话说明要重新采购地砖，先用沙袋垫平。");
                await desk.Send("已记录告知");
                await Expect(desk.Matter).Not.ToContainTextAsync("延期不计入考核");
                await desk.Shot("extension-told");
            }
        );
        await using (var visit = await city.Visit(Screen.Handset))
        {
            var resident = new Resident(visit);
            await resident.Track(ticket);
            Assert.Contains(await resident.Steps(), s => s.Contains("需要更长时间（需招投标或施工）", StringComparison.Ordinal));
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("先用沙袋垫平");
            await visit.MustBeFine("extension-track");
        }
    }

    [Fact]
    public async Task What_cannot_be_solved_now_is_suspended_with_a_plan_that_everybody_can_read()
    {
        var ticket = await Working("老小区没有雨水管，一下大雨整条巷子积水没过膝盖。");
        await Unit(
            ticket,
            async desk =>
            {
                await desk.Press("q", "申请挂账");
                await desk.Pick("2");
                // Typed, the order of day and month would be the browser's.
                await desk.Panel.Locator("#planned").FillAsync("2027-06-30");
                await desk.Type("plan", "雨水管网已列入明年改造计划，汛期前先配移动泵车。");
                await desk.Shot("hang-ask");
                await desk.Send("已申请挂账");
            }
        );
        await Supervisor(
            "applications",
            ticket,
            async desk =>
            {
                await desk.Press("z", "裁定申请：挂账");
                await desk.Pick("1");
                await desk.Shot("hang-decide");
                await desk.Send("已同意挂账");
                await desk.Stands("已挂账");
            }
        );
        await Unit(
            ticket,
            async desk =>
            {
                await desk.Press("v", "挂账核查");
                await desk.Type("finding", "设计图已经审完，正在招标，泵车已到位。");
                await desk.Send("已记录核查");
                await desk.Shot("hang-unit");
            }
        );
        await using var visit = await city.Visit(Screen.Handset);
        var resident = new Resident(visit);
        await resident.Track(ticket);
        await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync("每季度核查一次");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("泵车已到位");
        await visit.MustBeFine("hang-track");
        await visit.Go("/public?state=hung");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("前解决");
        await visit.MustBeFine("hang-public");
    }

    /// <summary>A matter with which a unit is at work.</summary>
    private async Task<Ticket> Working(string text)
    {
        Ticket ticket;
        await using (var visit = await city.Visit(Screen.Handset))
            ticket = await new Resident(visit).Submit(new Matter { Text = text });
        await city.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "派单");
                await desk.Seek("category", "路灯不亮");
                await desk.GiveTo(Urban);
                await desk.Send($"已派给{Urban}");
            }
        );
        await Unit(
            ticket,
            async desk =>
            {
                await desk.Key("s");
                await desk.Told("已签收");
                await desk.Press("c", "记录联系诉求人");
                await desk.Type("result", "已联系，约好明天上午到现场。");
                await desk.Send("已记录联系");
            }
        );
        return ticket;
    }

    private Task Unit(Ticket ticket, Func<Desk, Task> work) => city.At("lianchi.urban1", $"unit/{ticket.Number}", work);

    private Task Supervisor(string queue, Ticket ticket, Func<Desk, Task> work) => city.At("supervisor", $"{queue}/{ticket.Number}", work);
}
