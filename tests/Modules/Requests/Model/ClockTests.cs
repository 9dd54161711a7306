using Suiying.Engines.Clock;
using Suiying.Requests.Model;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Requests;

/// <summary>Which clock starts when, stops when, and which never moves (domain A.6).</summary>
public sealed class ClockTests
{
    [Fact]
    public void A_dispatch_stamps_four_deadlines_from_the_profile_at_its_own_time()
    {
        var matter = new Matter().Wait(TimeSpan.FromHours(1)).Must(RequestAction.Dispatch);
        Assert.Equal(
            [
                (DeadlineKind.Sign, At("2026-03-03 11:00")),
                (DeadlineKind.Contact, At("2026-03-03 11:00")),
                (DeadlineKind.Reply, At("2026-03-09 17:30")),
                (DeadlineKind.Return, At("2026-03-03 17:30")),
            ],
            matter.Request.Deadlines.Select(d => (d.Kind, d.DueAt))
        );
        Assert.All(matter.Request.Deadlines, d => Assert.Equal((matter.Now, "HOT", "示例"), (d.StartsAt, d.Unit, d.Basis)));
        Assert.All(matter.Request.Deadlines, d => Assert.NotEmpty(d.Considered));
        Assert.Equal((At("2026-03-03 11:00"), At("2026-03-09 17:30")), (matter.Request.DueAt, matter.Request.ReplyDueAt));
    }

