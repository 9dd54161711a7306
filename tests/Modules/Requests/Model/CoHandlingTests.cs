using Suiying.Engines.Clock;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>协办 and 吹哨报到: the table, and what each side may and may not (domain A.3 art. 14, 16, 33; A.7).</summary>
public sealed class CoHandlingTests
{
    public static TheoryData<CoState> States => [.. Enum.GetValues<CoState>()];

    [Theory, MemberData(nameof(States))]
    public void A_step_follows_its_table_or_is_refused_and_changes_nothing(CoState state)
    {
        foreach (var action in CoHandlingLifecycle.Actions)
        {
            var matter = In(state);
            var (co, before) = (matter.Request.CoHandlings[0], matter.Everything());
            var row = CoHandlingLifecycle.IsFinal(state) ? null : CoHandlingLifecycle.Find(state, action);
            var refusal = Try(matter, action);
            if (row is null)
            {
                Assert.True(refusal is WrongCoState or WrongState, $"{action} in {state}: {refusal?.Code ?? "done"}");
                Assert.Equal(before, matter.Everything());
                continue;
            }
            Assert.True(refusal is null, $"{action} in {state}: {refusal?.Code}");
            Assert.Equal(row.To, co.State);
            Assert.Equal(CoHandlingLifecycle.IsFinal(row.To), !co.Open);
        }
    }

    [Fact]
    public void From_every_open_state_there_is_a_way_to_an_end_and_every_row_says_why()
    {
        foreach (var state in Enum.GetValues<CoState>().Where(s => !CoHandlingLifecycle.IsFinal(s)))
        {
            var seen = new HashSet<CoState> { state };
            for (var size = 0; size < seen.Count; )
            {
                size = seen.Count;
                seen.UnionWith(CoHandlingLifecycle.Rows.Where(r => seen.Contains(r.From)).Select(r => r.To).ToList());
            }
            Assert.Contains(seen, CoHandlingLifecycle.IsFinal);
        }
        Assert.All(CoHandlingLifecycle.Rows, r => Assert.EndsWith("。", r.Because, StringComparison.Ordinal));
        Assert.Equal(CoHandlingLifecycle.Rows.Count, CoHandlingLifecycle.Rows.DistinctBy(r => (r.From, r.Action)).Count());
    }

    [Fact]
    public void The_helpers_time_is_seven_tenths_of_the_leads_and_never_beyond_it_and_the_leads_clock_stands()
    {
        var matter = Lead();
        var (due, expected) = (matter.Request.ReplyDueAt!.Value, RequestClocks.ExpectedAt(matter.Request, matter.City));
        matter.Must(RequestAction.AskCoHandler);
        var co = matter.Request.CoHandlings.Single();
        Assert.Equal((due - matter.Now).TotalMinutes * 0.7, (co.DueAt - matter.Now).TotalMinutes, 0.01);
        Assert.Equal((due, expected), (matter.Request.ReplyDueAt!.Value, RequestClocks.ExpectedAt(matter.Request, matter.City)));
        var late = Ask(Lead(), CoKind.CoHandle, "WATER", due.AddMinutes(1));
        Assert.Equal("due", Assert.Single(late!.Fields).Field);
    }

    [Fact]
    public void The_lead_does_not_reply_while_a_helper_is_neither_done_nor_late_with_a_reason()
    {
        var matter = Lead().Must(RequestAction.AskCoHandler).Must(RequestAction.CoSign);
        var refusal = Assert.IsType<CoHandlersMissing>(matter.Try(RequestAction.Reply));
        Assert.Contains(matter.City.Units.NameOf(matter.Request.CoHandlings[0].To), refusal.Text.ToString(), StringComparison.Ordinal);
        matter.Must(RequestAction.CoInterim);
        Assert.IsType<CoHandlersMissing>(matter.Try(RequestAction.Reply));
        matter.Wait(matter.Request.CoHandlings[0].DueAt - matter.Now + TimeSpan.FromMinutes(1)).Must(RequestAction.Reply);
        Assert.Equal(CoState.Dropped, matter.Request.CoHandlings[0].State);

        var done = Lead().Must(RequestAction.AskCoHandler).Must(RequestAction.CoSign).Must(RequestAction.CoReport);
        Assert.IsType<CoHandlersMissing>(done.Try(RequestAction.Reply));
        done.Must(RequestAction.CoAccept).Must(RequestAction.Reply);
    }

