using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>
/// One matter through the whole procedure, in both languages: refused, contested and accepted; dispatched, said to be another's and kept; given down and
/// checked; helped with; put off and told; supervised and instructed; put together with another's and split; done twice, decided by name; and at the end erased on its person's claim.
/// </summary>
public sealed class WholeProcedure(City city)
{
    private const string County = "莲池区人民政府";
    private const string Township = "莲池区和平里街道办事处";
    private const string Urban = "保定市城市管理综合行政执法局";

    [Theory]
    [InlineData(Speech.Chinese)]
    [InlineData(Speech.English)]
    public async Task One_matter_goes_through_everything_that_the_regulation_knows(string language)
    {
        var story = new Story(city, language);
        var ticket = await story.Submit("广场舞的音响从傍晚放到十点，孩子写不了作业，我叫王建国，电话13900001234。");
        var other = await story.Submit("楼下广场舞太吵，老人睡不着。");
        await RefusedContestedAccepted(story, ticket);
        await TogetherAndSplit(story, ticket, other);
        await DispatchedAndNotReturned(story, ticket);
        await GivenDownAndChecked(story, ticket);
        await HelpedWith(story, ticket);
        await PutOffAndTold(story, ticket);
        await SupervisedAndInstructed(story, ticket);
        await Replied(story, ticket, "街道和城管与舞队约定音量和时间，每晚八点半结束，已装分贝牌。", first: true);
        await CalledBack(story, ticket);
        await DoneAgain(story, ticket);
        await RatedAndDecided(story, ticket);
        await Erased(story, ticket);
    }

