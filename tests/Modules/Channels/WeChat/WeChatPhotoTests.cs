using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.WeChat;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;
using Suiying.Tests.Hostile;
using static Suiying.Tests.Requests.ResidentPhotoTests;

namespace Suiying.Tests.Channels.WeChat;

/// <summary>微信照片: fetched from the platform while it waits for the answer, and laid to the talk.</summary>
public sealed class WeChatPhotoTests(WeChatApp app) : IClassFixture<WeChatApp>
{
    [Fact]
    public async Task A_photo_begins_a_message_or_joins_the_talk_and_is_fetched_once()
    {
        const string from = "oPhotoFollower0000000000001";
        app.Platform.Pictures["M1"] = Photo(61, 40);
        app.Platform.Pictures["M2"] = Photo(62, 40);
        Assert.StartsWith("照片已收到", await app.Show(from, "M1", "p1"), StringComparison.Ordinal);
        Assert.StartsWith("照片已收到", await app.Show(from, "M1", "p1"), StringComparison.Ordinal);
        Assert.Contains("有照片也可以发来", await app.Write(from, "育才街的路灯杆倒了"), StringComparison.Ordinal);
        app.Platform.EndToken();
        Assert.StartsWith("照片已收到", await app.Show(from, "M2"), StringComparison.Ordinal);
        var (message, words) = Assert.Single(await Of(from));
        Assert.Equal((InboxKind.WeChat, InboxState.Open), (message.Kind, message.State));
        Assert.Equal(("（图片）\n育才街的路灯杆倒了", 2), (words.Text, words.Photos.Count));
        Assert.Equal(["M1", "M2"], app.Platform.Asked.Where(m => m is "M1" or "M2"));

        // What somebody has begun to read is not changed under their eyes.
        var agent = await app.Given.Staff("agent");
        var look = new ReadMessage.Command { Message = message.Id, Holds = true };
        var opened = await app.Use<ReadMessage, Outcome<ReadMessage.Opened>>(read => read.Run(look, agent, default));
        Assert.Equal(2, opened.Value.Words!.Photos.Count);
        await app.Show(from, "M1");
        Assert.Equal(2, (await Of(from)).Count);
    }

    [Fact]
    public async Task More_than_five_photos_are_more_than_one_message()
    {
        const string from = "oManyPhotos00000000000000001";
        for (var i = 0; i < 6; i++)
        {
            app.Platform.Pictures[$"N{i}"] = Photo(40 + i, 30);
            await app.Show(from, $"N{i}");
        }
        Assert.Equal([1, 5], (await Of(from)).Select(m => m.Words.Photos.Count).Order());
    }

    [Fact]
    public async Task What_is_no_photo_or_is_not_handed_out_is_told_and_nothing_waits()
    {
        const string from = "oNoPhoto00000000000000000001";
        app.Platform.Pictures["page"] = "<html><script>alert(1)</script></html>"u8.ToArray();
        app.Platform.Pictures["heic"] = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];
        app.Platform.Pictures["huge"] = Nasty.HugePicture();
        app.Platform.Pictures["heavy"] = [.. Photo(50, 50), .. new byte[IIncomingPhotos.MostBytes]];
        app.Platform.Pictures["brace"] = "{not json"u8.ToArray();
        app.Platform.Pictures["empty"] = [];
        foreach (var media in new[] { "page", "heic", "huge", "heavy", "brace", "empty", "unknown", "a&media_id=page" })
            Assert.StartsWith(
                "这张照片没有收到。请再发一次",
                await app.Show(from, System.Security.SecurityElement.Escape(media)),
                StringComparison.Ordinal
            );
        Assert.Empty(await Of(from));
        Assert.Contains("录音和视频没有收到", await app.Send(from, "voice", "<MediaId>m</MediaId>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sender_is_answered_before_the_platform_gives_up()
    {
        const string from = "oSlowPhoto000000000000000001";
        var answer = app.Show(from, WeChatPlatform.Slow);
        await app.Platform.Silent.Task;
        app.Clock.Advance(WeChatTalk.Patience);
        Assert.StartsWith("这张照片没有收到", await answer, StringComparison.Ordinal);
        app.Platform.Speaks.SetResult();
        Assert.Empty(await Of(from));
    }

    private Task<List<(IncomingMessage Message, MessageWords Words)>> Of(string openId)
    {
        var prefix = $"{WeChatFollower.IdOf(openId):N}-";
        return app.Use<InboxGate, List<(IncomingMessage, MessageWords)>>(async gate =>
            [
                .. (
                    await app.Use<ChannelsDb, List<IncomingMessage>>(db =>
                        db.Inbox.AsNoTracking().Where(m => m.ExternalId.StartsWith(prefix)).OrderBy(m => m.Id).ToListAsync()
                    )
                ).Select(m => (m, gate.Open(m)!)),
            ]
        );
    }
}

/// <summary>Without the account's secret nothing can be fetched: the sender is told where photos can be sent.</summary>
public sealed class WeChatWithoutSecretTests(ListeningApp app) : IClassFixture<ListeningApp>
{
    [Fact]
    public async Task Photos_are_not_taken_and_the_sender_is_told_where()
    {
        var answer = await app.Show("oListening000000000000000001", "M1");
        Assert.StartsWith("这里只收文字和位置，照片、录音和视频没有收到。", answer, StringComparison.Ordinal);
        Assert.Contains("https://12345.example/submit", answer, StringComparison.Ordinal);
        Assert.Contains("要发照片、选位置", await app.Happen("oListening000000000000000001", "subscribe"), StringComparison.Ordinal);
        Assert.Empty(app.Platform.Asked);
    }
}
