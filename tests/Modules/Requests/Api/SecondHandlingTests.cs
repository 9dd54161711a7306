using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Clock;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>回访、二次办理、督办决定、重新办理 (domain A.3 art. 23, A.7): closed is not solved, and who handled it does not ask about it.</summary>
public sealed class SecondHandlingTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task What_is_not_solved_goes_back_once_and_then_somebody_decides_by_name()
    {
        var registered = await town.Register();
        var number = registered.Number;
        foreach (var action in Matter.WayTo(RequestState.CallbackPending))
            await town.Must(number, action);
        var expected = (await town.Track(registered)).Expected;
        await town.Refused("second_first", "callback", number, RequestAction.ReferDecision);
        await town.Done("callback", number, RequestAction.SecondHandling);

        var again = await town.Stored(number);
        Assert.Equal((RequestState.Dispatched, "EAST-1", true, 1), (again.State, again.Unit, again.Ordered, again.SecondHandlings));
        Assert.Equal((null, Solved.No), (again.RepliedAt, again.Solved!.Value));
        Assert.Equal(2, again.Deadlines.Count(d => d.Kind == DeadlineKind.Reply));
        Assert.Equal(expected, (await town.Track(registered)).Expected);
        await town.Refused("ordered_unit", "east1", number, RequestAction.Return);

        foreach (var action in new[] { RequestAction.Sign, RequestAction.RecordContact, RequestAction.Reply, RequestAction.AcceptReply })
            await town.Must(number, action);
        await town.Refused("second_once", "callback", number, RequestAction.SecondHandling);
        await town.Refused("needs_decision", "callback", number, RequestAction.RecordCallback, ("answers", Unsolved));
        await town.Done("callback", number, RequestAction.ReferDecision);
        Assert.Contains(number, await town.Queue("supervisor", "Decisions"), StringComparison.Ordinal);
        await town.Done("supervisor", number, RequestAction.DecideEnd);

        var ended = await town.Stored(number);
        Assert.Equal((RequestState.Closed, Solved.No, Satisfied.No), (ended.State, ended.Solved!.Value, ended.Satisfied!.Value));
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        Assert.Contains("督办员", page.Says(), StringComparison.Ordinal);
        Assert.Contains("决定：解释办结", page.Says(), StringComparison.Ordinal);
        Assert.Contains("线路改造列入明年计划", page.Says(), StringComparison.Ordinal);
        Assert.Contains("未解决", page.Says(), StringComparison.Ordinal);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Fact]
    public async Task A_person_who_is_not_satisfied_asks_for_it_on_the_page_or_lets_it_close()
    {
        var first = await Rated(again: "yes");
        Assert.Equal((RequestState.Dispatched, 1), (first.State, first.SecondHandlings));
        var second = await Rated(again: "no");
        Assert.Equal((RequestState.Closed, Solved.Partly), (second.State, second.Solved!.Value));
    }

    [Fact]
    public async Task A_closed_matter_that_comes_up_again_reaches_its_unit_once_more_with_all_its_clocks()
    {
        var registered = await town.Register();
        var number = registered.Number;
        foreach (var action in Matter.WayTo(RequestState.Closed))
            await town.Must(number, action);
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        var after = await page.Submit("form:has(textarea[name=again])", ("again", "昨晚三盏灯又灭了。"), ("act", "reopen"));
        Assert.Contains("已重新办理", after.Says(), StringComparison.Ordinal);
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.Dispatched, "EAST-1", 1), (stored.State, stored.Unit, stored.Reopenings));
        Assert.Equal((null, null, null), (stored.EndedAt, stored.Solved, stored.RepliedAt));
        Assert.Equal(2, stored.Deadlines.Count(d => d.Kind == DeadlineKind.Reply));
        foreach (
            var action in new[]
            {
                RequestAction.Sign,
                RequestAction.RecordContact,
                RequestAction.Reply,
                RequestAction.AcceptReply,
                RequestAction.RecordCallback,
            }
        )
            await town.Must(number, action);
        await town.Refused("reopened_once", "agent", number, RequestAction.Reopen);
    }

    [Fact]
    public void After_fifteen_days_it_is_another_matter()
    {
        var matter = Matter.In(RequestState.Closed).Wait(ServiceRequest.ReopenWithin + TimeSpan.FromMinutes(1));
        Assert.IsType<ReopenTooLate>(matter.Try(RequestAction.Reopen));
    }

    [Fact]
    public async Task The_days_count_each_answer_that_stands_and_none_that_was_undone()
    {
        var second = await town.In(RequestState.CallbackPending);
        await town.Done("callback", second, RequestAction.SecondHandling);
        var reopened = await town.In(RequestState.Closed);
        await town.Done("agent", reopened, RequestAction.Reopen);
        await app.Drain();
        var (counted, found) = await app.Use<RequestsDb, ((int, int, int), (int, int, int))>(async db =>
            (
                (await db.Days.SumAsync(d => d.Ended), await db.Days.SumAsync(d => d.Answered), await db.Days.SumAsync(d => d.OnTime)),
                (
                    await db.Requests.CountAsync(r => r.EndedAt != null),
                    await db.Requests.CountAsync(r => r.RepliedAt != null && r.CountedDueAt != null),
                    await db.Requests.CountAsync(r => r.RepliedAt <= r.CountedDueAt)
                )
            )
        );
        Assert.Equal(found, counted);
    }

    [Fact]
    public async Task A_late_matter_is_called_about_once_and_its_clock_stays()
    {
        var number = await town.In(RequestState.InProgress);
        Assert.DoesNotContain(number, await town.Queue("callback", "Overdue"), StringComparison.Ordinal);
        await town.Refused("not_overdue", "callback", number, RequestAction.CallOverdue);
        var due = (await town.Stored(number)).ReplyDueAt!.Value;
        app.Clock.Advance(due - app.Now + TimeSpan.FromMinutes(1));
        Assert.Contains(number, await town.Queue("callback", "Overdue"), StringComparison.Ordinal);
        var contact = await (await town.At("callback")).PostJson($"/api/requests/{number}/contact-openings", new { });
        Assert.Contains(Town.Phone, contact.Text, StringComparison.Ordinal);
        await town.Done("callback", number, RequestAction.CallOverdue, ("answers", Unsolved));
        Assert.DoesNotContain(number, await town.Queue("callback", "Overdue"), StringComparison.Ordinal);
        await town.Refused("called_overdue", "callback", number, RequestAction.CallOverdue);
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.InProgress, due, null), (stored.State, stored.ReplyDueAt!.Value, stored.Solved));
    }

    [Theory]
    [InlineData(RequestAction.Sign)]
    [InlineData(RequestAction.RecordContact)]
    [InlineData(RequestAction.Reply)]
    public void Who_took_a_step_of_it_for_a_unit_does_not_ask_the_person_about_it(RequestAction step)
    {
        var matter = new Matter();
        var both = Who.Is(Role.UnitHandler, "HOT") with
        {
            Id = new Guid("00000000-0000-4000-8000-0000000000ab"),
            Roles = new HashSet<Role> { Role.UnitHandler, Role.Callback },
        };
        foreach (var action in Matter.WayTo(RequestState.CallbackPending))
            Assert.Null(action == step ? matter.Try(action, both) : matter.Try(action));
        var before = matter.Everything();
        foreach (
            var action in new[]
            {
                RequestAction.RecordCallback,
                RequestAction.MissCallback,
                RequestAction.Close,
                RequestAction.SecondHandling,
            }
        )
            Assert.IsType<OwnHandling>(matter.Try(action, both));
        Assert.Equal(before, matter.Everything());
        Assert.DoesNotContain(RequestAction.RecordCallback, RequestAccess.Available(both, matter.Request, matter.City));
        Assert.Contains(RequestAction.RecordCallback, RequestAccess.Available(Who.Is(Role.Callback, "HOT"), matter.Request, matter.City));
        matter.Must(RequestAction.RecordCallback);
    }

    [Fact]
    public async Task Staff_ask_all_three_questions()
    {
        var number = await town.In(RequestState.CallbackPending);
        var left = new Dictionary<string, object?>
        {
            ["contacted"] = null,
            ["solved"] = "No",
            ["satisfied"] = "No",
        };
        foreach (var action in new[] { RequestAction.RecordCallback, RequestAction.SecondHandling })
            await town.Invalid("contacted", "callback", number, action, ("answers", left));
    }

    [Fact]
    public async Task The_link_of_the_message_answers_by_one_press_and_only_once()
    {
        var number = await town.In(RequestState.CallbackPending);
        var token = (await town.Stored(number)).RateToken!;
        Assert.Equal(20, token.Length);
        var page = await app.Visitor().Get($"/rate/{token}");
        Assert.Contains("办得怎样", page.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("路灯坏了", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, page.Text, StringComparison.Ordinal);
        // Looking answers nothing.
        Assert.Equal(RequestState.CallbackPending, (await town.Stored(number)).State);
        var bare = await page.Submit("form:has([name=tap])", ("tap", "three"));
        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        var done = await page.Submit("form:has([name=tap])", ("tap", "good"));
        Assert.Contains("谢谢您的评价", done.Says(), StringComparison.Ordinal);
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.Closed, Solved.Yes, (string?)null), (stored.State, stored.Solved!.Value, stored.RateToken));
        // One press does not say whether the unit had contacted the person, so nothing is said.
        Assert.Null(stored.Contacted);
        Assert.Equal(Role.Resident, (await town.History(number))[^1].Capacity);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Visitor().Get($"/rate/{token}")).Status);
    }

    [Fact]
    public async Task A_link_that_is_wrong_or_old_says_so_and_a_press_for_more_sends_it_back()
    {
        var number = await town.In(RequestState.CallbackPending);
        var token = (await town.Stored(number)).RateToken!;
        var wrong = await app.Visitor().Get($"/rate/{new string('0', 20)}");
        Assert.Equal(HttpStatusCode.Forbidden, wrong.Status);
        Assert.Contains("用过了或已过期", wrong.Says(), StringComparison.Ordinal);
        var page = await app.Visitor().Get($"/rate/{token}");
        var again = await page.Submit("form:has([name=tap])", ("tap", "again"));
        Assert.Contains("再办一次", again.Says(), StringComparison.Ordinal);
        Assert.Equal(RequestState.Dispatched, (await town.Stored(number)).State);

        var old = await town.In(RequestState.CallbackPending);
        app.Clock.Advance(ServiceRequest.RateWithin + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Visitor().Get($"/rate/{(await town.Stored(old)).RateToken}")).Status);
    }

    private static Dictionary<string, object> Unsolved =>
        new()
        {
            ["contacted"] = true,
            ["solved"] = "Partly",
            ["satisfied"] = "No",
        };

    private async Task<ServiceRequest> Rated(string again)
    {
        var registered = await town.Register();
        foreach (var action in Matter.WayTo(RequestState.CallbackPending))
            await town.Must(registered.Number, action);
        var page = await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}");
        await page.Submit(
            "form:has([name=solved])",
            ("contacted", "yes"),
            ("solved", "Partly"),
            ("satisfied", "No"),
            ("again", again),
            ("act", "rate")
        );
        return await town.Stored(registered.Number);
    }
}
