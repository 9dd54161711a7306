using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Requests.Model;
using Suiying.Testing;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Requests;

/// <summary>Laws of a request's clocks over random lives (design law 7; domain A.6, C.7): reproducible, monotone, and in the person's favour.</summary>
[Trait(TestDatabase.Trait, "none")]
public sealed class ClockProperties
{
    /// <summary>Wednesday; the calendar of the next year is not published yet.</summary>
    public static readonly DateTimeOffset YearsEnd = At("2026-12-30 10:00");

    /// <summary>Any days of the new year's first weeks that a notice may change.</summary>
    private static readonly Gen<CitySnapshot> AnyNextYear = Gen.Select(Gen.Int[0, 20], Gen.Bool)
        .Select((day, off) => new CalendarDay(new DateOnly(2027, 1, 1).AddDays(day), "元旦", off))
        .Array[0, 6]
        .Select(days => TinyCity.NextYear([.. days.DistinctBy(d => d.Date)]));

    [Fact]
    public void Every_deadline_is_worked_out_again_from_the_journal_alone() =>
        Journeys.Any.Sample(
            steps =>
            {
                var matter = Journeys.Walk(steps, (_, _, _) => { });
                var clocks = JournalClocks.Of(matter.History, matter.City);
                Assert.Empty(clocks.Wrong);
                Assert.Equal(
                    matter.Request.Deadlines.Select(d => (d.Kind, d.DueAt)).OrderBy(d => d.DueAt).ThenBy(d => d.Kind),
                    clocks.Stamped.Select(d => (d.Kind, d.Due)).OrderBy(d => d.Due).ThenBy(d => d.Kind)
                );
                // While the clock stands still its date is what it was.
                Assert.Equal(matter.Request.ReplyDueAt, clocks.ReplyDue);
            },
            iter: 2000
        );

    [Fact]
    public void What_a_unit_owes_is_followed_from_the_facts_of_the_journal() =>
        Journeys.Any.Sample(
            steps =>
            {
                var clock = new UnitClock();
                var matter = Journeys.Walk(steps, (_, _, _) => { });
                // What goes to the inspection past the hotline is sealed and in no journal that others read.
                if (matter.History.Any(s => s.Action is RequestAction.SendToDiscipline))
                    return;
                foreach (var step in matter.History.Where(s => WorkKinds.Of(s.Action, s.From) is not null))
                    clock.Take(step.Action, step.At, UnitClock.Reads.Contains(step.Action) ? step.Facts : "");
                var (request, sign) = (matter.Request, matter.Request.Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Sign));
                // While the clock stands still nothing is owed that was not owed before.
                var owed = request.CountedDueAt > request.PausedAt ? null : request.CountedDueAt;
                if (!RequestLifecycle.IsFinal(request.State))
                    Assert.Equal(owed, clock.ReplyDue);
                if (request.Unit is not null)
                    Assert.Equal(sign?.DueAt, clock.SignDue);
            },
            iter: 2000
        );

    [Fact]
    public void The_random_lives_reach_every_step_that_moves_a_clock()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<RequestAction, bool>();
        Journeys.Any.Sample(
            steps =>
            {
                foreach (var step in Journeys.Walk(steps, (_, _, _) => { }).History)
                    seen[step.Action] = true;
            },
            iter: 1500
        );
        RequestAction[] moving =
        [
            RequestAction.Dispatch,
            RequestAction.AcceptReturn,
            RequestAction.RejectReturn,
            RequestAction.GrantExtension,
            RequestAction.AwaitMaterial,
            RequestAction.ResumeWork,
            RequestAction.GrantHang,
            RequestAction.ReleaseHang,
            RequestAction.SecondHandling,
            RequestAction.Reopen,
        ];
        Assert.Empty(moving.Except(seen.Keys));
    }

    [Fact]
    public void No_step_makes_the_persons_date_later_but_an_extension_a_pause_or_another_category() =>
        Journeys.Any.Sample(
            steps =>
            {
                var told = DateTimeOffset.MaxValue;
                Journeys.Walk(
                    steps,
                    (matter, refusal, _) =>
                    {
                        var now = RequestClocks.ExpectedAt(matter.Request, matter.City);
                        var step = matter.History[^1];
                        var mayMove =
                            refusal is null
                            && (
                                step.Action is RequestAction.Reclassify or RequestAction.GrantExtension
                                || step.From is RequestState.AwaitingMaterial or RequestState.Hung
                                // An extension ends with the dispatch for which it was granted.
                                || step.Action is RequestAction.AcceptReturn
                            );
                        if (!mayMove && told != DateTimeOffset.MaxValue)
                            Assert.True(now <= told, $"{step.Action}: {told:O} became {now:O}");
                        told = now;
                    }
                );
            },
            iter: 500
        );

    [Fact]
    public void A_later_dispatch_is_never_due_earlier() =>
        Gen.Select(Gen.Int[0, 400_000], Gen.Int[0, 400_000])
            .Sample(
                (a, b) =>
                {
                    DateTimeOffset Due(int minutes) =>
                        new Matter().Wait(TimeSpan.FromMinutes(minutes)).Must(RequestAction.Dispatch).Request.ReplyDueAt!.Value;
                    return a <= b ? Due(a) <= Due(b) : Due(b) <= Due(a);
                },
                iter: 300
            );

    [Fact]
    public void A_calendar_that_comes_late_makes_nothing_later_and_earlier_what_it_says() =>
        Gen.Select(AnyNextYear, Gen.Int[0, 4 * 24 * 60])
            .Sample(
                (city, minutes) =>
                {
                    var matter = Matter.In(RequestState.Dispatched, at: YearsEnd.AddMinutes(minutes));
                    var (told, due) = (RequestClocks.ExpectedAt(matter.Request, matter.City), matter.Request.ReplyDueAt!.Value);
                    var stamped = matter.Request.Deadlines.Single(d => d.Kind == DeadlineKind.Reply);
                    var known = city.DeadlineOf(DeadlineKind.Reply, TinyCity.Lamp, 3, stamped.StartsAt).DueAt;
                    matter.City = city;
                    var refusal = matter.Try(RequestAction.CorrectDeadlines);

                    Assert.Equal(known < due ? known : due, matter.Request.ReplyDueAt!.Value);
                    Assert.Equal(matter.Request.ReplyDueAt, matter.Request.CountedDueAt);
                    Assert.True(RequestClocks.ExpectedAt(matter.Request, city) <= told);
                    if (known >= due)
                        Assert.IsType<NothingToCorrect>(refusal);
                    // The row that was stamped is what it was.
                    Assert.Equal(due, stamped.DueAt);
                    Assert.IsType<NothingToCorrect>(matter.Try(RequestAction.CorrectDeadlines));
                },
                iter: 500
            );

    [Fact]
    public void What_was_put_off_by_decision_keeps_its_date()
    {
        var matter = Matter.In(RequestState.InProgress, at: YearsEnd).Must(RequestAction.AskExtension).Must(RequestAction.GrantExtension);
        var due = matter.Request.ReplyDueAt;
        matter.City = TinyCity.BusySaturday;
        Assert.IsType<NothingToCorrect>(matter.Try(RequestAction.CorrectDeadlines));
        Assert.Equal(due, matter.Request.ReplyDueAt);
    }
}
