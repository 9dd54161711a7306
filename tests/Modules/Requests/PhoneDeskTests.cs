using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;
using Exchange = Suiying.Tests.Channels.Exchange;

namespace Suiying.Tests.Requests;

/// <summary>The agent's desk beside the phone: whose call it is, what was begun, what is registered by it, and who may listen.</summary>
public sealed class PhoneDeskTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task Two_matters_of_one_call_have_its_caller_and_only_the_name_is_asked()
    {
        using var exchange = await Exchange.Connect(app);
        var call = await exchange.Answer("k1", "agent", "13800002221");
        var caller = (await exchange.PanelOf("agent")).Call!.Caller!.Value;
        var first = await Register(call, caller, "小区门口的路灯坏了一个多星期。", "演示来电人");
        var second = await Register(call, caller, "楼道里的消防通道堆满了杂物。", "");
        Assert.Equal((caller.Value, caller.Value), (first.PersonId, second.PersonId));
        Assert.Equal((call, call), (first.CallId, second.CallId));
        var known = await app.Use<ISealedIdentities, PersonId?>(seal => seal.FindByPhone("+8613800002221", default));
        Assert.Equal(caller, known);
        var identity = await app.Use<ISealedIdentities, Identity?>(seal =>
            seal.Open(caller, OpeningPurpose.Contact, first.Number, Actor.System, default)
        );
        Assert.Equal(("演示来电人", "+8613800002221"), (identity!.Name, identity.Phone));
        // Splitting one of them keeps the call.
        var agent = await app.Given.Staff("agent");
        var hints = await app.Use<TakeCall, Outcome<CallHints>>(take =>
            take.Run(new TakeCall.Query { Caller = caller, What = new() }, agent, default)
        );
        Assert.Equal(new[] { second.Number, first.Number }, hints.Value.Earlier.Select(r => r.Number));
    }

    [Fact]
    public async Task What_was_begun_is_found_when_the_caller_calls_again_and_when_the_call_is_transferred()
    {
        using var exchange = await Exchange.Connect(app);
        var call = await exchange.Answer("l1", "agent", "13800002222");
        var caller = (await exchange.PanelOf("agent")).Call!.Caller!.Value;
        var id = RequestId.New(app.Now);
        var notes = new Dictionary<string, string> { ["text"] = "来电人说到一半就断线了" };
        var (agent, second) = (await app.Given.Staff("agent"), await app.Given.Staff("agent2"));
        Assert.True(await Keep(agent, id, notes, call, caller.Value));

        // Another agent with another caller neither sees nor touches it.
        Assert.DoesNotContain(await Found(second, null, null), u => u.Id == id);
        Assert.False(await Keep(second, id, notes, null, null));
        // The same caller again, at another seat.
        var again = Assert.Single(await Found(second, Guid.CreateVersion7(app.Now), caller.Value), u => u.Id == id);
        Assert.Equal((agent.Name, true, true), (again.Writer, again.SameCaller, again.Writing));
        Assert.Equal("来电人说到一半就断线了", again.Notes["text"]);
        // The same call, transferred.
        Assert.Single(await Found(second, call, null), u => u.Id == id);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(Assert.Single(await Found(second, call, null), u => u.Id == id).Writing);
        Assert.True(await Keep(second, id, notes, call, caller.Value));
        Assert.Null(Assert.Single(await Found(second, null, null), u => u.Id == id).Writer);

        // Nothing of it lies in clear.
        Assert.Empty(await Traces.Of(app, "说到一半就断线"));
        Assert.True(await Keep(second, id, new Dictionary<string, string>(), call, caller.Value));
        Assert.DoesNotContain(await Found(second, call, caller.Value), u => u.Id == id);
    }

    [Fact]
    public async Task A_page_that_keeps_many_times_at_once_loses_nothing()
    {
        var (agent, id) = (await app.Given.Staff("agent"), RequestId.New(app.Now));
        var kept = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => Keep(agent, id, new Dictionary<string, string> { ["text"] = $"第{i}次" }, null, null))
        );
        Assert.All(kept, Assert.True);
        Assert.StartsWith("第", Assert.Single(await Found(agent, null, null), u => u.Id == id).Notes["text"], StringComparison.Ordinal);
        await Keep(agent, id, new Dictionary<string, string>(), null, null);
    }

    [Fact]
    public async Task A_draft_whose_request_is_registered_is_none_and_one_of_yesterday_is_gone()
    {
        var agent = await app.Given.Staff("agent");
        var (sent, old) = (RequestId.New(app.Now), RequestId.New(app.Now));
        await Keep(agent, old, new Dictionary<string, string> { ["text"] = "昨天没有登记的" }, null, null);
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Keep(agent, sent, new Dictionary<string, string> { ["text"] = "已经登记的" }, null, null);
        var form = new CallForm(sent) { Text = "已经登记的一件事情，草稿还在。" };
        Assert.True(
            (await app.Use<SubmitRequest, Outcome<SubmitRequest.Registered>>(use => use.Run(form.Command(), agent, default))).Ok(
                out _,
                out _
            )
        );
        Assert.DoesNotContain(await Found(agent, null, null), u => u.Id == sent || u.Id == old);
        await app.Use<ClearDrafts, Outcome<ClearDrafts.Result>>(clear => clear.Run(new ClearDrafts.Command(), Actor.System, default));
        Assert.False(await app.Use<RequestsDb, bool>(db => db.CallDrafts.AnyAsync(d => d.Id == old.Value)));
    }

    [Fact]
    public async Task Only_the_hotline_listens_and_every_listening_is_logged()
    {
        using var exchange = await Exchange.Connect(app, "https://rec.example/2026/");
        var call = await exchange.Answer("m1", "agent", "13800002223");
        var caller = (await exchange.PanelOf("agent")).Call!.Caller!.Value;
        await exchange.Tell(CallEventKind.Ended, "m1", recording: "03/02/m1.wav");
        var request = await Register(call, caller, "小区门口的路灯坏了，有录音。", "");
        await app.Given.Dispatch(request.Number, "EAST-1");
        foreach (
            var (login, status) in new[]
            {
                ("agent", 200),
                ("agent2", 403),
                ("reviewer", 200),
                ("supervisor", 200),
                ("leader", 403),
                ("east1", 403),
                ("east2", 404),
                ("visitor", 401),
                ("sysadmin", 404),
            }
        )
        {
            var answer = await (await town.At(login)).PostJson($"/api/requests/{request.Number}/recording", new { });
            Assert.True((int)answer.Status == status, $"{login}: {(int)answer.Status} instead of {status}");
            if (status == 200)
                Assert.Contains("https://rec.example/2026/03/02/m1.wav", answer.Text, StringComparison.Ordinal);
        }
        using var audit = await app.SignIn("auditadmin");
        Assert.Equal(
            3,
            (await audit.Get("/audit/openings")).All("tbody tr").Count(r => r.TextContent.Contains("听录音", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_call_with_a_sealed_matter_is_heard_by_nobody_who_may_not_see_that()
    {
        using var exchange = await Exchange.Connect(app, "https://rec.example/");
        var call = await exchange.Answer("n1", "agent", null);
        await exchange.Tell(CallEventKind.Ended, "n1", recording: "n1.wav");
        var open = await Register(call, null, "路灯坏了，另外还要举报一件事。", "");
        Assert.NotNull(open.PersonId);
        var report = await Register(call, null, "举报热线的人在检查时收礼。", "", RequestType.Report, "HOT");
        var callback = await app.Given.Staff(Role.Callback);
        Assert.False(RequestAccess.MaySee(callback, report, app.City));
        var heard = await app.Use<ListenToCall, Outcome<Uri>>(use =>
            use.Run(new ListenToCall.Command { Number = open.Number }, callback, default)
        );
        Assert.False(heard.Ok(out _, out var refusal));
        Assert.IsType<NotAllowed>(refusal);
    }

    [Fact]
    public async Task Calls_of_long_ago_forget_their_caller_and_a_caller_without_a_request_is_erased()
    {
        using var exchange = await Exchange.Connect(app, "https://rec.example/");
        await exchange.Answer("o1", "agent", "13800002224");
        await exchange.Tell(CallEventKind.Ended, "o1", recording: "o1.wav");
        var alone = (await exchange.PanelOf("agent")).Call!;
        var kept = await exchange.Answer("o2", "agent", "13800002225");
        var asking = (await exchange.PanelOf("agent")).Call!.Caller!.Value;
        await Register(kept, asking, "还在办理的一件路灯诉求。", "");
        await exchange.Tell(CallEventKind.Ended, "o2");
        app.Clock.Advance(TimeSpan.FromDays(31 * 25));
        var cleared = (
            await app.Use<ClearCalls, Outcome<ClearCalls.Cleared>>(clear => clear.Run(new ClearCalls.Command(), Actor.System, default))
        ).Value;
        Assert.True(cleared.Calls >= 2 && cleared.People >= 1);
        var call = await app.Use<ChannelsDb, PhoneCall>(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == alone.Id));
        Assert.Null(call.PersonId);
        Assert.Null(call.Recording);
        Assert.NotNull(call.Times.Talk);
        Assert.Null(await app.Use<ISealedIdentities, string?>(seal => seal.MaskedPhone(alone.Caller!.Value, default)));
        Assert.NotNull(await app.Use<ISealedIdentities, string?>(seal => seal.MaskedPhone(asking, default)));
    }

    [Fact]
    public async Task Two_people_at_one_matter_know_of_each_other_until_one_leaves()
    {
        var number = await app.Given.DispatchedRequest();
        var (one, two) = (await app.Given.Staff("reviewer"), await app.Given.Staff("supervisor"));
        Assert.Empty(await Watch(number, one));
        Assert.Equal([one.Name], await Watch(number, two));
        Assert.Equal([two.Name], await Watch(number, one));
        await Watch(number, two, leaves: true);
        Assert.Empty(await Watch(number, one));
        // One whose browser is gone is forgotten after a minute.
        app.Clock.Advance(DeskVisit.Lasts + TimeSpan.FromSeconds(1));
        Assert.Empty(await Watch(number, two));
        var stranger = await app.Given.Staff("east2");
        Assert.False(
            (
                await app.Use<WatchMatter, Outcome<IReadOnlyList<string>>>(use =>
                    use.Run(new WatchMatter.Command { Number = number }, stranger, default)
                )
            ).Ok(out _, out _)
        );
    }

    [Fact]
    public async Task A_call_is_put_beside_the_matter_that_it_is_about()
    {
        var number = await app.Given.DispatchedRequest();
        var agent = await app.Given.Staff("agent");
        var form = new CallForm(RequestId.New(app.Now)) { Text = "杨柳社区东门的路灯坏了一个多星期，晚上看不见路。" };
        (form.What.Category, form.What.Area) = ("010101", "990102001001");
        var query = new TakeCall.Query { Text = form.Text, What = form.What };
        var hints = (await app.Use<TakeCall, Outcome<CallHints>>(take => take.Run(query, agent, default))).Value;
        Assert.Contains(hints.Alike.Rows, r => r.Row.Number == number);
        var command = new RegisterCall.Command
        {
            Form = form,
            Next = CallNext.Join,
            With = number,
        };
        var result = (await app.Use<RegisterCall, Outcome<RegisterCall.Result>>(use => use.Run(command, agent, default))).Value;
        Assert.Null(result.Not);
        var (joined, with) = (await town.Stored(result.Ticket.Number), await town.Stored(number));
        Assert.NotNull(joined.MatterId);
        Assert.Equal(joined.MatterId, with.MatterId);
    }

    [Fact]
    public async Task Whoever_is_no_agent_has_no_phone_and_no_drafts()
    {
        var by = await app.Given.Staff("east1");
        Assert.False((await app.Use<IPhoneDesk, PhonePanel>(phone => phone.Look(by, default))).Connected);
        Assert.False((await app.Use<IPhoneDesk, Outcome<Done>>(phone => phone.SetSeat(SeatState.Ready, by, default))).Ok(out _, out _));
        Assert.False(await Keep(by, RequestId.New(app.Now), new Dictionary<string, string> { ["text"] = "不是话务员" }, null, null));
        Assert.False(
            (await app.Use<FindCalls, Outcome<IReadOnlyList<UnfinishedCall>>>(find => find.Run(new FindCalls.Query(), by, default))).Ok(
                out _,
                out _
            )
        );
    }

    private async Task<ServiceRequest> Register(
        Guid call,
        PersonId? caller,
        string text,
        string name,
        RequestType type = RequestType.Help,
        string? accused = null
    )
    {
        var form = new CallForm(RequestId.New(app.Now))
        {
            Text = text,
            Name = name,
            Type = type,
            Call = call,
            Caller = caller,
        };
        (form.What.Category, form.What.Area, form.What.Accused) = ("010101", "990102001001", accused);
        var agent = await app.Given.Staff("agent");
        var registered = (
            await app.Use<SubmitRequest, Outcome<SubmitRequest.Registered>>(use => use.Run(form.Command(), agent, default))
        ).Value;
        return await town.Stored(registered.Number);
    }

    private async Task<bool> Keep(Actor by, RequestId id, IReadOnlyDictionary<string, string> notes, Guid? call, Guid? person)
    {
        var command = new KeepCall.Command
        {
            Id = id,
            Notes = notes,
            Call = call,
            Person = person,
        };
        return (await app.Use<KeepCall, Outcome<Done>>(keep => keep.Run(command, by, default))).Ok(out _, out _);
    }

    private async Task<IReadOnlyList<UnfinishedCall>> Found(Actor by, Guid? call, Guid? person)
    {
        var query = new FindCalls.Query { Call = call, Person = person };
        return (await app.Use<FindCalls, Outcome<IReadOnlyList<UnfinishedCall>>>(find => find.Run(query, by, default))).Value;
    }

    private async Task<IReadOnlyList<string>> Watch(string number, Actor by, bool leaves = false)
    {
        var command = new WatchMatter.Command { Number = number, Leaves = leaves };
        return (await app.Use<WatchMatter, Outcome<IReadOnlyList<string>>>(use => use.Run(command, by, default))).Value;
    }
}
