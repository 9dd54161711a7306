using System.Net;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;

namespace Suiying.Tests.Channels.Messages;

/// <summary>What is told goes out once, waits where it has to, and is not lost where it cannot go out.</summary>
public sealed class SendNoticesTests(MessagesApp app) : IClassFixture<MessagesApp>
{
    [Fact]
    public async Task A_text_message_is_signed_keeps_its_id_and_what_is_told_twice_goes_out_once()
    {
        using var browser = await app.Resident("13811110001");
        var person = await app.Person("13811110001");
        var told = await app.Tell(person, MessageEvent.Dispatched, "N-0001");
        await app.Tell(person, MessageEvent.Dispatched, "N-0001", told.Id);
        var got = Assert.Single(app.Sms.To("+8613811110001"), m => m.Text.Contains("N-0001", StringComparison.Ordinal));
        Assert.True(got.Signed);
        Assert.Equal("【12345】您的诉求（编号N-0001）已派给东街道办事处办理。查进度请登录“我的诉求”，或拨打12345。", got.Text);
        var kept = Assert.Single(await app.Kept("N-0001"));
        Assert.Equal((NoticeState.Sent, "", $"msg_{kept.Id:N}"), (kept.State, kept.Facts, got.Id));
    }

    [Fact]
    public async Task What_the_gateway_does_not_take_is_tried_again_later_under_the_same_id_then_dead_and_sent_again_by_hand()
    {
        using var browser = await app.Resident("13811110002");
        var person = await app.Person("13811110002");
        app.Sms.Answers = HttpStatusCode.ServiceUnavailable;
        try
        {
            await app.Tell(person, MessageEvent.Registered, "N-0002");
            var first = Assert.Single(await app.Kept("N-0002"));
            Assert.Equal((NoticeState.Waiting, 1, "短信网关答复 503"), (first.State, first.Attempts, first.Problem));
            Assert.Equal(0, (await app.Turn()).Failed);
            for (var tries = 0; tries < 9 && (await app.Kept("N-0002"))[0].State == NoticeState.Waiting; tries++)
            {
                var due = (await app.Kept("N-0002"))[0].DueAt;
                app.Clock.Advance(due > app.Now ? due - app.Now : TimeSpan.Zero);
                await app.Turn();
            }
            Assert.Equal(NoticeState.Dead, (await app.Kept("N-0002"))[0].State);
        }
        finally
        {
            app.Sms.Answers = HttpStatusCode.Accepted;
        }
        using var admin = await app.SignIn("sysadmin");
        var page = await admin.Get("/admin/outgoing");
        Assert.Contains("N-0002", page.Says("#notices"), StringComparison.Ordinal);
        Assert.DoesNotContain("13811110002", page.Text, StringComparison.Ordinal);
        var id = page.All("#notices tr")
            .Single(r => r.TextContent.Contains("N-0002", StringComparison.Ordinal))
            .QuerySelector("button")!
            .GetAttribute("value")!;
        var again = await page.Submit("main form[method=post]", ("notice", id));
        Assert.Contains("已重发 1 条", again.Says(), StringComparison.Ordinal);
        await app.Drain();
        Assert.Equal(NoticeState.Sent, (await app.Kept("N-0002"))[0].State);
        Assert.Single(
            app.Sms.To("+8613811110002").Where(m => m.Text.Contains("N-0002", StringComparison.Ordinal)).Select(m => m.Id).Distinct()
        );
    }

    [Fact]
    public async Task What_the_gateway_refuses_for_good_is_not_tried_again()
    {
        using var browser = await app.Resident("13811110003");
        app.Sms.Answers = HttpStatusCode.BadRequest;
        try
        {
            await app.Tell(await app.Person("13811110003"), MessageEvent.Registered, "N-0003");
        }
        finally
        {
            app.Sms.Answers = HttpStatusCode.Accepted;
        }
        Assert.Equal((NoticeState.Dead, 1), ((await app.Kept("N-0003"))[0].State, (await app.Kept("N-0003"))[0].Attempts));
    }

    [Fact]
    public async Task At_night_what_can_wait_waits_until_eight_and_what_cannot_does_not()
    {
        using var browser = await app.Resident("13811110004");
        var person = await app.Person("13811110004");
        ToLocal(23, 30);
        await app.Tell(person, MessageEvent.Registered, "N-0004");
        await app.Tell(person, MessageEvent.Emergency, "N-0005");
        Assert.Equal((NoticeState.Waiting, NoticeState.Sent), ((await app.Kept("N-0004"))[0].State, (await app.Kept("N-0005"))[0].State));
        ToLocal(7, 59);
        await app.Turn();
        Assert.Equal(NoticeState.Waiting, (await app.Kept("N-0004"))[0].State);
        ToLocal(8, 0);
        await app.Turn();
        Assert.Equal(NoticeState.Sent, (await app.Kept("N-0004"))[0].State);
        ToLocal(10, 0);
    }

    [Theory, InlineData("agent"), InlineData("supervisor"), InlineData("secadmin"), InlineData("east1")]
    public async Task A_stranger_sees_nothing_of_what_goes_out(string login)
    {
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get("/admin/outgoing")).IsSuccess);
    }

    [Fact]
    public async Task The_audit_reads_and_sends_nothing()
    {
        using var audit = await app.SignIn("auditadmin");
        var page = await audit.Get("/admin/outgoing?state=Sent");
        Assert.True(page.IsSuccess);
        Assert.Empty(page.All("main form button"));
    }

    [Fact]
    public async Task Two_senders_at_once_send_a_message_once()
    {
        using var browser = await app.Resident("13811110007");
        var person = await app.Person("13811110007");
        ToLocal(23, 0);
        string[] numbers = ["N-0010", "N-0011", "N-0012"];
        foreach (var number in numbers)
            await app.Tell(person, MessageEvent.Registered, number);
        ToLocal(8, 30);
        await Task.WhenAll(app.Turn(), app.Turn(), app.Turn());
        foreach (var number in numbers)
            Assert.Single(app.Sms.To("+8613811110007"), m => m.Text.Contains(number, StringComparison.Ordinal));
        ToLocal(10, 0);
    }

    [Fact]
    public async Task What_was_sent_long_ago_is_deleted()
    {
        using var browser = await app.Resident("13811110006");
        await app.Tell(await app.Person("13811110006"), MessageEvent.Registered, "N-0006");
        app.Clock.Advance(ClearMessages.NoticesKept + TimeSpan.FromDays(1));
        await app.Use<ClearMessages, Outcome<ClearMessages.Cleared>>(c => c.Run(new ClearMessages.Command(), Actor.System, default));
        Assert.Empty(await app.Kept("N-0006"));
        foreach (var refused in new[] { Actor.Visitor, Actor.Resident(Guid.Empty) })
            Assert.IsType<NotAllowed>(
                (await app.Use<SendNotices, Outcome<SendNotices.Report>>(s => s.Run(new SendNotices.Command(), refused, default))).Refusal
            );
    }

    /// <summary>Goes on to the next such time in the city.</summary>
    private void ToLocal(int hour, int minute)
    {
        var local = app.City.Calendar.Local(app.Now).DateTime;
        var next = local.Date.AddHours(hour).AddMinutes(minute);
        app.Clock.Advance((next > local ? next : next.AddDays(1)) - local);
    }
}
