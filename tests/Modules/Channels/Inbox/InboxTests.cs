using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.People;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>来件箱: one queue over all ways; a person decides about each message, once.</summary>
public sealed class InboxTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_message_becomes_one_request_with_its_words_its_sender_and_its_way()
    {
        using var sender = await Sender.Connect(app);
        var id = await sender.Send("r1", "13800003311", "小区门口的路灯坏了一个多星期。", name: "演示来件人");
        var agent = await app.Given.Staff("agent");
        await Must<RegisterMessage>(use => use.Run(new RegisterMessage.Command { Message = id }, agent, default));
        Assert.Equal(InboxState.Open, (await sender.Stored(id)).State);

        var begun = Assert.Single(await Found(agent), u => u.Id.Value == id);
        var form = CallForm.Of(begun.Notes, begun.Id);
        form.Caller = new PersonId(begun.Person!.Value);
        Assert.Equal(("小区门口的路灯坏了一个多星期。", "演示来件人", "138****3311"), (form.Text, form.Name, form.Sender));
        var first = await Register(form, agent);
        Assert.Equal(first.Number, (await Register(form, agent)).Number);

        var request = await app.Use<RequestsDb, ServiceRequest>(db =>
            db.Requests.AsNoTracking().SingleAsync(r => r.Number == first.Number)
        );
        var message = await sender.Stored(id);
        Assert.Equal((Channel.Sms, message.PersonId, id), (request.Channel, request.PersonId, request.Id.Value));
        await app.Drain();
        Assert.Equal(InboxState.Registered, (await sender.Stored(id)).State);
        var row = Assert.Single((await List(agent, decided: true)).Rows, r => r.Message.Id == id);
        Assert.Equal(first.Number, row.Number);
        await Refused<MessageDecided, RegisterMessage>(use => use.Run(new RegisterMessage.Command { Message = id }, agent, default));
    }

    [Fact]
    public async Task While_one_agent_writes_another_is_told_and_takes_over_only_later()
    {
        using var sender = await Sender.Connect(app);
        var id = await sender.Send("w1", null, "没有留下来件人的一条短信。");
        var (one, two) = (await app.Given.Staff("agent"), await app.Given.Staff("agent2"));
        var command = new RegisterMessage.Command { Message = id };
        await Read(id, one, holds: true);
        Assert.Equal(one.Name, Assert.Single((await List(two)).Rows, r => r.Message.Id == id).OpenAt);
        Assert.Equal(one.Name, (await Read(id, two, holds: true)).OpenAt);
        await Refused<MessageInHand, RegisterMessage>(use => use.Run(command, two, default));
        await Must<RegisterMessage>(use => use.Run(command, one, default));
        await Read(id, one, leaves: true);
        // Their page is left, and what they write at the call page is still theirs.
        await Refused<MessageBeingWritten, RegisterMessage>(use => use.Run(command, two, default));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Must<RegisterMessage>(use => use.Run(command, two, default));
        Assert.Single(await Found(two), u => u.Id.Value == id);
        Assert.DoesNotContain(await Found(one), u => u.Id.Value == id);
    }

    [Fact]
    public async Task A_message_is_offered_to_the_matter_that_it_names_or_to_the_only_open_one_and_a_person_adds_it()
    {
        using var sender = await Sender.Connect(app);
        var agent = await app.Given.Staff(Role.Dispatcher);
        var first = (await app.Given.Request(phone: "13800003313")).Number;
        var only = await sender.Send("o1", "13800003313", "补充一下，是东门左边那一盏。");
        Assert.Equal(first, (await Read(only, agent)).Offered);
        var second = (await app.Given.Request(phone: "13800003313")).Number;
        Assert.Null((await Read(only, agent)).Offered);
        var named = await sender.Send("o2", "13800003313", $"关于{second}：今天又坏了。");
        var opened = await Read(named, agent);
        Assert.Equal((second, second, 2), (opened.Offered, opened.Matters[0].Number, opened.Matters.Count));
        Assert.Equal(first, (await Read(await sender.Send("o3", "13800003313", "请看附件。", about: first), agent)).Offered);

        // Nobody else's matter is offered, and none can be added to.
        var stranger = await sender.Send("o4", "13800003314", $"关于{second}：我是邻居。");
        Assert.Null((await Read(stranger, agent)).Offered);
        await Refused<NotFound, JoinMessage>(use =>
            use.Run(new JoinMessage.Command { Message = stranger, Number = second }, agent, default)
        );
        Assert.Equal(InboxState.Open, (await sender.Stored(stranger)).State);

        var join = new JoinMessage.Command { Message = named, Number = second };
        await Must<JoinMessage>(use => use.Run(join, agent, default));
        Assert.Equal((InboxState.Added, second), ((await sender.Stored(named)).State, (await sender.Stored(named)).Number));
        await Refused<MessageDecided, JoinMessage>(use => use.Run(join, agent, default));
        using var browser = await app.SignIn("agent");
        Assert.Contains("今天又坏了", (await browser.Get($"/desk/all/{second}")).Text, StringComparison.Ordinal);
        await Aside(only, agent);
        await Aside(stranger, agent);
    }

    [Fact]
    public async Task What_is_put_aside_needs_a_reason_and_can_be_taken_back()
    {
        using var sender = await Sender.Connect(app);
        var id = await sender.Send("a1", "13800003315", "本店开业，全场五折。");
        var agent = await app.Given.Staff("agent");
        var outcome = await app.Use<DeclineMessage, Outcome<Done>>(use =>
            use.Run(new DeclineMessage.Command { Message = id, Reason = " " }, agent, default)
        );
        Assert.False(outcome.Ok(out _, out var refusal));
        Assert.Equal("reason", Assert.Single(refusal.Fields).Field);
        await Aside(id, agent);
        Assert.DoesNotContain((await List(agent)).Rows, r => r.Message.Id == id);
        Assert.Equal("广告", Assert.Single((await List(agent, decided: true)).Rows, r => r.Message.Id == id).Message.Reason);
        await Must<RestoreMessage>(use => use.Run(new RestoreMessage.Command { Message = id }, agent, default));
        Assert.Contains((await List(agent)).Rows, r => r.Message.Id == id);
        await Refused<MessageNotAside, RestoreMessage>(use => use.Run(new RestoreMessage.Command { Message = id }, agent, default));
        await Aside(id, agent);
    }

    [Fact]
    public async Task A_month_after_it_was_decided_a_message_and_a_sender_without_a_request_are_forgotten()
    {
        using var sender = await Sender.Connect(app);
        var agent = await app.Given.Staff("agent");
        await app.Given.Request(phone: "13800003317");
        var (alone, asking) = (await sender.Send("f1", "13800003316", "广告一条。"), await sender.Send("f2", "13800003317", "广告两条。"));
        var waiting = await sender.Send("f3", "13800003318", "还没有人看的一条。");
        await Aside(alone, agent);
        await Aside(asking, agent);
        var settled = await sender.Send("f4", "13800003320", "广告四条。");
        await Aside(settled, agent);
        var following = (await sender.Stored(settled)).Person!.Value;
        var follow = new FollowPlace.Command
        {
            Area = "990103100",
            Wish = new FollowWish { Metres = FollowedPlace.Radii[0] },
        };
        var followed = await app.Use<FollowPlace, Outcome<Done>>(use => use.Run(follow, Actor.Resident(following.Value), default));
        Assert.True(followed.Ok(out _, out var refusal), refusal?.Text.ToString());
        var (gone, kept) = ((await sender.Stored(alone)).Person!.Value, (await sender.Stored(asking)).Person!.Value);
        app.Clock.Advance(ClearInbox.KeptFor + TimeSpan.FromHours(1));
        var cleared = await app.Use<ClearInbox, Outcome<ClearInbox.Cleared>>(clear =>
            clear.Run(new ClearInbox.Command(), Actor.System, default)
        );
        Assert.True(cleared.Value is { Messages: >= 2, People: >= 1 });
        var forgotten = await sender.Stored(alone);
        Assert.Equal((null, null, "", null), (forgotten.PersonId, forgotten.MaskedSender, forgotten.Content, forgotten.Reason));
        Assert.Null(await app.Use<ISealedIdentities, string?>(seal => seal.MaskedPhone(gone, default)));
        Assert.NotNull(await app.Use<ISealedIdentities, string?>(seal => seal.MaskedPhone(kept, default)));
        // Who follows a place has an account here, whatever became of their message.
        Assert.NotNull(await app.Use<ISealedIdentities, string?>(seal => seal.MaskedPhone(following, default)));
        Assert.NotEqual("", (await sender.Stored(waiting)).Content);
        Assert.Null((await Read(alone, agent)).Words);
        await Aside(waiting, agent);
    }

    [Theory]
    [InlineData("/desk/inbox", "agent dispatcher")]
    [InlineData("/admin/inbox", "secadmin auditadmin")]
    public async Task Each_page_opens_for_those_whose_work_it_is(string path, string allowed)
    {
        foreach (var login in new[] { "agent", "dispatcher", "supervisor", "leader", "east1", "sysadmin", "secadmin", "auditadmin" })
        {
            using var browser = await app.SignIn(login);
            Assert.True((await browser.Get(path)).IsSuccess == allowed.Split(' ').Contains(login), $"{login} {path}");
        }
        using var visitor = app.Visitor();
        Assert.DoesNotContain(path, (await visitor.Get(path)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.UnitHandler)]
    [InlineData(Role.SystemAdmin)]
    public async Task Nobody_else_reads_or_decides(Role role)
    {
        using var sender = await Sender.Connect(app);
        var id = await sender.Send("n1", "13800003319", "只有坐席和派单员能看。");
        foreach (var by in new[] { await app.Given.Staff(role), Actor.Visitor })
        {
            Assert.False(
                (await app.Use<ListInbox, Outcome<ListInbox.Found>>(u => u.Run(new ListInbox.Query(), by, default))).Ok(out _, out _)
            );
            var read = new ReadMessage.Command { Message = id };
            Assert.False((await app.Use<ReadMessage, Outcome<ReadMessage.Opened>>(u => u.Run(read, by, default))).Ok(out _, out _));
            await Refused<NotAllowed, RegisterMessage>(u => u.Run(new RegisterMessage.Command { Message = id }, by, default));
            await Refused<NotAllowed, JoinMessage>(u => u.Run(new JoinMessage.Command { Message = id, Number = "1" }, by, default));
            await Refused<NotAllowed, DeclineMessage>(u =>
                u.Run(new DeclineMessage.Command { Message = id, Reason = "广告" }, by, default)
            );
            await Refused<NotAllowed, RestoreMessage>(u => u.Run(new RestoreMessage.Command { Message = id }, by, default));
        }
        await Aside(id, await app.Given.Staff("agent"));
    }

    private Task Aside(Guid id, Actor by) =>
        Must<DeclineMessage>(use => use.Run(new DeclineMessage.Command { Message = id, Reason = "广告" }, by, default));

    private async Task Must<TUseCase>(Func<TUseCase, Task<Outcome<Done>>> use)
        where TUseCase : notnull => Assert.True((await app.Use(use)).Ok(out _, out var refusal), refusal?.Text.ToString());

    private async Task Refused<TRefusal, TUseCase>(Func<TUseCase, Task<Outcome<Done>>> use)
        where TUseCase : notnull
    {
        Assert.False((await app.Use(use)).Ok(out _, out var refusal));
        Assert.IsType<TRefusal>(refusal);
    }

    private async Task<ListInbox.Found> List(Actor by, bool decided = false)
    {
        var query = new ListInbox.Query { Decided = decided };
        return (await app.Use<ListInbox, Outcome<ListInbox.Found>>(list => list.Run(query, by, default))).Value;
    }

    private async Task<ReadMessage.Opened> Read(Guid id, Actor by, bool holds = false, bool leaves = false)
    {
        var command = new ReadMessage.Command
        {
            Message = id,
            Holds = holds,
            Leaves = leaves,
        };
        return (await app.Use<ReadMessage, Outcome<ReadMessage.Opened>>(read => read.Run(command, by, default))).Value;
    }

    private async Task<IReadOnlyList<UnfinishedCall>> Found(Actor by) =>
        (await app.Use<FindCalls, Outcome<IReadOnlyList<UnfinishedCall>>>(find => find.Run(new FindCalls.Query(), by, default))).Value;

    private async Task<SubmitRequest.Registered> Register(CallForm form, Actor by)
    {
        var command = new RegisterCall.Command { Form = form, Next = CallNext.Wait };
        return (await app.Use<RegisterCall, Outcome<RegisterCall.Result>>(use => use.Run(command, by, default))).Value.Ticket;
    }
}
