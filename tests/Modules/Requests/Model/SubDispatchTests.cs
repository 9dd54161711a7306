using CsCheck;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>交办下级: its table, who has the turn, and the clocks of whom stays answerable.</summary>
public sealed class SubDispatchTests
{
    private static readonly RequestAction[] Steps = [.. SubDispatchLifecycle.Rows.Select(r => r.Action).Distinct()];

    public static TheoryData<SubState> States => [.. Enum.GetValues<SubState>()];

    /// <summary>What comes before a step of a sub-dispatch, so that it may be taken.</summary>
    public static IReadOnlyList<RequestAction> WayTo(RequestAction action) =>
        action switch
        {
            RequestAction.SubSign or RequestAction.SubReturn or RequestAction.SubRecall => [RequestAction.SubDispatch],
            RequestAction.SubReport => [RequestAction.SubDispatch, RequestAction.SubSign],
            RequestAction.SubAccept or RequestAction.SubSendBack =>
            [
                RequestAction.SubDispatch,
                RequestAction.SubSign,
                RequestAction.SubReport,
            ],
            _ => [],
        };

    [Theory, MemberData(nameof(States))]
    public void A_step_follows_its_table_or_is_refused_and_changes_nothing(SubState state)
    {
        foreach (var action in Steps)
        {
            var matter = In(state);
            var (running, before) = (matter.Request.SubDispatches[0], matter.Everything());
            var row = SubDispatchLifecycle.IsFinal(state) ? null : SubDispatchLifecycle.Find(state, action);
            var refusal = Try(matter, action, action == RequestAction.SubRecall ? "EAST" : matter.Request.Holder);
            if (row is null)
            {
                Assert.True(refusal is not null, $"{action} in {state} must be refused");
                Assert.Equal(before, matter.Everything());
                continue;
            }
            Assert.True(refusal is null, $"{action} in {state}: {refusal?.Code}");
            Assert.Equal(row.To, running.State);
            Assert.Equal(SubDispatchLifecycle.IsFinal(row.To), !running.Open);
        }
    }

    [Fact]
    public void Every_row_says_why_and_every_state_is_reached_and_left()
    {
        Assert.All(SubDispatchLifecycle.Rows, row => Assert.EndsWith("。", row.Because, StringComparison.Ordinal));
        Assert.Equal(
            Enum.GetValues<SubState>().Where(s => s != SubState.Given),
            SubDispatchLifecycle.Rows.Select(r => r.To).Distinct().Order()
        );
        foreach (var state in Enum.GetValues<SubState>())
            Assert.Equal(SubDispatchLifecycle.IsFinal(state), SubDispatchLifecycle.Rows.All(r => r.From != state));
        Assert.All(Enum.GetValues<SubState>(), s => Assert.NotEqual(s.ToString(), RequestTexts.Of(s)));
    }

    [Fact]
    public void The_turn_goes_down_and_comes_up_again()
    {
        var matter = In(SubState.Given);
        Assert.Equal(("EAST", "EAST-1"), (matter.Request.Unit, matter.Request.Holder));
        Must(matter, RequestAction.SubSign, "EAST-1");
        Give(matter, "EAST-1-1", "EAST-1");
        Assert.Equal("EAST-1-1", matter.Request.Holder);
        Must(matter, RequestAction.SubSign, "EAST-1-1");
        Must(matter, RequestAction.SubReport, "EAST-1-1");
        Assert.Equal("EAST-1", matter.Request.Holder);
        Must(matter, RequestAction.SubAccept, "EAST-1");
        Must(matter, RequestAction.SubReport, "EAST-1");
        Assert.Equal("EAST", matter.Request.Holder);
        Must(matter, RequestAction.SubAccept, "EAST");
        Assert.Equal(("EAST", "EAST-1;EAST-1-1"), (matter.Request.Holder, matter.Request.Hands));
        Must(matter, RequestAction.Reply, "EAST");
        Assert.Equal(RequestState.Replied, matter.Request.State);
    }

    [Fact]
    public void Nothing_is_answered_or_returned_while_somebody_below_has_it()
    {
        foreach (var state in new[] { SubState.Given, SubState.Signed, SubState.Reported })
        {
            var matter = In(state);
            Assert.IsType<WrongSubState>(Try(matter, RequestAction.Reply, "EAST"));
        }
    }

    [Fact]
    public void Who_is_answerable_can_take_it_back_over_all_levels()
    {
        var matter = In(SubState.Signed);
        Give(matter, "EAST-1-1", "EAST-1");
        Must(matter, RequestAction.SubRecall, "EAST");
        Assert.All(matter.Request.SubDispatches, s => Assert.Equal(SubState.Recalled, s.State));
        Assert.Equal(("EAST", ""), (matter.Request.Holder, matter.Request.Hands));
    }

    [Fact]
    public void It_is_given_only_to_a_unit_below_in_the_same_tree()
    {
        foreach (var unit in new[] { "EAST", "WATER", "HOT" })
        {
            var matter = Handling();
            var refusal = matter.Request.GiveDown(
                matter.City.Units.Find(unit)!,
                null,
                matter.City,
                Step(matter, RequestAction.SubDispatch, "EAST")
            );
            Assert.Equal("unit", Assert.Single(refusal!.Fields).Field);
            Assert.Empty(matter.Request.SubDispatches);
        }
    }

    [Fact]
    public void It_never_goes_to_the_accused_side()
    {
        var matter = new Matter(intake: Matter.ReportAgainst("EAST-1"));
        Lead(matter);
        foreach (var unit in new[] { "EAST-1", "EAST-1-1" })
        {
            var step = Step(matter, RequestAction.SubDispatch, "EAST");
            Assert.IsType<UnitIsAccused>(matter.Request.GiveDown(matter.City.Units.Find(unit)!, null, matter.City, step));
        }
        Give(matter, "EAST-2", "EAST");
    }