    [Fact]
    public void The_deadlines_stand_in_the_history_so_that_they_can_be_rebuilt()
    {
        var matter = Matter.In(RequestState.Dispatched);
        foreach (var deadline in matter.Request.Deadlines)
            Assert.Contains(
                $"{deadline.Kind}={deadline.DueAt.ToUnixTimeMilliseconds()}",
                matter.History[^1].Facts,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void The_next_duty_follows_the_handling_step_by_step()
    {
        var matter = Matter.In(RequestState.Dispatched);
        DateTimeOffset? Due(DeadlineKind kind) => matter.Request.Deadlines.Single(d => d.Kind == kind).DueAt;
        Assert.Equal(Due(DeadlineKind.Sign), matter.Request.DueAt);
        Assert.Equal(Due(DeadlineKind.Contact), matter.Must(RequestAction.Sign).Request.DueAt);
        Assert.Equal(Due(DeadlineKind.Reply), matter.Must(RequestAction.RecordContact).Request.DueAt);
        Assert.Null(matter.Must(RequestAction.Reply).Request.DueAt);
        Assert.All(
            matter.Request.Deadlines.Where(d => d.Kind != DeadlineKind.Return),
            d => Assert.Equal((matter.Now, (DateTimeOffset?)null), (d.MetAt, d.VoidedAt))
        );
    }

    [Fact]
    public void A_returned_request_restarts_the_units_clock_but_not_the_residents()
    {
        var matter = Matter.In(RequestState.Dispatched);
        var promised = RequestClocks.Expected(matter.Request, matter.City).DueAt;
        var first = matter.Request.Deadlines.ToList();
        matter.Wait(TimeSpan.FromHours(3)).Must(RequestAction.Return).Must(RequestAction.AcceptReturn);
        Assert.All(first, d => Assert.Equal(matter.Now, d.VoidedAt));
        Assert.Null(matter.Request.DueAt);
        matter.Wait(TimeSpan.FromDays(1)).Must(RequestAction.Dispatch);
        Assert.NotEqual("HOT", matter.Request.Unit);
        Assert.Equal(At("2026-03-10 17:30"), matter.Request.ReplyDueAt);
        Assert.Equal(4, matter.Request.Deadlines.Count(d => d.Running && d.StartsAt == matter.Now && d.Unit == matter.Request.Unit));
        Assert.Equal((At("2026-03-09 17:30"), promised), (promised, RequestClocks.Expected(matter.Request, matter.City).DueAt));
    }

    [Fact]
    public void A_refused_return_leaves_every_clock_as_it_was()
    {
        var matter = Matter.In(RequestState.Dispatched);
        var before = (matter.Request.DueAt, matter.Request.ReplyDueAt);
        matter.Wait(TimeSpan.FromHours(3)).Must(RequestAction.Return).Must(RequestAction.RejectReturn);
        Assert.Equal(before, (matter.Request.DueAt, matter.Request.ReplyDueAt));
        // The time of the hotline to decide is over; all that the unit owes runs on.
        Assert.All(matter.Request.Deadlines.Where(d => d.Unit is not null), d => Assert.True(d.Running));
        Assert.IsType<ReturnedOnce>(matter.Try(RequestAction.Return));
    }

    [Fact]
    public void A_return_is_refused_when_its_time_is_over()
    {
        var matter = Matter.In(RequestState.Dispatched).Wait(At("2026-03-03 17:30") - Matter.Start);
        Assert.Null(matter.Try(RequestAction.Return));
        matter = Matter.In(RequestState.Dispatched).Wait(At("2026-03-03 17:30") - Matter.Start + TimeSpan.FromMilliseconds(1));
        Assert.IsType<ReturnTooLate>(matter.Try(RequestAction.Return));
    }

    [Fact]
    public void A_reply_that_is_sent_back_keeps_its_deadline_and_runs_again_until_the_next_reply()
    {
        var matter = Matter.In(RequestState.Replied);
        var due = matter.Request.ReplyDueAt;
        matter.Wait(TimeSpan.FromDays(2)).Must(RequestAction.SendBack);
        var reply = matter.Request.Deadlines.Single(d => d.Kind == DeadlineKind.Reply);
        Assert.Equal((due, due), (matter.Request.DueAt, matter.Request.ReplyDueAt));
        Assert.True(reply.Running, "a reply that was not accepted has not met the deadline");
        matter.Wait(TimeSpan.FromDays(10)).Must(RequestAction.Reply);
        Assert.Equal((due!.Value, (DateTimeOffset?)matter.Now), (reply.DueAt, reply.MetAt));
    }

    [Fact]
    public void A_reply_is_sent_back_twice_and_no_more()
    {
        var matter = Matter.In(RequestState.Replied);
        matter.Must(RequestAction.SendBack).Must(RequestAction.Reply).Must(RequestAction.SendBack).Must(RequestAction.Reply);
        Assert.IsType<SentBackTwice>(matter.Try(RequestAction.SendBack));
    }

    [Fact]
    public void A_grade_1_request_rings_at_once_and_every_ten_minutes_until_somebody_signs()
    {
        var matter = Matter.In(RequestState.Dispatched, intake: Matter.Lamp with { Category = TinyCity.Manhole });
        Assert.Equal((1, (DateTimeOffset?)matter.Now), (matter.Request.Grade, matter.Request.NextRingAt));
        Assert.Equal(matter.Now.AddMinutes(30), matter.Request.DueAt);
        matter.Must(RequestAction.Ring);
        Assert.Equal((1, (DateTimeOffset?)matter.Now.AddMinutes(10)), (matter.Request.Rings, matter.Request.NextRingAt));
        Assert.Null(matter.Must(RequestAction.Sign).Request.NextRingAt);
    }

    [Fact]
    public void The_last_person_on_duty_is_rung_once()
    {
        var matter = Matter.In(RequestState.Dispatched, intake: Matter.Lamp with { Category = TinyCity.Manhole });
        Assert.Null(matter.Request.Ring(new DutyCall("HOT", "值班乙", true), matter.Step(RequestAction.Ring, Actor.System, null)));
        Assert.Null(matter.Request.NextRingAt);
    }

    [Fact]
    public void A_grade_1_request_rings_again_when_its_return_was_refused()
    {
        var matter = Matter.In(RequestState.Dispatched, intake: Matter.Lamp with { Category = TinyCity.Manhole });
        matter.Must(RequestAction.Return).Must(RequestAction.RejectReturn);
        Assert.Equal(matter.Now, matter.Request.NextRingAt);
    }

    [Fact]
    public void An_ordinary_request_rings_nobody() => Assert.Null(Matter.In(RequestState.Dispatched).Request.NextRingAt);

    [Fact]
    public void A_missed_callback_is_tried_at_another_time_of_another_day_and_three_misses_end_it()
    {
        var matter = Matter.In(RequestState.CallbackPending);
        Assert.Equal(2, Assert.IsType<CallbacksLeft>(matter.Must(RequestAction.MissCallback).Try(RequestAction.Close)).Left);
        Assert.Equal(matter.Now.AddHours(25), matter.Request.NextCallbackAt);
        Assert.Equal("callback_too_soon", matter.Wait(TimeSpan.FromMinutes(5)).Try(RequestAction.MissCallback)?.Code);
        matter.Wait(TimeSpan.FromHours(25)).Must(RequestAction.MissCallback);
        matter.Wait(TimeSpan.FromHours(25)).Must(RequestAction.MissCallback);
        Assert.IsType<CallbacksExhausted>(matter.Wait(TimeSpan.FromHours(25)).Try(RequestAction.MissCallback));
        matter.Must(RequestAction.Close);
        Assert.Equal((null, null, "Unreached"), (matter.Request.Solved, matter.Request.Satisfied, matter.History[^1].Reason));
    }

    [Fact]
    public void A_deadline_that_needs_the_unpublished_calendar_of_next_year_says_that_it_is_provisional()
    {
        var matter = new Matter().Wait(At("2026-12-30 10:00") - Matter.Start).Must(RequestAction.Dispatch);
        Assert.True(matter.Request.Deadlines.Single(d => d.Kind == DeadlineKind.Reply).Provisional);
        Assert.False(matter.Request.Deadlines.Single(d => d.Kind == DeadlineKind.Sign).Provisional);
    }
}