    [Fact]
    public void Who_was_ordered_to_help_does_not_decline_again()
    {
        var matter = Lead().Must(RequestAction.AskCoHandler).Must(RequestAction.CoDecline).Must(RequestAction.CoOrder);
        Assert.Equal(0, matter.Request.CoDisputes);
        Assert.IsType<OrderedCoHandler>(matter.Try(RequestAction.CoDecline));
        matter.Must(RequestAction.CoSign);
    }

    [Fact]
    public void Each_decision_of_the_hotline_ends_its_own_time_in_whichever_order_they_come()
    {
        var matter = Lead();
        Assert.Null(Ask(matter, CoKind.CoHandle, "WATER", null));
        Assert.Null(Ask(matter, CoKind.CoHandle, "OVERSIGHT", null));
        matter.Must(RequestAction.AskExtension);
        foreach (var unit in new[] { "WATER", "OVERSIGHT" })
            Assert.Null(matter.Try(RequestAction.CoDecline, Who.Is(Role.UnitHandler, unit)));
        var hotline = Who.Is(Role.Dispatcher, "HOT");
        RequestDeadline[] Running() => [.. matter.Request.Deadlines.Where(d => d is { Kind: DeadlineKind.Decide, Running: true })];
        var (asked, water, oversight) = (
            matter.Request.Applications.Single().Id,
            matter.Request.CoHandlings[0].Id,
            matter.Request.CoHandlings[1].Id
        );
        Assert.Equal(new Guid?[] { asked, water, oversight }.Order(), Running().Select(d => d.Application).Order());

        Assert.Null(matter.Request.CoOrder("OVERSIGHT", matter.City, matter.Step(RequestAction.CoOrder, hotline)));
        Assert.Equal(new Guid?[] { asked, water }.Order(), Running().Select(d => d.Application).Order());
        Assert.Null(
            matter.Request.CoWithdraw("WATER", matter.City, matter.Step(RequestAction.CoWithdraw, Who.Is(Role.UnitHandler, "EAST-1")))
        );
        Assert.Equal([(Guid?)asked], Running().Select(d => d.Application));
        matter.Must(RequestAction.GrantExtension);
        Assert.Empty(Running());
    }

    [Fact]
    public void A_township_whistles_a_department_reports_for_duty_within_a_day_and_both_assess()
    {
        var matter = Lead();
        Assert.Null(Ask(matter, CoKind.Whistle, "WATER", null));
        var co = matter.Request.CoHandlings.Single();
        Assert.Equal(matter.Now.AddHours(24), co.SignDueAt);
        matter.Wait(TimeSpan.FromHours(2)).Must(RequestAction.CoSign);
        Assert.Equal("fair", Assert.Single(matter.Try(RequestAction.CoReport)!.Fields).Field);
        var by = Who.Is(Role.UnitHandler, "WATER");
        Assert.Null(matter.Request.CoReport(fair: true, matter.City, matter.Step(RequestAction.CoReport, by)));
        matter.Must(RequestAction.CoAccept);
        Assert.Equal((CoRating.Solved, true), (co.Rating!.Value, co.Fair!.Value));
        Assert.Equal("Solved", matter.History[^1].Fact("rating"));
    }

