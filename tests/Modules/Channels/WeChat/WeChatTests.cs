using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Model.WeChat;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels.WeChat;

/// <summary>微信公众号: what is written there waits in the inbox once, who writes becomes one person, and news go back there.</summary>
public sealed partial class WeChatTests(WeChatApp app) : IClassFixture<WeChatApp>
{
    private const string Form = "form:has(button[name=unbind])";

    [Fact]
    public async Task The_platform_proves_the_address_and_nobody_else_does()
    {
        using var http = app.CreateClient();
        var signature = WeChatApp.Signature("1409735669", "42");
        var path = $"/api/wechat?timestamp=1409735669&nonce=42&echostr=5921867&signature={signature}";
        Assert.Equal("5921867", await http.GetStringAsync(path));
        using var forged = await http.GetAsync(path.Replace("nonce=42", "nonce=43", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    [Fact]
    public async Task What_is_written_waits_in_the_inbox_once_and_line_after_line_is_one_message()
    {
        const string from = "oOneFollower000000000000001";
        Assert.Contains("示例", await app.Happen(from, "subscribe"), StringComparison.Ordinal);
        Assert.StartsWith("已收到", await app.Write(from, "育才街的路灯坏了", "m1"), StringComparison.Ordinal);
        Assert.StartsWith("已收到", await app.Write(from, "育才街的路灯坏了", "m1"), StringComparison.Ordinal);
        await app.Send(from, "location", "<Location_X>38.86</Location_X><Location_Y>115.49</Location_Y><Label>育才街12号</Label>");
        await app.Write(from, "有一个星期了", "m2");
        await app.Write(from, "有一个星期了", "m2");
        var message = Assert.Single(await Of(from));
        Assert.Equal((InboxKind.WeChat, InboxState.Open), (message.Kind, message.State));
        Assert.Equal("育才街的路灯坏了\n育才街12号（38.86，115.49）\n有一个星期了", await Words(message));

        // What somebody has begun to read is not changed under their eyes.
        var agent = await app.Given.Staff("agent");
        await app.Use<ReadMessage, Outcome<ReadMessage.Opened>>(read =>
            read.Run(new ReadMessage.Command { Message = message.Id, Holds = true }, agent, default)
        );
        await app.Write(from, "晚上很黑", "m3");
        Assert.Equal(2, (await Of(from)).Count);
        app.Clock.Advance(InboxShelf.OneTalk + TimeSpan.FromMinutes(1));
        await app.Write(from, "第二天还是黑的", "m4");
        Assert.Equal(3, (await Of(from)).Count);
        foreach (var trace in new[] { from, "育才街的路灯", "晚上很黑" })
            Assert.Empty(await Requests.Traces.Of(app, trace));
        using var security = await app.SignIn("secadmin");
        Assert.Contains("示例12345", (await security.Get("/admin/inbox")).Says(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image", "<PicUrl>https://example.com/1.jpg</PicUrl><MediaId>m</MediaId>", "没有收到")]
    [InlineData("voice", "<MediaId>m</MediaId><Format>amr</Format>", "没有收到")]
    [InlineData("voice", "<MediaId>m</MediaId><Recognition>楼道的灯坏了。</Recognition>", "已收到")]
    [InlineData("link", "<Title>公交改线</Title><Description>我家门口没有站了</Description><Url>https://example.com/</Url>", "已收到")]
    [InlineData("video", "<MediaId>m</MediaId>", "https://12345.example/submit")]
    public async Task What_is_sent_otherwise_is_taken_in_words_or_the_sender_is_told_where(string type, string members, string answer) =>
        Assert.Contains(answer, await app.Send($"oKinds{type}{members.Length:0000000000000}", type, members), StringComparison.Ordinal);

    [Fact]
    public async Task Only_what_carries_the_seal_of_the_account_is_taken()
    {
        var xml = app.Xml("oStranger0000000000000000001", "text", "<Content>假的</Content><MsgId>f1</MsgId>");
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Post(xml, _ => "")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Post(xml, at: app.Now.AddMinutes(-11))).Status);
        using var http = app.CreateClient();
        using var plain = new StringContent(xml);
        var timestamp = $"{app.Now.ToUnixTimeSeconds()}";
        var signature = WeChatApp.Signature(timestamp, "1");
        using var answer = await http.PostAsync($"/api/wechat?timestamp={timestamp}&nonce=1&signature={signature}", plain);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("安全模式", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Post("<xml><FromUserName>x</FromUserName></xml>")).Status);
        Assert.Empty(await Of("oStranger0000000000000000001"));
    }

    [Fact]
    public async Task A_code_of_the_signed_in_person_makes_the_account_theirs_and_news_go_there_until_it_is_taken_back()
    {
        const string from = "oTwoFollower000000000000001";
        using var browser = app.Visitor();
        await browser.SignInByPhone("13866660001");
        var person = (await app.Use<ISealedIdentities, PersonId?>(seal => seal.FindByPhone("+8613866660001", default)))!.Value;
        await app.Write(from, "绑定之前写的一条");
        Assert.NotEqual(person.Value, Assert.Single(await Of(from)).PersonId);

        var page = await (await browser.Get("/my/messages")).Submit(Form, ("unbind", "0"));
        var code = Eight().Match(page.Says("strong.code")).Value;
        Assert.Contains(
            "没有绑定",
            await app.Write(from, code == "00000000" ? "绑定 11111111" : "绑定 00000000"),
            StringComparison.Ordinal
        );
        Assert.Contains("138****0001", await app.Write(from, $"绑定 {code}"), StringComparison.Ordinal);
        // The platform sends again what it got no answer to in time.
        Assert.Contains("138****0001", await app.Write(from, $"绑定 {code}"), StringComparison.Ordinal);
        Assert.Contains("没有绑定", await app.Write("oThief000000000000000000001", $"绑定{code}"), StringComparison.Ordinal);
        Assert.Equal(person.Value, Assert.Single(await Of(from)).PersonId);
        Assert.Contains("绑定了您的微信", (await browser.Get("/my/messages")).Says(), StringComparison.Ordinal);

        var number = (await app.Given.Request(phone: "13866660001")).Number;
        Assert.Contains(number, await app.Write(from, "进度"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await app.Write("oThief000000000000000000001", "进度"), StringComparison.Ordinal);

        await Tell(person, "X-1001");
        Assert.Equal(
            "您的诉求（编号X-1001）已登记。\n查进度请登录“我的诉求”：https://12345.example/my/requests，或拨打12345。",
            app.Platform.To(from)[^1]
        );
        app.Platform.EndToken();
        await Tell(person, "X-1002");
        Assert.Contains("X-1002", app.Platform.To(from)[^1], StringComparison.Ordinal);
        Assert.Equal(3, app.Platform.Tokens);

        // Two days after the last word the platform lets nobody write.
        app.Clock.Advance(WeChatFollower.Reachable + TimeSpan.FromHours(1));
        await Tell(person, "X-1003");
        Assert.Equal(NoticeState.Dropped, await StateOf("X-1003"));
        await app.Write(from, "我还在等");
        app.Platform.Answers = 45009;
        await Tell(person, "X-1004");
        Assert.Equal(NoticeState.Waiting, await StateOf("X-1004"));
        app.Platform.Answers = 0;

        Assert.Contains("已解绑", await app.Write(from, "解绑"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await app.Write(from, "进度"), StringComparison.Ordinal);
        await Tell(person, "X-1005");
        Assert.DoesNotContain(app.Platform.To(from), t => t.Contains("X-1005", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_are_not_guessed_and_end_after_ten_minutes()
    {
        using var browser = app.Visitor();
        await browser.SignInByPhone("13866660002");
        var code = Eight().Match((await (await browser.Get("/my/messages")).Submit(Form, ("unbind", "0"))).Says("strong.code")).Value;
        const string guesser = "oGuesser00000000000000000001";
        for (var i = 0; i < WeChatFollower.MostTries; i++)
            await app.Write(guesser, $"绑定 {(code == "12345678" ? "87654321" : "12345678")}");
        Assert.Contains("没有绑定", await app.Write(guesser, $"绑定 {code}"), StringComparison.Ordinal);
        app.Clock.Advance(WeChatCode.Lasts + TimeSpan.FromSeconds(1));
        Assert.Contains("没有绑定", await app.Write("oLate0000000000000000000001", $"绑定 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_is_forgotten_and_who_was_erased_comes_back_as_somebody_new()
    {
        const string from = "oFourFollower00000000000001";
        await app.Write(from, "第一次写来");
        var first = Assert.Single(await Of(from)).Person!.Value;
        await app.Use<ISealedIdentities, int>(seal => seal.Erase([first], default));
        await app.Write(from, "删除以后再写来");
        Assert.NotEqual(first, (await Of(from)).Select(m => m.Person!.Value).Last());
        Assert.Equal("", await app.Happen(from, "unsubscribe"));
        Assert.False(await app.Use<ChannelsDb, bool>(db => db.Followers.AnyAsync(f => f.Id == WeChatFollower.IdOf(from))));
    }

    [Fact]
    public async Task Nobody_else_is_given_a_code_and_nobody_else_hands_messages_in()
    {
        foreach (var by in new[] { Actor.Visitor, Actor.System, await app.Given.Staff(Role.Agent) })
            Assert.IsType<NotAllowed>(
                (await app.Use<LinkWeChat, Outcome<LinkWeChat.Begun>>(u => u.Run(new LinkWeChat.Command(), by, default))).Refusal
            );
        var message = WeChatMessage.Read(app.Xml("oX", "text", "<Content>x</Content>"))!;
        var command = new ReceiveWeChat.Command { Message = message, At = app.Now };
        foreach (var by in new[] { Actor.Visitor, await app.Given.Staff(Role.SystemAdmin) })
            Assert.IsType<NotAllowed>(
                (await app.Use<ReceiveWeChat, Outcome<ReceiveWeChat.Answered>>(u => u.Run(command, by, default))).Refusal
            );
    }

    private async Task Tell(PersonId person, string number)
    {
        // Only by WeChat, and at an hour when messages go out.
        await app.Use<ChannelsDb, int>(async db =>
        {
            var wishes = await db.Wishes.SingleAsync(w => w.PersonId == person.Value);
            wishes.Choose(new ChosenChannels(false, false, false, true), null, new QuietHours(default, default), DigestRhythm.AtOnce);
            return await db.SaveChangesAsync();
        });
        var telling = new Telling
        {
            Id = Guid.CreateVersion7(app.Now),
            Person = person,
            Event = MessageEvent.Registered,
            Matter = number,
            Facts = new MessageFacts { Number = number },
        };
        await app.Use<INotifier, bool>(async notifier =>
        {
            await notifier.Tell(telling, default);
            return true;
        });
        await app.Drain();
    }

    private Task<NoticeState> StateOf(string matter) =>
        app.Use<ChannelsDb, NoticeState>(db => db.Notices.Where(n => n.Matter == matter).Select(n => n.State).SingleAsync());

    private Task<List<IncomingMessage>> Of(string openId)
    {
        var prefix = $"{WeChatFollower.IdOf(openId):N}-";
        return app.Use<ChannelsDb, List<IncomingMessage>>(db =>
            db.Inbox.AsNoTracking().Where(m => m.ExternalId.StartsWith(prefix)).OrderBy(m => m.ReceivedAt).ToListAsync()
        );
    }

    private Task<string?> Words(IncomingMessage message) => app.Use<InboxGate, string?>(gate => Task.FromResult(gate.Open(message)?.Text));

    [GeneratedRegex("[0-9]{8}")]
    private static partial Regex Eight();
}
