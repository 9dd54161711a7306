using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Webhooks;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Tests.Channels.Messages;

/// <summary>Other programs are told of what the public may know, signed, and of nothing else; nobody is led into the house.</summary>
public sealed class WebhookTests(MessagesApp app) : IClassFixture<MessagesApp>
{
    [Fact]
    public async Task A_program_is_told_of_each_public_step_as_open311_shows_it_and_its_signature_is_right()
    {
        var id = await Add(WebhookEvent.Received, WebhookEvent.Moved, WebhookEvent.Closed);
        var number = (await app.Given.Request()).Number;
        await app.Given.Dispatch(number, "EAST-1");
        await Pump();
        var mine = app.Program.All.Where(g => g.Body.Contains(number, StringComparison.Ordinal)).ToList();
        Assert.All(mine, g => Assert.True(g.Signed));
        Assert.Equal(["request.received", "request.moved"], mine.Select(g => g.Member("type")));
        var open311 = await app.Visitor().Get($"/open311/v2/requests/{number}.json");
        using var shown = JsonDocument.Parse(open311.Text);
        using var told = JsonDocument.Parse(mine[^1].Body);
        Assert.Equal(JsonSerializer.Serialize(shown.RootElement[0]), JsonSerializer.Serialize(told.RootElement.GetProperty("data")));
        Assert.DoesNotContain("接孩子", string.Concat(mine.Select(g => g.Body)), StringComparison.Ordinal);
        await Revoke(id);
    }

    [Fact]
    public async Task Of_a_report_or_a_secret_matter_nothing_is_told()
    {
        var id = await Add(WebhookEvent.Received, WebhookEvent.Moved, WebhookEvent.Closed);
        var secret = (await app.Given.Request(app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "EAST-2" })).Number;
        await Pump();
        Assert.DoesNotContain(app.Program.All, g => g.Body.Contains(secret, StringComparison.Ordinal));
        await Revoke(id);
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_under_the_same_id_and_after_a_day_of_failure_the_address_is_paused()
    {
        var id = await Add(WebhookEvent.Received);
        app.Program.Answers = HttpStatusCode.InternalServerError;
        try
        {
            var number = (await app.Given.Request()).Number;
            await Pump();
            app.Clock.Advance(TimeSpan.FromSeconds(2));
            await Pump();
            var tries = app.Program.All.Where(g => g.Body.Contains(number, StringComparison.Ordinal)).ToList();
            Assert.Equal((2, 1), (tries.Count, tries.Select(g => g.Id).Distinct().Count()));
            app.Clock.Advance(TimeSpan.FromHours(25));
            await Pump();
            var paused = await Stored(id);
            Assert.False(paused.IsOn);
            Assert.Equal("连续24小时没有送达，自动暂停", paused.PausedBecause);
            var before = app.Program.All.Count;
            await app.Given.Request();
            app.Clock.Advance(TimeSpan.FromHours(5));
            await Pump();
            Assert.Equal(before, app.Program.All.Count);
        }
        finally
        {
            app.Program.Answers = HttpStatusCode.Accepted;
        }
        using var security = await app.SignIn("secadmin");
        var page = await security.Get($"/admin/webhooks/{id}");
        Assert.Contains("连续24小时没有送达", page.Says(), StringComparison.Ordinal);
        await page.Submit("main form[method=post]", ("act", "Resume"));
        Assert.True((await Stored(id)).IsOn);
        await Revoke(id);
    }

    [Fact]
    public async Task A_receiver_that_says_gone_is_paused_at_once()
    {
        var id = await Add(WebhookEvent.Received);
        app.Program.Answers = HttpStatusCode.Gone;
        try
        {
            await app.Given.Request();
            await Pump();
        }
        finally
        {
            app.Program.Answers = HttpStatusCode.Accepted;
        }
        Assert.False((await Stored(id)).IsOn);
        await Revoke(id);
    }

