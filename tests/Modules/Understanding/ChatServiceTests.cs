using System.Net;
using Microsoft.Extensions.Configuration;
using Suiying.Contracts.Understanding;
using Suiying.Requests.Features;
using Suiying.Testing;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Tests.Understanding;

/// <summary>What becomes of a service that does not answer, answers nonsense or too much; and of wrong settings.</summary>
public sealed class ChatServiceTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly DraftAsked Asked = new()
    {
        Kind = DraftKind.Reply,
        Number = "9901",
        Category = "路灯",
        Told = ["路灯不亮"],
    };

    public static TheoryData<string, HttpStatusCode, string, string> Answers =>
        new()
        {
            { "{\"choices\":[]}", HttpStatusCode.OK, "chat_unreadable", "no choice" },
            { "<html>welcome</html>", HttpStatusCode.OK, "chat_unreadable", "a page" },
            { "", HttpStatusCode.OK, "chat_unreadable", "nothing" },
            { "[1,2]", HttpStatusCode.OK, "chat_unreadable", "other JSON" },
            { "{\"error\":\"no such model\"}", HttpStatusCode.NotFound, "chat_refused", "no such model" },
            { "{}", HttpStatusCode.Unauthorized, "chat_refused", "a wrong key" },
            { "oh", HttpStatusCode.InternalServerError, "chat_refused", "a fault" },
            { new string('x', 3_000_000), HttpStatusCode.OK, "chat_too_long", "three megabytes" },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_is_none_is_told_plainly(string raw, HttpStatusCode status, string code, string what)
    {
        (app.Chat.Writes, app.Chat.Raw, app.Chat.Status) = (null, raw, status);
        Assert.False((await Write()).Ok(out _, out var refusal), what);
        Assert.Equal(code, refusal.Code);
        app.Chat.Status = HttpStatusCode.OK;
    }

    [Theory]
    [InlineData("", "stop", "chat_unreadable")]
    [InlineData("<think>想一想</think>  \n", "stop", "chat_unreadable")]
    [InlineData("说到一半", "length", "chat_too_long")]
    [InlineData(null, "stop", "chat_too_long")]
    public async Task A_draft_that_is_empty_cut_off_or_too_long_is_not_taken(string? writes, string ends, string code)
    {
        (app.Chat.Writes, app.Chat.Ends) = (writes ?? new string('长', DraftPrompt.LongestDraft + 1), ends);
        Assert.False((await Write()).Ok(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
        app.Chat.Ends = "stop";
    }

    [Fact]
    public async Task What_a_model_says_to_itself_and_what_cannot_be_shown_is_left_out()
    {
        app.Chat.Writes = "<think>用户想要……</think>\n\n您好，\u0007已修好。\u001b[31m\n请查看。";
        Assert.Equal("您好，已修好。[31m\n请查看。", (await Write()).Value.Text);
    }

    [Fact]
    public async Task Whoever_does_not_want_to_wait_gives_up_and_a_silent_service_is_given_up_by_the_clock()
    {
        var before = app.Chat.Count;
        (app.Chat.Writes, app.Chat.Holds) = ("迟了", true);
        using var given = new CancellationTokenSource();
        var wanted = Write(given.Token);
        await AskedFor(1);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wanted);
        app.Chat.Release();

        var waited = Write();
        await AskedFor(2);
        app.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.False((await waited).Ok(out _, out var refusal));
        Assert.Equal("chat_silent", refusal.Code);
        app.Chat.Holds = false;
        app.Chat.Release();

        async Task AskedFor(int more)
        {
            while (app.Chat.Count < before + more)
                await Task.Yield();
        }
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told()
    {
        using var writer = new DraftWriter(
            Read(("URL", "http://127.0.0.1:1/v1"), ("MODEL", "m")),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<DraftWriter>.Instance
        );
        Assert.False((await writer.Write(Asked, Actor.System, CancellationToken.None)).Ok(out _, out var refusal));
        Assert.Equal("chat_unreached", refusal.Code);
    }

    [Theory]
    [InlineData("SUIYING_CHAT_URL", "ftp://model.example/v1")]
    [InlineData("SUIYING_CHAT_URL", "10.0.0.8:8000")]
    [InlineData("SUIYING_CHAT_URL", "http://me:secret@model.example/v1")]
    [InlineData("SUIYING_CHAT_MODEL", "")]
    [InlineData("SUIYING_CHAT_MODEL", "a;b=c")]
    [InlineData("SUIYING_CHAT_SECONDS", "0")]
    [InlineData("SUIYING_CHAT_SECONDS", "soon")]
    [InlineData("SUIYING_CHAT_TOKENS", "1000000")]
    public void A_wrong_setting_is_told_at_the_start_by_its_name(string key, string value)
    {
        var name = key["SUIYING_CHAT_".Length..];
        var problem = Assert.Throws<InvalidOperationException>(() =>
            Read([.. new[] { ("URL", "http://model.example/v1"), ("MODEL", "m") }.Where(s => s.Item1 != name), (name, value)])
        );
        Assert.Contains(key, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_never_says_its_key() =>
        Assert.DoesNotContain(
            "hush",
            Read(("URL", "http://model.example/v1"), ("MODEL", "m"), ("KEY", "hush")).ToString(),
            StringComparison.Ordinal
        );

    private Task<Outcome<ModelDraft>> Write(CancellationToken ct = default) =>
        app.Use<IDraftWriter, Outcome<ModelDraft>>(writer => writer.Write(Asked, Actor.System, ct));

    private static ChatSetting Read(params IEnumerable<(string Name, string Value)> settings) =>
        ChatSetting.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>($"SUIYING_CHAT_{s.Name}", s.Value)))
                .Build()
        );
}

/// <summary>A city that has set up nothing is offered nothing.</summary>
public sealed class NoChatTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task Without_a_service_no_page_offers_drafts_and_nothing_is_asked()
    {
        var number = await app.Given.ReviewedRequest();
        using var browser = await app.SignIn(Role.Supervisor);
        Assert.DoesNotContain("概要", (await browser.Get($"/desk/all/{number}")).Says("main"), StringComparison.Ordinal);
        var query = new SuggestSummary.Query { Number = number };
        var by = await app.Given.Staff(Role.Supervisor);
        var outcome = await app.Use<SuggestSummary, Outcome<ModelDraft>>(use => use.Run(query, by, CancellationToken.None));
        Assert.False(outcome.Ok(out _, out var refusal));
        Assert.Equal("no_chat", refusal.Code);
    }
}
