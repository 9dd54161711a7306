using Suiying.Browser.Stage;
using Suiying.Tests.Understanding;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A draft by a language model: asked for, marked, edited and sent by a person; and none where no model is set up.</summary>
public sealed class Drafts(City city)
{
    private const string Handler = "hepingli1";
    private const string Desk = "/desk/unit?state=InProgress";
    private const string Draft = "您反映的情况已安排工作人员到现场查看，〔待填〕已处理完毕。感谢您的来电。";

    [Fact]
    public async Task A_handler_asks_for_a_draft_sees_that_a_machine_wrote_it_edits_it_and_sends_it()
    {
        using var chat = new ChatServer { Writes = Draft };
        chat.Start();
        await using var server = await Server.Start(
            new Dictionary<string, string>
            {
                ["SUIYING_CHAT_URL"] = chat.Address,
                ["SUIYING_CHAT_MODEL"] = ChatServer.Model,
                ["SUIYING_CHAT_KEY"] = ChatServer.Key,
            }
        );
        await using var visit = await city.Visit(of: server);
        var desk = await ReplyForm(visit);
        var (box, marked) = (desk.Panel.Locator("[data-drafting]"), desk.Panel.GetByText("由模型草拟，请核对"));
        await Expect(marked).ToHaveCountAsync(0);
        chat.Holds = true;
        await desk.Key("Alt+0");
        await Expect(box).ToContainTextAsync("模型正在草拟");
        await visit.MustBeFineWideAndNarrow("draft-waits");
        chat.Release();
        await Expect(box).ToContainTextAsync(ChatServer.Model);
        await Expect(marked).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("#reply")).ToHaveValueAsync("");
        await visit.MustBeFineWideAndNarrow("draft-read");

        await box.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "放进答复" }).ClickAsync();
        await Expect(desk.Page.Locator("#reply")).ToHaveValueAsync(Draft);
        await Expect(marked).ToHaveCountAsync(1);
        await visit.MustBeFineWideAndNarrow("draft-taken");
        await desk.Page.Locator("#reply").FillAsync(Draft.Replace("〔待填〕", "今天上午", StringComparison.Ordinal));
        await desk.Page.Locator("#reply").PressAsync("Tab");
        await Expect(marked).ToHaveCountAsync(0);
        await desk.Panel.Locator("input[name=told]").CheckAsync();
        await desk.Send("已提交审核");
        await Expect(desk.Matter).ToContainTextAsync("今天上午已处理完毕");
        Assert.Equal(1, chat.Count);
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task Without_a_model_nobody_is_offered_a_draft()
    {
        await using var visit = await city.Visit();
        var desk = await ReplyForm(visit);
        await Expect(desk.Page.Locator("#reply")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[data-drafting]")).ToHaveCountAsync(0);
        visit.MustHaveGoneWell();
    }

    /// <summary>The reply of the first matter in hand that is neither sealed nor secret.</summary>
    private static async Task<Desk> ReplyForm(Visit visit)
    {
        await visit.SignIn(Handler, Desk);
        var desk = new Desk(visit);
        await desk.Live();
        await visit.Page.Locator(".desk-row:not(:has(.desk-row-title [title]))").First.ClickAsync();
        await Expect(desk.Matter.Locator(".matter-title")).ToBeVisibleAsync();
        await desk.Press("r", "答复");
        return desk;
    }
}
