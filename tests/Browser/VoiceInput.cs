using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>Speaking instead of typing. The page's own script is tested; the browser's ear is a fake with the same surface.</summary>
public sealed class VoiceInput(City city)
{
    /// <summary>Hears what a test says; {0} is what it answers when asked whether it hears on the device, null where it cannot be asked.</summary>
    private const string Ear = """
        window.ears = [];
        class Ear extends EventTarget {
          constructor() { super(); window.ears.push(this); }
          start() { this.started = true; }
          stop() { setTimeout(() => this.dispatchEvent(new Event("end"))); }
          say(text, isFinal = true) {
            const result = Object.assign([{ transcript: text }], { isFinal });
            this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results: [result] }));
          }
          fail(error) {
            this.dispatchEvent(Object.assign(new Event("error"), { error }));
            this.stop();
          }
        }
        const answer = {0};
        if (answer) {
          Object.defineProperty(Ear.prototype, "processLocally", { writable: true, value: false });
          Ear.available = async (asked) => (window.asked = asked, answer);
        }
        window.SpeechRecognition = Ear;
        delete window.webkitSpeechRecognition;
        """;

    [Fact]
    public async Task On_the_device_what_is_said_is_written_at_the_cursor_and_can_be_undone()
    {
        await using var visit = await With("\"available\"");
        var (box, field) = (visit.Page.Locator(".voice"), visit.Page.Locator("#text"));
        await visit.Go("/submit");
        await Expect(box).ToContainTextAsync("声音不会传出去");
        Assert.Equal("zh-CN", await visit.Page.EvaluateAsync<string>("() => asked.processLocally && asked.langs.join()"));
        await field.FillAsync("东关路灯不亮。");
        await field.PressAsync("Home");
        await Press(box, "说话输入");
        await Expect(box.GetByRole(AriaRole.Button)).ToHaveTextAsync("停止");
        await Expect(box.Locator("[aria-live]")).ToContainTextAsync("正在听");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => ears[0].started && ears[0].processLocally"));
        await visit.MustBeFine("voice-listening");
        await Say(visit, "从昨天", isFinal: false);
        await Expect(field).ToHaveValueAsync("东关路灯不亮。");
        await Say(visit, "从昨天起，");
        await Expect(field).ToHaveValueAsync("从昨天起，东关路灯不亮。");
        await Expect(box.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await Press(box, "停止");
        await Expect(box.GetByRole(AriaRole.Button)).ToHaveTextAsync("说话输入");
        await Expect(box.Locator("[aria-live]")).ToContainTextAsync("可以修改、撤销");
        await field.PressAsync("Control+z");
        await Expect(field).ToHaveValueAsync("东关路灯不亮。");
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task It_stops_by_itself_and_the_box_keeps_its_limit_and_large_letters_their_size()
    {
        await using var visit = await With("\"available\"");
        var (box, field) = (visit.Page.Locator(".voice"), visit.Page.Locator("#words"));
        await visit.Page.Clock.InstallAsync();
        await visit.Go("/help");
        await visit.Page.Locator(".help-pictures a").First.ClickAsync();
        await Press(box, "说话输入");
        await Say(visit, "三号楼");
        await visit.Page.Clock.FastForwardAsync(11_000);
        await Expect(box.GetByRole(AriaRole.Button)).ToHaveTextAsync("说话输入");
        await Expect(field).ToHaveValueAsync("三号楼");
        await Press(box, "说话输入");
        await visit.Page.EvaluateAsync("() => ears[1].say('字'.repeat(300))");
        await visit.Page.Clock.RunForAsync(10);
        await Expect(box.Locator("[aria-live]")).ToContainTextAsync("写满了");
        Assert.Equal(200, (await field.InputValueAsync()).Length);
        await visit.Page.EvaluateAsync("() => document.documentElement.dataset.size = 'elder'");
        await visit.MustBeFine("voice-elder");
        visit.MustHaveGoneWell();
    }

    [Theory]
    [InlineData("\"unavailable\"")]
    [InlineData("\"downloadable\"")]
    [InlineData("null")]
    public async Task Where_only_the_browsers_maker_could_hear_there_is_no_button_unless_the_city_says_so(string answer)
    {
        await using var visit = await With(answer);
        foreach (var path in new[] { "/submit", "/help?what=030201" })
        {
            await visit.Go(path);
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Expect(visit.Page.Locator(".voice")).ToBeHiddenAsync();
        }
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => ears.length"));
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_city_that_switched_it_on_says_who_hears_and_a_refused_microphone_is_no_dead_end()
    {
        await using var server = await Server.Start(
            new Dictionary<string, string> { ["SUIYING_DEMO"] = "0" },
            inCity => inCity["voiceInput"] = true
        );
        await using var visit = await With("\"unavailable\"");
        var box = visit.Page.Locator(".voice");
        await visit.Page.GotoAsync($"{server.Address}submit");
        await Expect(box).ToContainTextAsync("由浏览器的厂商转成文字");
        await Press(box, "说话输入");
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => ears[0].processLocally"));
        await visit.Page.EvaluateAsync("() => ears[0].fail('not-allowed')");
        await Expect(box.Locator("[aria-live]")).ToContainTextAsync("没有取得话筒");
        await Expect(box.GetByRole(AriaRole.Button)).ToHaveTextAsync("说话输入");
        await visit.MustBeFine("voice-denied");
        await visit.Page.GotoAsync($"{server.Address}privacy");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("声音由浏览器的厂商转成文字");
        visit.MustHaveGoneWell();
    }

    private async Task<Visit> With(string answer)
    {
        var visit = await city.Visit(Screen.Phone);
        await visit.Page.AddInitScriptAsync(Ear.Replace("{0}", answer, StringComparison.Ordinal));
        return visit;
    }

    private static Task Press(ILocator box, string button) => box.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static Task Say(Visit visit, string text, bool isFinal = true) =>
        visit.Page.EvaluateAsync("([text, isFinal]) => ears[0].say(text, isFinal)", new object[] { text, isFinal });
}
