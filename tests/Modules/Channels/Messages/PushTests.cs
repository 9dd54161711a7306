using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Model.Push;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Messages;

/// <summary>Push reaches the browser that asked for it, and the service on the way reads nothing.</summary>
public sealed class PushTests(MessagesApp app) : IClassFixture<MessagesApp>
{
    [Fact]
    public void The_example_of_rfc_8291_is_sealed_byte_by_byte()
    {
        var target = new PushTarget(
            "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
            Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg")
        );
        var sender = PushSealing.PointOf(
            Base64Url.DecodeFromChars("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")
        );
        sender.D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        using var key = ECDiffieHellman.Create(sender);
        var body = PushSealing.Seal(
            Encoding.ASCII.GetBytes("When I grow up, I want to be a watermelon"),
            target,
            key,
            Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw")
        );
        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body)
        );
    }

    [Fact]
    public async Task A_browser_that_asked_reads_the_number_and_its_service_knows_who_sends()
    {
        using var browser = await app.Resident("13844440001");
        var person = await app.Person("13844440001");
        var page = await Ask(browser, app.Push.Endpoint);
        Assert.Contains("这个浏览器会收到推送", page.Says(), StringComparison.Ordinal);
        await app.Tell(person, MessageEvent.Registered, "P-0001");
        var got = Assert.Single(app.Push.All, g => g.Text.Contains("P-0001", StringComparison.Ordinal));
        Assert.True(got.Vouched);
        Assert.Equal(page.Find("form[data-push]").GetAttribute("data-push"), got.Key);
        var stored = await app.Use<ChannelsDb, string>(db =>
            db.Browsers.Where(b => b.PersonId == person.Value).Select(b => b.Target).SingleAsync()
        );
        Assert.DoesNotContain("127.0.0.1", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_is_gone_is_forgotten_and_one_that_leads_into_the_house_is_refused()
    {
        using var browser = await app.Resident("13844440002");
        var person = await app.Person("13844440002");
        await Ask(browser, app.Push.Endpoint + "/two");
        app.Push.Answers = HttpStatusCode.Gone;
        try
        {
            await app.Tell(person, MessageEvent.Registered, "P-0002");
        }
        finally
        {
            app.Push.Answers = HttpStatusCode.Created;
        }
        var push = (await app.Kept("P-0002")).Single(n => n.Channel == MessageChannel.Push);
        Assert.Equal(NoticeState.Dropped, push.State);
        Assert.Equal(0, await app.Use<ChannelsDb, int>(db => db.Browsers.CountAsync(b => b.PersonId == person.Value)));
        foreach (var inside in new[] { "https://10.0.0.1/push", "http://example.com/push", "nonsense", "" })
            Assert.Equal(HttpStatusCode.BadRequest, (await Ask(browser, inside)).Status);
    }

    private async Task<Page> Ask(Browser browser, string endpoint) =>
        await (await browser.Get("/my/messages")).Submit(
            "form[data-push]",
            ("endpoint", endpoint),
            ("p256dh", app.Push.P256dh),
            ("auth", app.Push.Auth)
        );
}
