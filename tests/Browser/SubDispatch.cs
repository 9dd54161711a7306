using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A county gives a matter to its township, that one to a community; the result comes up checked twice, and the county answers.</summary>
public sealed class SubDispatch(City city)
{
    private const string County = "莲池区人民政府";
    private const string Township = "莲池区和平里街道办事处";
    private const string Community = "东元宝胡同社区居民委员会";
    private const string Result = "社区已于当天清走楼道里的杂物，共三车，并与住户约定不再堆放，请核对。";

    private static readonly Matter Hallway = new()
    {
        Text = "三号楼二单元楼道里堆满了旧家具，老人上下楼不方便，着火了也跑不出来，希望有人来清走。",
        Place = "东元宝胡同",
        Community = Community,
        Detail = "三号楼二单元",
    };

    [Fact]
    public async Task A_matter_goes_down_two_levels_and_its_result_comes_up_checked()
    {
        var ticket = await Submitted();
        await Dispatched(ticket);
        await city.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await Sign(desk);
                await Contact(desk);
                await desk.Press("g", "交办下级");
                await Expect(desk.Panel.Locator("[data-pick='1']").Locator("xpath=..")).ToContainTextAsync(Township);
                await desk.Type("remark", "请街道到现场核实，组织清理，并拍照上报。");
                await desk.Shot("sub-give");
                await desk.Send($"已交办{Township}");
                await Expect(desk.Matter).ToContainTextAsync("待下级签收");
            }
        );
        await ResidentSeesWho(ticket, Township);
        await city.At(
            "hepingli1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await Sign(desk);
                await desk.Press("g", "交办下级");
                await Expect(desk.Panel.Locator("[data-pick='1']").Locator("xpath=..")).ToContainTextAsync(Community);
                await desk.Type("remark", "请社区入户，当天清理完。");
                await desk.Send($"已交办{Community}");
            }
        );
        await city.At(
            "community1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await Sign(desk);
                await desk.Press("r", "上报结果");
                await desk.Type("result", Result);
                await desk.Shot("sub-report");
                await desk.Send("已上报，等上级核对");
            }
        );
        await city.At(
            "hepingli1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await Check(desk);
                await desk.Press("r", "上报结果");
                await Expect(desk.Panel.Locator("#result")).ToHaveValueAsync(Result);
                await desk.Send("已上报，等上级核对");
            }
        );
        await city.At(
            "lianchi1",
            $"given/{ticket.Number}",
            async desk =>
            {
                await Check(desk);
                await desk.Press("r", "答复");
                await Expect(desk.Panel.Locator("#reply")).ToHaveValueAsync(Result);
                await desk.TabTo("input[name=told]");
                await desk.Key("Space");
                await desk.Send("已提交审核");
                await desk.Stands("待审核");
                await Expect(desk.Matter).ToContainTextAsync("核对通过");
                await desk.Shot("sub-history");
            }
        );
    }

    private async Task<Ticket> Submitted()
    {
        await using var visit = await city.Visit(Screen.Handset);
        return await new Resident(visit).Submit(Hallway);
    }

    private Task Dispatched(Ticket ticket) =>
        city.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "派单");
                await desk.Seek("category", "路灯不亮");
                await desk.GiveTo(County);
                await desk.Send($"已派给{County}");
            }
        );

    private async Task ResidentSeesWho(Ticket ticket, string holder)
    {
        await using var visit = await city.Visit(Screen.Handset);
        await new Resident(visit).Track(ticket);
        await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync($"【{County}】负责，现在由【{holder}】办理");
        await visit.MustBeFine("sub-track");
    }

    private static async Task Sign(Desk desk)
    {
        await desk.Key("s");
        await desk.Told("已签收");
    }

    private static async Task Contact(Desk desk)
    {
        await desk.Press("c", "记录联系诉求人");
        await desk.Type("result", "电话联系，约定明日清理。");
        await desk.Send("已记录联系");
    }

    private static async Task Check(Desk desk)
    {
        await desk.Press("v", "核对上报");
        await desk.Pick("1");
        await desk.Send("核对通过");
    }
}