    [Fact]
    public async Task The_administrator_adds_tests_and_revokes_an_address_on_the_page_and_the_secret_is_shown_once()
    {
        using var security = await app.SignIn("secadmin");
        var page = await security.Get("/admin/webhooks");
        var form = "main form[method=post]";
        var wrong = await page.Submit(form, ("name", "示例程序"), ("address", "https://10.0.0.1/hook"), ("events", "Received"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("指向内部网络", wrong.Says("#address-error"), StringComparison.Ordinal);
        var added = await page.Submit(form, ("name", "示例程序"), ("address", app.Program.Address), ("events", "Received"));
        var secret = added.Says("#secret");
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await security.Get("/admin/webhooks")).Text, StringComparison.Ordinal);
        app.Program.Key = secret;
        var one = await security.Get(added.Find(".notice a[href^='/admin/webhooks/']").GetAttribute("href")!);
        var tested = await one.Submit(form, ("act", "test"));
        Assert.Contains("已送达，对方答复 202", tested.Says(), StringComparison.Ordinal);
        var got = app.Program.All[^1];
        Assert.Equal(("test", true), (got.Member("type"), got.Signed));
        Assert.Contains("没有停用", (await one.Submit(form, ("act", "Revoke"))).Says(), StringComparison.Ordinal);
        var revoked = await one.Submit(form, ("act", "Revoke"), ("sure", "true"));
        Assert.Contains("已停用", revoked.Says("dl"), StringComparison.Ordinal);
        using var audit = await app.SignIn("auditadmin");
        Assert.Empty((await audit.Get("/admin/webhooks")).All("main form[method=post]"));
        Assert.True((await audit.Get(one.Address.AbsolutePath)).IsSuccess);
    }

    [Theory, InlineData("agent"), InlineData("sysadmin"), InlineData("supervisor"), InlineData("east1")]
    public async Task A_stranger_sees_no_webhook(string login)
    {
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get("/admin/webhooks")).IsSuccess);
        Assert.False((await browser.Get($"/admin/webhooks/{Guid.Empty}")).IsSuccess);
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    public void Addresses_of_the_house_are_closed_and_public_ones_open(string address, bool open)
    {
        var guard = new OutboundGuard(new ConfigurationBuilder().Build());
        Assert.Equal(open, guard.Allows(IPAddress.Parse(address)));
        var named = new Dictionary<string, string?> { ["SUIYING_WEBHOOK_ALLOW"] = "10.1.0.0/16" };
        var opened = new OutboundGuard(new ConfigurationBuilder().AddInMemoryCollection(named).Build());
        Assert.Equal(open || address == "10.1.2.3", opened.Allows(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("http://example.com/hook", "https://")]
    [InlineData("https://name:word@example.com/", "用户名")]
    [InlineData("nonsense", "完整的网址")]
    [InlineData("https://localhost/hook", "内部网络")]
    [InlineData("https://2130706433/hook", "内部网络")]
    public async Task An_address_that_is_not_right_is_refused_with_what_would_be(string address, string says)
    {
        var problem = await new OutboundGuard(new ConfigurationBuilder().Build()).Problem(address, TestContext.Current.CancellationToken);
        Assert.Contains(says, problem?.Problem.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_begins_to_point_into_the_house_after_it_was_added_is_not_connected_to()
    {
        using var http = new HttpClient(new OutboundGuard(new ConfigurationBuilder().Build()).Handler());
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(app.Program.Address, TestContext.Current.CancellationToken));
    }

    private async Task<Guid> Add(params WebhookEvent[] events)
    {
        var command = new AddWebhook.Command
        {
            Name = "测试程序",
            Address = app.Program.Address,
            Events = events,
        };
        var added = (await app.Use<AddWebhook, Outcome<AddWebhook.Added>>(add => add.Run(command, Actor.System, default))).Value;
        app.Program.Key = added.Secret;
        return added.Id;
    }

    private Task Revoke(Guid id) =>
        app.Use<SwitchWebhook, Outcome<Done>>(s =>
            s.Run(new SwitchWebhook.Command { Webhook = id, To = WebhookTurn.Revoke }, Actor.System, default)
        );

    private Task<Webhook> Stored(Guid id) => app.Use<ChannelsDb, Webhook>(db => db.Webhooks.AsNoTracking().SingleAsync(w => w.Id == id));

    private async Task Pump()
    {
        await app.Drain();
        await app.Use<SendDeliveries, Outcome<SendDeliveries.Report>>(s => s.Run(new SendDeliveries.Command(), Actor.System, default));
    }
}
