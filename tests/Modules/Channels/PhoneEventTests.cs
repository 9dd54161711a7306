using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Testing;

namespace Suiying.Tests.Channels;

/// <summary>What a telephone system tells of calls: who may tell it, what is done with it, and what is said to what is wrong.</summary>
public sealed class PhoneEventTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_call_rings_is_answered_ends_and_is_written_up_on_the_agents_panel()
    {
        using var exchange = await Exchange.Connect(app);
        await exchange.Tell(CallEventKind.Queued, "a1", from: "13800001111", ago: 9);
        await exchange.Tell(CallEventKind.Ringing, "a1", "agent", "13800001111", ago: 5);
        var ringing = (await exchange.PanelOf("agent")).Call!;
        Assert.Equal((CallState.Ringing, "138****1111"), (ringing.State, ringing.MaskedPhone));
        Assert.NotNull(ringing.Caller);
        Assert.Null((await exchange.PanelOf("agent2")).Call);

        await exchange.Tell(CallEventKind.Answered, "a1", "agent");
        Assert.Equal(CallState.Talking, (await exchange.PanelOf("agent")).Call!.State);
        await exchange.Tell(CallEventKind.Ended, "a1");
        var ended = (await exchange.PanelOf("agent")).Call!;
        Assert.Equal(CallState.WrappingUp, ended.State);

        var (own, other) = (await app.Given.Staff("agent"), await app.Given.Staff("agent2"));
        Assert.False((await Finish(ended.Id, other)).Ok(out _, out _));
        Assert.True((await Finish(ended.Id, own)).Ok(out _, out _));
        Assert.Null((await exchange.PanelOf("agent")).Call);
    }

    [Fact]
    public async Task A_call_that_is_transferred_rings_at_the_colleague_and_one_that_leaves_the_hotline_is_over()
    {
        using var exchange = await Exchange.Connect(app);
        await exchange.Answer("b1", "agent", "13800001112");
        await exchange.Tell(CallEventKind.Transferred, "b1", agent: "agent2");
        Assert.Null((await exchange.PanelOf("agent")).Call);
        Assert.Equal(CallState.Ringing, (await exchange.PanelOf("agent2")).Call!.State);
        await exchange.Tell(CallEventKind.Answered, "b1", "agent2");
        await exchange.Tell(CallEventKind.Transferred, "b1", to: "110");
        Assert.Equal(CallState.WrappingUp, (await exchange.PanelOf("agent2")).Call!.State);
        var call = await Stored(exchange, "b1");
        Assert.Equal("110", call.TransferredTo);
        Assert.Equal(TimeSpan.FromSeconds(4), call.Times.Wait);
    }

    [Fact]
    public async Task Events_that_come_twice_or_in_any_order_make_the_same_call()
    {
        using var exchange = await Exchange.Connect(app);
        CallNotice At(CallEventKind kind, string call, int ago) =>
            new()
            {
                Kind = kind,
                Call = call,
                At = app.Now.AddSeconds(-ago),
                Agent = kind is CallEventKind.Ended or CallEventKind.Queued ? null : "agent",
                From = "13800001113",
            };
        CallNotice[] Life(string call) =>
            [
                At(CallEventKind.Queued, call, 90),
                At(CallEventKind.Ringing, call, 80),
                At(CallEventKind.Answered, call, 70),
                At(CallEventKind.Ended, call, 10),
            ];
        foreach (var (kind, i) in Life("c1").Select((n, i) => (n, i)))
            Assert.Equal(HttpStatusCode.OK, (await exchange.Send(kind, $"c1-{i}")).Status);
        foreach (var (kind, i) in Life("c2").Select((n, i) => (n, i)).Reverse())
        {
            Assert.Equal(HttpStatusCode.OK, (await exchange.Send(kind, $"c2-{i}")).Status);
            Assert.Contains("\"repeated\":true", (await exchange.Send(kind, $"c2-{i}")).Text, StringComparison.Ordinal);
        }
        var (first, second) = (await Stored(exchange, "c1"), await Stored(exchange, "c2"));
        // The second call ended the writing up of the first.
        Assert.Equal(first.Times with { WrappedAt = null }, second.Times);
        Assert.Equal(
            (first.AgentId, first.TakenAt, first.PersonId, first.MaskedPhone),
            (second.AgentId, second.TakenAt, second.PersonId, second.MaskedPhone)
        );
        Assert.Equal(TimeSpan.FromSeconds(20), first.Times.Wait);
        Assert.Equal(TimeSpan.FromSeconds(60), first.Times.Talk);
    }

    [Fact]
    public async Task The_next_call_ends_the_writing_up_of_the_last()
    {
        using var exchange = await Exchange.Connect(app);
        await exchange.Answer("d1", "agent2", "13800001114");
        await exchange.Tell(CallEventKind.Ended, "d1", ago: 0);
        app.Clock.Advance(TimeSpan.FromSeconds(40));
        await exchange.Tell(CallEventKind.Ringing, "d2", "agent2", "13800001115");
        Assert.Equal(TimeSpan.FromSeconds(40), (await Stored(exchange, "d1")).Times.WrapUp);
        Assert.Equal(CallState.Ringing, (await exchange.PanelOf("agent2")).Call!.State);
        await exchange.Tell(CallEventKind.Ended, "d2");
        Assert.Null((await exchange.PanelOf("agent2")).Call);
    }

    [Fact]
    public async Task Only_what_an_exchange_signed_is_taken()
    {
        using var exchange = await Exchange.Connect(app);
        var body = $$"""{"event":"queued","call":"e1","at":"{{app.Now:O}}"}""";
        var seal = SignedMessage.Seal(exchange.Key.Secret, "m1", app.Now, body);
        Assert.Equal(HttpStatusCode.OK, await Post(exchange.Key.Id, seal, body));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(exchange.Key.Id, seal with { Signature = "" }, body));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(exchange.Key.Id, seal, body.Replace("e1", "e2", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, await Post(Guid.CreateVersion7(), seal, body));
        using var another = await Exchange.Connect(app);
        Assert.Equal(HttpStatusCode.Forbidden, await Post(another.Key.Id, seal, body));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await Post(
                exchange.Key.Id,
                SignedMessage.Seal(exchange.Key.Secret, "m2", app.Now, new string('x', 40_000)),
                new string('x', 40_000)
            )
        );

        var revoke = new RevokeExchange.Command { Exchange = exchange.Key.Id, Reason = "换了平台" };
        Assert.True((await app.Use<RevokeExchange, Outcome<Done>>(use => use.Run(revoke, Actor.System, default))).Ok(out _, out _));
        Assert.Equal(HttpStatusCode.NotFound, await Post(exchange.Key.Id, seal, body));
    }

    [Theory]
    [InlineData("""nothing""", "body")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"call":"x","at":"NOW"}""", "event")]
    [InlineData("""{"event":"sneezed","call":"x","at":"NOW"}""", "event")]
    [InlineData("""{"event":"queued","at":"NOW"}""", "call")]
    [InlineData("""{"event":"queued","call":"x"}""", "at")]
    [InlineData("""{"event":"queued","call":"x","at":"2026-03-02T10:00:00"}""", "at")]
    [InlineData("""{"event":"queued","call":"x","at":"2020-03-02T10:00:00Z"}""", "at")]
    [InlineData("""{"event":"ringing","call":"x","at":"NOW","from":"13800001116"}""", "agent")]
    [InlineData("""{"event":"ringing","call":"x","at":"NOW","agent":"agent","from":"公安局"}""", "from")]
    [InlineData("""{"event":"transferred","call":"x","at":"NOW"}""", "to")]
    [InlineData("""{"event":"ended","call":"x","at":"NOW","recording":"https://evil.example/x.wav"}""", "recording")]
    [InlineData("""{"event":"ended","call":"x","at":"NOW","recording":"../../etc/passwd"}""", "recording")]
    [InlineData("""{"event":"ended","call":7,"at":"NOW"}""", "call")]
    public async Task What_is_wrong_is_named_by_its_member(string json, string field)
    {
        using var exchange = await Exchange.Connect(app);
        var body = json.Replace("NOW", app.Now.ToString("O"), StringComparison.Ordinal);
        using var answer = await Ask(exchange.Key.Id, SignedMessage.Seal(exchange.Key.Secret, "m", app.Now, body), body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"field\":\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var security = await app.SignIn("secadmin");
        Assert.Contains("最近的问题", (await security.Get("/admin/exchanges")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_whom_nobody_knows_is_warned_of_and_the_call_still_counts()
    {
        using var exchange = await Exchange.Connect(app);
        var answer = await exchange.Tell(CallEventKind.Answered, "f1", "nobody", "13800001117");
        Assert.Equal("agent", answer.GetProperty("warnings")[0].GetProperty("field").GetString());
        // A unit's handler has a desk, but no phone.
        Assert.Equal(
            1,
            (await exchange.Tell(CallEventKind.Answered, "f2", "east1", "13800001117")).GetProperty("warnings").GetArrayLength()
        );
        var call = await Stored(exchange, "f1");
        Assert.NotNull(call.AnsweredAt);
        Assert.Null(call.PersonId);
    }

    [Fact]
    public async Task Nobodys_number_is_in_any_table_of_calls()
    {
        using var exchange = await Exchange.Connect(app);
        await exchange.Tell(CallEventKind.Queued, "g0", from: "13899997777");
        await exchange.Tell(CallEventKind.Ended, "g0");
        Assert.Null((await Stored(exchange, "g0")).PersonId);
        await exchange.Answer("g1", "agent", "13899997777");
        Assert.NotNull((await Stored(exchange, "g1")).PersonId);
        Assert.Empty(await Requests.Traces.Of(app, "13899997777"));
        await exchange.Tell(CallEventKind.Ended, "g1");
        await Finish((await Stored(exchange, "g1")).Id, await app.Given.Staff("agent"));
    }

    [Fact]
    public async Task Whoever_only_knocks_is_asked_to_wait_and_an_exchange_is_not()
    {
        await using var narrow = new NarrowApp();
        await narrow.InitializeAsync();
        using var exchange = await Exchange.Connect(narrow);
        using var http = narrow.CreateClient();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 4; i++)
        {
            last?.Dispose();
            last = await http.PostAsync($"/api/phone/{exchange.Key.Id}/events", new StringContent("{}", Encoding.UTF8, "application/json"));
            Assert.Equal(i < 3 ? HttpStatusCode.Forbidden : HttpStatusCode.TooManyRequests, last.StatusCode);
        }
        Assert.NotNull(last!.Headers.RetryAfter);
        last.Dispose();
        for (var i = 0; i < 5; i++)
            await exchange.Tell(CallEventKind.Queued, $"h{i}");
    }

    private Task<Outcome<Done>> Finish(Guid call, Actor by) =>
        app.Use<IPhoneDesk, Outcome<Done>>(phone => phone.FinishCall(call, by, default));

    private Task<PhoneCall> Stored(Exchange exchange, string call) =>
        app.Use<ChannelsDb, PhoneCall>(db =>
            db.Calls.AsNoTracking().SingleAsync(c => c.ExchangeId == exchange.Key.Id && c.ExternalId == call)
        );

    private async Task<HttpStatusCode> Post(Guid exchange, MessageSeal seal, string body)
    {
        using var answer = await Ask(exchange, seal, body);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Ask(Guid exchange, MessageSeal seal, string body)
    {
        using var http = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/phone/{exchange}/events");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", seal.Id);
        request.Headers.Add("webhook-timestamp", seal.Timestamp);
        request.Headers.Add("webhook-signature", seal.Signature);
        return await http.SendAsync(request);
    }
}
