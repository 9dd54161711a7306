using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>What else becomes of a matter: returned and sent elsewhere, not accepted, taken by telephone, withdrawn.</summary>
public sealed class OtherWays(City city)
{
    [Fact]
    public async Task A_call_is_taken_by_the_keyboard_alone_and_a_wrong_unit_returns_it_to_be_dispatched_anew()
    {
        var number = await AgentTakesTheCall();
        await UnitReturnsIt(number);
        await DispatcherSendsItElsewhere(number);
    }

    [Fact]
    public async Task A_matter_for_the_courts_is_not_accepted_and_the_person_is_told_where_to_go()
    {
        var ticket = await Submit(new Matter { Text = "对法院的判决不服，请热线改判我的案子。", Type = "咨询" });
        await using (var visit = await city.Visit())
        {
            await visit.SignIn("agent");
            var desk = new Desk(visit);
            await desk.Open($"/desk/intake/{ticket.Number}");
            await desk.Press("x", "不予受理");
            await desk.TabTo("#reason");
            await visit.Page.Keyboard.PressAsync("ArrowDown");
            await Expect(desk.Panel.Locator("#channel")).Not.ToHaveValueAsync("");
            await desk.Send("已告知不予受理");
            visit.MustHaveGoneWell();
        }
        await using var phone = await city.Visit(Screen.Handset);
        await new Resident(phone).Track(ticket);
        await Expect(phone.Page.Locator("main .answer")).ToContainTextAsync("热线没有受理，原因和渠道在下面");
        await Expect(phone.Page.Locator("main .timeline .told").First).Not.ToBeEmptyAsync();
        await phone.MustBeFine("not-accepted");
    }

    [Fact]
    public async Task A_person_withdraws_after_being_asked_once_more()
    {
        var ticket = await Submit(new Matter { Text = "楼下的早点摊冒烟很大，后来他们自己换了炉子。", Name = null });
        await using var visit = await city.Visit(Screen.Handset);
        var resident = new Resident(visit);
        await resident.Track(ticket);
        await resident.Press("不需要办了，撤回");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("真的要撤回吗？");
        await visit.MustBeFine("withdraw-asked");
        await resident.Press("撤回诉求");
        await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync("撤回这件诉求");
        await visit.MustBeFine("withdrawn");
    }

    [Fact]
    public async Task Without_script_a_person_submits_looks_adds_and_withdraws()
    {
        await using var visit = await city.Visit(Screen.Phone, withScript: false);
        var resident = new Resident(visit);
        await visit.Go("/submit");
        await resident.Describe(new Matter { Text = "" });
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("发生了什么事？");
        await resident.Describe(new Matter { Text = "广场上的健身器材松动了，孩子玩着危险。" });
        await resident.FindPlace(new Matter { Text = "" });
        await resident.LeaveContact(new Matter { Text = "" });
        var ticket = await resident.Send();

        await resident.Track(ticket);
        await visit.Page.Locator("summary:text-is('补充情况')").ClickAsync();
        await visit.Page.Locator("#facts").FillAsync("松动的是靠东边的那一架。");
        await resident.Press("补充");
        await Expect(visit.Page.Locator("main .timeline")).ToContainTextAsync("您补充了情况");
        await resident.Press("不需要办了，撤回");
        await resident.Press("撤回诉求");
        await Expect(visit.Page.Locator("main .answer")).ToContainTextAsync("撤回这件诉求");
        visit.MustHaveGoneWell();
    }

    private async Task<Ticket> Submit(Matter matter)
    {
        await using var visit = await city.Visit(Screen.Handset);
        var ticket = await new Resident(visit).Submit(matter);
        visit.MustHaveGoneWell();
        return ticket;
    }

    private async Task<string> AgentTakesTheCall()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent2");
        var desk = new Desk(visit);
        await desk.Open("/desk/new");
        await desk.Type("text", "来电人说城隍庙街旧楼外墙的瓷砖往下掉，砸到了停着的车。");
        await desk.Type("phone", "13900005678");
        await desk.Seek("category", "路灯不亮");
        await desk.Seek("area", "城隍庙街");
        await desk.GiveCallTo("莲池区城市管理综合行政执法局");
        await visit.Shot("call");
        await visit.Picture("call");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        var done = visit.Page.Locator(".call .notice.done");
        await Expect(done).ToContainTextAsync("已登记并派给莲池区城市管理综合行政执法局");
        await Expect(done.Locator(".code")).Not.ToBeEmptyAsync();
        await visit.MustBeFine("call-done");
        return (await done.Locator(".number").InnerTextAsync()).Trim();
    }

    private async Task UnitReturnsIt(string number)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("lianchi.urban2");
        var desk = new Desk(visit);
        await desk.Open($"/desk/unit/{number}");
        await desk.Press("b", "申请退单");
        await desk.Pick("1");
        await desk.Seek("proposedUnit", "莲池区住房和城乡建设局");
        await desk.Type("basis", "房屋外墙安全由住房和城乡建设部门负责，本局负责市政设施。");
        await desk.Send("已提交退单申请");
        await desk.Stands("退单待裁定");
        visit.MustHaveGoneWell();
    }

    private async Task DispatcherSendsItElsewhere(string number)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("dispatcher");
        var desk = new Desk(visit);
        await desk.Open($"/desk/returns/{number}");
        await desk.Press("z", "裁定退单");
        await desk.Pick("1");
        await desk.Send("退单成立");
        await desk.Press("d", "派单");
        await Expect(desk.Panel).ToContainTextAsync("莲池区住房和城乡建设局");
        await desk.Send("已派给莲池区住房和城乡建设局");
        await desk.Stands("待签收");
        visit.MustHaveGoneWell();
    }
}