    private static async Task RefusedContestedAccepted(Story story, Ticket ticket)
    {
        await story.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("x", "不予受理");
                await desk.Panel.Locator("select#reason").SelectOptionAsync("N13OutsideDuties");
                // What the person is told follows from the reason.
                await Expect(desk.Panel.Locator("#channel")).Not.ToHaveValueAsync("");
                await desk.Send("已告知不予受理的原因和渠道。");
                await desk.Stands("不予受理");
            }
        );
        await story.Reads(
            ticket,
            async (visit, _) =>
            {
                await visit.Page.GetByText(visit.Say("不同意？请求复核")).ClickAsync();
                await visit.Page.Locator("#contest").FillAsync("广场是公共场所，噪声归政府管。");
                await visit.Page.Locator("button[value=contest]").ClickAsync();
                await Expect(visit.Page.Locator("main")).ToContainTextAsync(visit.Say("已请求复核，会有另一位工作人员答复您。"));
                await visit.MustBeFine(story.Shot("contested"));
            }
        );
        await story.At(
            "supervisor",
            $"contests/{ticket.Number}",
            async desk =>
            {
                await desk.Press("z", "复核不予受理");
                await desk.Pick("1");
                await desk.Type("reason", "公共场所噪声由属地政府牵头，改为受理。");
                await desk.Shot(story.Shot("contest"));
                await desk.Send("已改为受理，请派单。");
            }
        );
    }

    private static Task TogetherAndSplit(Story story, Ticket ticket, Ticket other) =>
        story.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("g", "并入同一事项");
                await desk.Type("with", other.Number);
                await desk.Type("title", "双彩街广场舞");
                await desk.Shot(story.Shot("together"));
                await desk.Finish();
                await desk.Shows("同一事项 {0} 件 {1} 人", 2, 1);
                await desk.Press("f", "拆分：另一件事单独成单");
                await desk.Type("text", "广场的路灯也有两盏不亮。");
                await desk.Seek("category", "路灯不亮");
                await desk.Finish();
                await desk.Shows("拆出");
            }
        );

    private static async Task DispatchedAndNotReturned(Story story, Ticket ticket)
    {
        await story.At(
            "dispatcher",
            $"intake/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "派单");
                await desk.Seek("category", "广场舞噪声");
                await desk.GiveTo(County);
                await desk.Shot(story.Shot("dispatch"));
                await desk.Finish();
                await desk.Stands("待签收");
            }
        );
        await story.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Press("b", "申请退单");
                await desk.Pick("1");
                await desk.Seek("proposedUnit", Urban);
                await desk.Type("basis", "噪声执法在城管，建议直接派城管。");
                await desk.Finish();
                await desk.Stands("退单待裁定");
            }
        );
        await story.At(
            "dispatcher",
            $"returns/{ticket.Number}",
            async desk =>
            {
                await desk.Press("z", "裁定退单");
                await desk.Pick("2");
                await desk.Type("reason", "派单目录写明由属地政府牵头，城管协办。");
                await desk.Shot(story.Shot("return"));
                await desk.Send("不予退单，由原单位继续承办。");
            }
        );
    }

    private static async Task GivenDownAndChecked(Story story, Ticket ticket)
    {
        await story.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await Contacted(desk);
                await desk.Press("g", "交办下级");
                await desk.Type("remark", "请街道找舞队的组织者面谈。");
                await desk.Finish();
                await desk.Shows("待下级签收");
            }
        );
        await story.Reads(
            ticket,
            async (visit, main) =>
            {
                await Expect(main).ToContainTextAsync(Township);
                await visit.MustBeFine(story.Shot("given-track"));
            }
        );
        await story.At(
            "hepingli1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Key("s");
                await desk.Shows("下级办理中");
                await desk.Press("r", "上报结果");
                await desk.Type("result", "已与舞队组织者面谈，同意八点半结束。");
                await desk.Shot(story.Shot("report"));
                await desk.Send("已上报，等上级核对。");
            },
            Screen.Handset
        );
        await story.At(
            "lianchi1",
            $"given/{ticket.Number}",
            async desk =>
            {
                await desk.Press("v", "核对上报");
                await desk.Pick("1");
                await desk.Finish();
                await desk.Shows("核对通过");
            }
        );
    }

    private static async Task HelpedWith(Story story, Ticket ticket)
    {
        await story.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Press("u", "请求协办");
                await desk.Seek("unit", Urban);
                await desk.Type("remark", "请到现场测一次音量，劝导超标的。");
                await desk.Finish();
                await desk.Shows("待签收");
            }
        );
        await story.At(
            "urban1",
            $"cohandling/{ticket.Number}",
            async desk =>
            {
                await desk.Key("s");
                await desk.Shows("协办中");
                await desk.Press("r", "反馈协办结果");
                await desk.Type("result", "两晚到场测音量，均在六十分贝以下。");
                await desk.Finish();
                await desk.Shows("已反馈待核对");
            }
        );
        await story.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Press("a", "核对协办结果");
                await desk.Pick("1");
                await desk.Panel.Locator("input[name=rating]").First.CheckAsync(new() { Force = true });
                await desk.Shot(story.Shot("helper"));
                await desk.Finish();
                await desk.Shows("核对通过");
            }
        );
    }

    private static async Task PutOffAndTold(Story story, Ticket ticket)
    {
        await story.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Press("i", "申请延期");
                await desk.Pick("2");
                await desk.Type("basis", "分贝牌要采购安装，还要测一个周末的音量。");
                await desk.Finish();
                await desk.Shows("待裁定");
            }
        );
        await story.At(
            "supervisor",
            $"applications/{ticket.Number}",
            async desk =>
            {
                await desk.Press("z", "裁定申请：{0}", story.Say("延期"));
                await desk.Pick("1");
                await desk.Shot(story.Shot("extension"));
                await desk.Finish();
                await desk.Shows("已同意");
            }
        );
        await story.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                await desk.Press("n", "告知延期");
                await desk.Type("told", "已电话说明要等分贝牌装好再测一次。");
                await desk.Finish();
            }
        );
    }

    private static async Task SupervisedAndInstructed(Story story, Ticket ticket)
    {
        await story.At(
            "supervisor",
            $"all/{ticket.Number}",
            async desk =>
            {
                await desk.Press("d", "发出督办");
                await desk.Pick("1");
                await desk.Type("demand", "两位居民反映同一件事，请三日内报告进展。");
                await desk.Finish();
                await desk.Shows("督办通知");
            }
        );
        await story.At(
            "leader",
            $"supervision/{ticket.Number}",
            async desk =>
            {
                await desk.Press("p", "领导批示");
                await desk.Type("instruction", "请兼顾老人健身和孩子学习，结果报我。");
                await desk.Finish();
                await desk.Shows("有批示");
            }
        );
        await story.At(
            "lianchi1",
            $"supervision/{ticket.Number}",
            async desk =>
            {
                foreach (var which in new[] { "督办通知", "领导批示" })
                {
                    await desk.Press("d", "回复督办");
                    await desk.Shot(story.Shot("answer"));
                    if (which == "督办通知")
                        await desk.Panel.GetByText(story.Say(which)).First.ClickAsync();
                    await desk.Type("answer", "已约定八点半结束，分贝牌本周装好。");
                    await desk.Send("已报送，等待核对。");
                }
                await desk.Shot(story.Shot("supervision"));
            }
        );
        foreach (var login in new[] { "supervisor", "leader" })
            await story.At(
                login,
                $"supervision/{ticket.Number}",
                async desk =>
                {
                    await desk.Press("e", "核对督办");
                    if (login == "supervisor")
                        await desk.Panel.GetByText(story.Say("督办通知")).First.ClickAsync();
                    await desk.Panel.Locator("input[name=decision]").First.CheckAsync(new() { Force = true });
                    await desk.Type("reason", "已落实。");
                    await desk.Send("已解除。");
                }
            );
    }

    private static async Task Replied(Story story, Ticket ticket, string words, bool first = false)
    {
        await story.At(
            "lianchi1",
            $"unit/{ticket.Number}",
            async desk =>
            {
                if (!first)
                    await Contacted(desk);
                await desk.Press("r", "答复");
                await desk.Panel.Locator("#reply").FillAsync(words);
                await desk.TabTo("input[name=told]");
                await desk.Key("Space");
                await desk.Finish();
                await desk.Stands("待审核");
            }
        );
        await story.At(
            "reviewer",
            $"review/{ticket.Number}",
            async desk =>
            {
                await desk.Press("v", "审核答复");
                await desk.Pick("1");
                await desk.Finish();
                await desk.Stands("待回访");
            }
        );
    }

    private static Task CalledBack(Story story, Ticket ticket) =>
        story.At(
            "callback",
            $"callback/{ticket.Number}",
            async desk =>
            {
                await desk.Press("t", "回访");
                foreach (var (name, value) in new[] { ("contacted", "yes"), ("solved", "No"), ("satisfied", "No") })
                    await desk.Panel.Locator($"input[name={name}][value={value}] + span").ClickAsync();
                await desk.Shot(story.Shot("callback"));
                await desk.Finish();
                await desk.Stands("待签收");
            }
        );

    private static Task DoneAgain(Story story, Ticket ticket) => Replied(story, ticket, "舞队已迁到河边的健身广场，离居民楼三百米。");

    private static async Task RatedAndDecided(Story story, Ticket ticket)
    {
        await story.Reads(
            ticket,
            async (visit, main) =>
            {
                foreach (var (name, value) in new[] { ("contacted", "yes"), ("solved", "Partly"), ("satisfied", "No") })
                    await visit.Page.Locator($"input[name={name}][value={value}] + span").ClickAsync();
                await visit.Page.Locator("button[value=rate]").ClickAsync();
                await Expect(main.Locator(".kv .tag").First).ToHaveTextAsync(visit.Say("待督办决定"));
                await visit.MustBeFine(story.Shot("rated"));
            }
        );
        await story.At(
            "supervisor",
            $"decisions/{ticket.Number}",
            async desk =>
            {
                await desk.Press("z", "督办决定");
                await desk.Pick("1");
                await desk.Type("told", "舞队已迁走，周末的音量由街道继续巡查，届时告知。");
                await desk.Shot(story.Shot("decision"));
                await desk.Finish();
                await desk.Stands("已办结");
            }
        );
    }

    private static async Task Erased(Story story, Ticket ticket)
    {
        await story.Reads(
            ticket,
            async (visit, main) =>
            {
                await visit.MustBeFine(story.Shot("closed"));
                await visit.Page.Locator("#rights > summary").ClickAsync();
                await visit.Page.Locator("input[name=right][value=Delete] + span").ClickAsync();
                await visit.Page.Locator("#claim").FillAsync("办完了，请删掉我写的内容。");
                await visit.Page.Locator("button[value=claim]").ClickAsync();
                await Expect(main).ToContainTextAsync(visit.Say("已提出，会在期限内答复您。"));
            }
        );
        await story.At(
            "supervisor",
            $"rights/{ticket.Number}",
            async desk =>
            {
                await desk.Press("r", "答复权利请求");
                await desk.Pick("1");
                await desk.Type("answer", "已按您的请求删除。");
                await desk.Send("内容已删除，已告诉诉求人。");
                await Expect(desk.Matter).Not.ToContainTextAsync("王建国");
                await desk.Shot(story.Shot("history"));
            }
        );
        await story.Reads(
            ticket,
            async (visit, main) =>
            {
                await Expect(main).Not.ToContainTextAsync("写不了作业");
                await visit.MustBeFine(story.Shot("erased"));
            }
        );
    }

    private static async Task Contacted(Desk desk)
    {
        await desk.Key("s");
        await desk.Stands("待联系");
        await desk.Press("c", "记录联系诉求人");
        await desk.Type("result", "已电话联系，约好今晚到现场。");
        await desk.Finish();
        await desk.Stands("办理中");
    }

    /// <summary>The same people in one language.</summary>
    private sealed class Story(City city, string language)
    {
        public string Say(string text) => Speech.Of(language, text);

        public string Shot(string name) => $"whole-{language[..2]}-{name}";

        public Task At(string login, string desk, Func<Desk, Task> work, Screen screen = Screen.Desktop) =>
            city.At(login, desk, work, screen, language);

        public async Task<Ticket> Submit(string words)
        {
            await using var visit = await city.Visit(Screen.Handset, language: language);
            return await new Resident(visit).Submit(new Matter { Text = words });
        }

        public async Task Reads(Ticket ticket, Func<Visit, Microsoft.Playwright.ILocator, Task> reads)
        {
            await using var visit = await city.Visit(Screen.Phone, language: language);
            await new Resident(visit).Track(ticket);
            await reads(visit, visit.Page.Locator("main"));
        }
    }
}
