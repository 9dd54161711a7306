using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A street whistles for a department, which comes, works at a phone and reports; the street checks, assesses and answers.</summary>
public sealed class CoHandling(City city)
{
    private const string Street = "和平里街道办事处";
    private const string Urban = "莲池区城市管理综合行政执法局";

    [Fact]
    public async Task A_street_whistles_a_department_reports_for_duty_and_each_assesses_the_other()
    {
        Ticket ticket;
        await using (var visit = await city.Visit(Screen.Handset))
            ticket = await new Resident(visit).Submit(new Matter { Text = "夜市摊点占了整条人行道，油烟直往楼上窜，街道来了摊主不听。" });
        await city.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "派单");
                await desk.Seek("category", "路灯不亮");
                await desk.Panel.GetByText(Street).First.ClickAsync();
                await desk.Send($"已派给");
            }
        );
        await city.At(
            "hepingli1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Key("s");
                await desk.Told("已签收");
                await desk.Press("c", "记录联系诉求人");
                await desk.Type("result", "已联系，说明要请城管一起处理。");
                await desk.Send("已记录联系");
                await desk.Press("u", "请求协办");
                await desk.Panel.GetByText("叫部门到现场").ClickAsync();
                await desk.Seek("unit", Urban);
                await desk.Type("remark", "请到现场一起清理占道摊点，执法权在你局。");
                await desk.Shot("whistle-ask");
                await desk.Send("已吹哨");
            }
        );
        await using (var visit = await city.Visit(Screen.Handset))
        {
            var resident = new Resident(visit);
            await resident.Track(ticket);
            await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync("牵头办理");
            await visit.MustBeFine("whistle-track");
        }
        await city.At(
            "lianchi.urban1",
            $"cohandling/{ticket.Number}",
            async desk =>
            {
                await desk.Key("s");
                await desk.Told("已签收");
                await desk.Press("r", "反馈协办结果");
                await desk.Type("result", "当晚到场，劝离九个摊点，开具两张责令改正通知书。");
                await desk.Panel.GetByText("1  应吹").ClickAsync();
                await desk.Shot("whistle-report");
                await desk.Send("已反馈");
            },
            Screen.Handset
        );
        await city.At(
            "hepingli1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Press("a", "核对协办结果");
                await Expect(desk.Panel).ToContainTextAsync("劝离九个摊点");
                await desk.Pick("1");
                await desk.Panel.GetByText("到位，问题解决").ClickAsync();
                await desk.Shot("whistle-check");
                await desk.Send("核对通过");
                await Expect(desk.Matter).ToContainTextAsync("部门评价这次吹哨：应吹");
                await desk.Press("r", "答复");
                await desk.Type("reply", "城管和街道当晚清理了占道摊点，今后每晚巡查。");
                await desk.TabTo("input[name=told]");
                await desk.Key("Space");
                await desk.Send("已提交审核");
            }
        );
    }
}