    [Fact]
    public void The_report_is_due_after_seven_tenths_of_the_givers_time_and_never_after_it()
    {
        var matter = Handling();
        var left = matter.Request.ReplyDueAt!.Value - matter.Now;
        Give(matter, "EAST-1", "EAST");
        var given = matter.Request.Innermost!;
        Assert.Equal(0.7, (given.DueAt - matter.Now) / left, 3);
        Must(matter, RequestAction.SubSign, "EAST-1");
        Give(matter, "EAST-1-1", "EAST-1");
        Assert.Equal(0.49, (matter.Request.Innermost!.DueAt - matter.Now) / left, 3);

        var other = Handling();
        var late = other.Request.ReplyDueAt!.Value.AddMinutes(1);
        var refusal = other.Request.GiveDown(
            other.City.Units.Find("EAST-1")!,
            late,
            other.City,
            Step(other, RequestAction.SubDispatch, "EAST")
        );
        Assert.Equal("due", Assert.Single(refusal!.Fields).Field);
    }

    [Fact]
    public void Where_the_givers_time_is_over_the_report_gets_a_time_of_its_own()
    {
        var matter = Handling().Wait(TimeSpan.FromDays(30));
        var unit = matter.City.Units.Find("EAST-1")!;
        Assert.Equal(
            "due",
            matter.Request.GiveDown(unit, null, matter.City, Step(matter, RequestAction.SubDispatch, "EAST"))!.Fields[0].Field
        );
        Assert.Null(matter.Request.GiveDown(unit, matter.Now.AddDays(1), matter.City, Step(matter, RequestAction.SubDispatch, "EAST")));
        Assert.Equal(matter.Now.AddDays(1), matter.Request.DueAt);
    }

    [Fact]
    public void A_township_that_is_dispatched_to_directly_has_its_county_told()
    {
        string? Copied(string unit)
        {
            var matter = new Matter { Next = unit };
            matter.Must(RequestAction.Dispatch);
            Assert.Equal(matter.Request.CopiedTo is not null, matter.History[^1].Facts.Contains("copied=", StringComparison.Ordinal));
            return matter.Request.CopiedTo;
        }
        Assert.Equal("EAST", Copied("EAST-1"));
        Assert.Equal("EAST", Copied("EAST-1-1"));
        Assert.Null(Copied("EAST"));
        Assert.Null(Copied("WATER"));
    }

    /// <summary>Over random journeys: the clocks of whom is answerable never move for what happens below, the turn is with somebody below it, and a request that ended has nothing running.</summary>
    [Fact]
    public void What_happens_below_moves_no_clock_above() =>
        Journeys.Any.Sample(
            steps =>
            {
                var clocks = "";
                Journeys.Walk(
                    steps,
                    (matter, refusal, _) =>
                    {
                        var request = matter.Request;
                        var now = string.Join(';', request.Deadlines.Select(d => $"{d.Id}{d.DueAt:O}{d.MetAt:O}{d.VoidedAt:O}"));
                        if (refusal is null && SubDispatchLifecycle.Actions.Contains(matter.History[^1].Action))
                            Assert.Equal(clocks, now);
                        clocks = now;
                        Assert.True(request.Holder == request.Unit || matter.City.Units.Under(request.Holder, request.Unit));
                        if (RequestLifecycle.IsFinal(request.State))
                            Assert.DoesNotContain(request.SubDispatches, s => s.Open);
                        Assert.Equal(
                            request.SubDispatches.Where(s => s.Open).Select(s => s.Level).Order(),
                            Enumerable.Range(1, request.SubDispatches.Count(s => s.Open))
                        );
                    }
                );
            },
            iter: 500
        );

    /// <summary>With the county's government, signed and the person contacted.</summary>
    private static Matter Handling()
    {
        var matter = new Matter();
        Lead(matter);
        return matter;
    }

    private static void Lead(Matter matter)
    {
        matter.Next = "EAST";
        matter.Must(RequestAction.Dispatch).Must(RequestAction.Sign).Must(RequestAction.RecordContact);
    }

    private static Matter In(SubState state)
    {
        var matter = Handling();
        Give(matter, "EAST-1", "EAST");
        RequestAction[] way = state switch
        {
            SubState.Given => [],
            SubState.Signed => [RequestAction.SubSign],
            SubState.Reported => [RequestAction.SubSign, RequestAction.SubReport],
            SubState.Accepted => [RequestAction.SubSign, RequestAction.SubReport, RequestAction.SubAccept],
            SubState.Returned => [RequestAction.SubReturn],
            _ => [RequestAction.SubRecall],
        };
        foreach (var action in way)
            Must(matter, action, action == RequestAction.SubRecall ? "EAST" : matter.Request.Holder!);
        Assert.Equal(state, matter.Request.SubDispatches[0].State);
        return matter;
    }

    private static void Give(Matter matter, string unit, string by) =>
        Assert.Null(matter.Request.GiveDown(matter.City.Units.Find(unit)!, null, matter.City, Step(matter, RequestAction.SubDispatch, by)));

    private static void Must(Matter matter, RequestAction action, string unit) => Assert.Null(Try(matter, action, unit));

    private static Kernel.Refusal? Try(Matter matter, RequestAction action, string? unit) =>
        matter.Try(action, Who.Is(Role.UnitHandler, unit));

    private static Step Step(Matter matter, RequestAction action, string unit) => matter.Step(action, Who.Is(Role.UnitHandler, unit));
}