    [Fact]
    public void A_department_does_not_whistle_and_a_village_is_not_whistled_for()
    {
        var department = Matter.In(RequestState.InProgress, next: "WATER");
        Assert.Equal("kind", Assert.Single(Ask(department, CoKind.Whistle, "OVERSIGHT", null)!.Fields).Field);
        Assert.Equal("unit", Assert.Single(Ask(Lead(), CoKind.Whistle, "EAST-2", null)!.Fields).Field);
    }

    [Fact]
    public void Nobody_asks_its_own_tree_or_the_same_unit_twice()
    {
        var matter = Lead();
        Assert.Equal("unit", Assert.Single(Ask(matter, CoKind.CoHandle, "EAST-1-1", null)!.Fields).Field);
        Assert.Null(Ask(matter, CoKind.CoHandle, "WATER", null));
        Assert.Equal("unit", Assert.Single(Ask(matter, CoKind.CoHandle, "WATER", null)!.Fields).Field);
    }

    [Fact]
    public void The_accused_side_of_a_sealed_matter_is_never_asked()
    {
        var matter = Matter.In(RequestState.InProgress, intake: Matter.ReportAgainst("EAST"), next: "OVERSIGHT");
        foreach (var unit in new[] { "EAST", "EAST-1", "EAST-1-1" })
            Assert.IsType<UnitIsAccused>(Ask(matter, CoKind.CoHandle, unit, null));
        Assert.Null(Ask(matter, CoKind.CoHandle, "WATER", null));
    }

    [Fact]
    public void A_request_that_leaves_its_unit_or_ends_takes_its_helpers_along()
    {
        var withdrawn = Lead().Must(RequestAction.AskCoHandler).Must(RequestAction.Withdraw);
        Assert.Equal(CoState.Dropped, withdrawn.Request.CoHandlings[0].State);
        var returned = Matter.In(RequestState.Signed, next: "EAST-1").Must(RequestAction.AskCoHandler);
        returned.Must(RequestAction.Return).Must(RequestAction.AcceptReturn);
        Assert.Equal(CoState.Dropped, returned.Request.CoHandlings[0].State);
    }

    private static Matter Lead() => Matter.In(RequestState.InProgress, next: "EAST-1");

    private static Matter In(CoState state)
    {
        var matter = Lead().Must(RequestAction.AskCoHandler);
        RequestAction[] way = state switch
        {
            CoState.Asked => [],
            CoState.Signed => [RequestAction.CoSign],
            CoState.Reported => [RequestAction.CoSign, RequestAction.CoReport],
            CoState.Accepted => [RequestAction.CoSign, RequestAction.CoReport, RequestAction.CoAccept],
            CoState.Disputed => [RequestAction.CoDecline],
            CoState.Released => [RequestAction.CoDecline, RequestAction.CoRelease],
            CoState.Withdrawn => [RequestAction.CoWithdraw],
            _ => [RequestAction.Withdraw],
        };
        foreach (var action in way)
            matter.Must(action);
        Assert.Equal(state, matter.Request.CoHandlings[0].State);
        return matter;
    }

    /// <summary>As the side whose step it is, also where the co-handling has ended.</summary>
    private static Refusal? Try(Matter matter, RequestAction action)
    {
        var row = CoHandlingLifecycle.Rows.First(r => r.Action == action);
        return matter.Try(
            action,
            row.By switch
            {
                CoSide.CoHandler => Who.Is(Role.UnitHandler, matter.Request.CoHandlings[0].To),
                CoSide.Asker => Who.Is(Role.UnitHandler, matter.Request.Unit),
                _ => Who.Is(Role.Dispatcher, "HOT"),
            }
        );
    }

    private static Refusal? Ask(Matter matter, CoKind kind, string unit, DateTimeOffset? due) =>
        matter.Request.AskCoHandler(
            kind,
            matter.City.Units.Find(unit)!,
            due,
            matter.City,
            matter.Step(RequestAction.AskCoHandler, Who.Is(Role.UnitHandler, matter.Request.Unit))
        );
}
