using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>The lifecycle table against the model that obeys it: every state, every action, every role.</summary>
public sealed class LifecycleTests
{
    /// <summary>What may be done to a stored request; a registration makes one.</summary>
    public static readonly IReadOnlyList<RequestAction> Actions = [.. RequestLifecycle.Rows.Select(r => r.Action).Distinct()];

    public static TheoryData<RequestState> States => [.. Enum.GetValues<RequestState>()];

    [Theory, MemberData(nameof(States))]
    public void An_action_moves_as_the_table_says_or_is_refused_and_changes_nothing(RequestState state)
    {
        foreach (var action in Actions)
        {
            var matter = Prepared(state, action);
            var before = matter.Everything();
            var (version, row) = (matter.Request.Version, RequestLifecycle.Find(state, action));
            var refusal = matter.Try(action);
            if (row is null)
            {
                Assert.True(refusal is WrongState, $"{action} in {state} must be refused as wrong_state, was {refusal?.Code ?? "done"}");
                Assert.Equal(before, matter.Everything());
                continue;
            }
            Assert.True(refusal is null, $"{action} in {state} must be done, was {refusal?.Code}");
            Assert.Equal((row.To, version + 1), (matter.Request.State, matter.Request.Version));
            Assert.Equal((action, (RequestState?)state, row.To), Last(matter));
        }
    }

    [Fact]
    public void A_role_that_the_row_does_not_name_is_refused_and_changes_nothing()
    {
        foreach (var row in RequestLifecycle.Rows)
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var matter = Prepared(row.From, row.Action);
                var before = matter.Everything();
                var refusal = matter.Try(row.Action, Who.Of(role, matter.Request.PersonId, matter.UnitOf(row)));
                if (row.By.Contains(role))
                {
                    Assert.True(refusal is null, $"{role} must be able to {row.Action} in {row.From}: {refusal?.Code}");
                    Assert.Equal(role, matter.History[^1].Capacity);
                    continue;
                }
                Assert.True(refusal is NotAllowed, $"{role} must not {row.Action} in {row.From}");
                Assert.Equal(before, matter.Everything());
            }
        }
    }

    [Theory, MemberData(nameof(States))]
    public void Every_state_is_reached_from_the_registration_by_the_real_verbs(RequestState state) =>
        Assert.Equal(state, Matter.In(state).Request.State);

    [Theory, MemberData(nameof(States))]
    public void From_every_state_there_is_a_way_to_an_end(RequestState state)
    {
        var seen = new HashSet<RequestState> { state };
        for (var size = 0; size < seen.Count; )
        {
            size = seen.Count;
            seen.UnionWith(RequestLifecycle.Rows.Where(r => seen.Contains(r.From)).Select(r => r.To).ToList());
        }
        Assert.Contains(seen, RequestLifecycle.IsFinal);
    }

    [Fact]
    public void What_has_ended_goes_on_only_where_the_person_contests_a_refusal_or_it_came_up_again() =>
        Assert.Equal(
            [RequestAction.ContestRefusal, RequestAction.Reopen],
            RequestLifecycle.Rows.Where(r => RequestLifecycle.Resumes(r.From, r.To)).Select(r => r.Action).Distinct()
        );

    [Fact]
    public void Every_row_says_why_in_one_sentence_and_who()
    {
        Assert.All(RequestLifecycle.Rows, row => Assert.EndsWith("。", row.Because, StringComparison.Ordinal));
        Assert.All(RequestLifecycle.Rows, row => Assert.True(row.Because.Length >= 8, row.Because));
        Assert.All(RequestLifecycle.Rows, row => Assert.NotEmpty(row.By));
    }

    [Fact]
    public void No_action_has_two_rows_in_one_state() =>
        Assert.Equal(RequestLifecycle.Rows.Count, RequestLifecycle.Rows.DistinctBy(r => (r.From, r.Action)).Count());

    [Fact]
    public void The_administrators_never_change_a_matter() =>
        Assert.All(
            new[] { Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin },
            role => Assert.DoesNotContain(RequestLifecycle.Rows, row => row.By.Contains(role))
        );

    [Fact]
    public void A_leader_only_instructs_and_moves_no_state()
    {
        var rows = RequestLifecycle.Rows.Where(r => r.By.Contains(Role.Leader)).ToList();
        Assert.Equal(
            [RequestAction.Instruct, RequestAction.SendBackSupervision, RequestAction.ReleaseSupervision],
            rows.Select(r => r.Action).Distinct()
        );
        Assert.All(rows, row => Assert.Equal(row.From, row.To));
    }

    [Fact]
    public void A_supervisor_only_decides_what_people_and_units_ask_for() =>
        Assert.Equal(
            [
                RequestAction.UpholdRefusal,
                RequestAction.OverturnRefusal,
                RequestAction.Designate,
                RequestAction.GrantExtension,
                RequestAction.GrantHang,
                RequestAction.GrantTermination,
                RequestAction.DeclineApplication,
                RequestAction.DecideEnd,
            ],
            RequestLifecycle
                .Rows.Where(r => r.By.Contains(Role.Supervisor))
                .Select(r => r.Action)
                // Saying what belongs together changes nobody's duty.
                .Except([RequestAction.JoinMatter, RequestAction.LeaveMatter])
                // 督办 speaks to the unit; the request stays where it is.
                .Except([RequestAction.Supervise, RequestAction.Instruct, .. SupervisionLifecycle.Actions])
                // A right is answered beside the request.
                .Except(RightsLifecycle.Actions)
                .Distinct()
        );

    [Fact]
    public void Only_the_program_acts_for_the_program()
    {
        var rows = RequestLifecycle.Rows.Where(r => r.Scope == ActionScope.Program).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal([Role.System], row.By));
        Assert.All(RequestLifecycle.Rows.Except(rows), row => Assert.DoesNotContain(Role.System, row.By));
    }

    [Fact]
    public void Every_word_of_the_lifecycle_has_its_chinese()
    {
        Assert.All(Enum.GetValues<RequestState>(), s => Assert.NotEqual(s.ToString(), RequestTexts.Of(s)));
        Assert.All(Enum.GetValues<RequestAction>(), a => Assert.NotEqual(a.ToString(), RequestTexts.Of(a)));
    }

    /// <summary>In the state, with the guard of the action fulfilled that the table does not show.</summary>
    private static Matter Prepared(RequestState state, RequestAction action)
    {
        // Who helps is of another tree, and all stand under the hotline.
        var helps = action == RequestAction.AskCoHandler || CoHandlingLifecycle.Actions.Contains(action);
        var corrects = action == RequestAction.CorrectDeadlines;
        var matter = Matter.In(state, next: helps ? "EAST-1" : null, at: corrects ? ClockProperties.YearsEnd : null);
        if (RequestLifecycle.Find(state, action) is null)
            return matter;
        if (corrects)
            matter.City = TinyCity.BusySaturday;
        if (state == RequestState.CallbackPending && action == RequestAction.Close)
        {
            for (var i = 0; i < ServiceRequest.MostCallbacks; i++)
                matter.Wait(TimeSpan.FromHours(25)).Must(RequestAction.MissCallback);
        }
        if (action == RequestAction.Designate)
            matter.Must(RequestAction.Dispatch).Must(RequestAction.Return).Must(RequestAction.AcceptReturn);
        if (action == RequestAction.CallOverdue)
            matter.Wait(TimeSpan.FromDays(20));
        if (action == RequestAction.EndPause)
            matter.Wait(TimeSpan.FromHours(72));
        foreach (var before in Matter.Before(action))
            matter.Must(before);
        foreach (var before in SubDispatchTests.WayTo(action))
            matter.Must(before);
        return matter;
    }

    private static (RequestAction, RequestState?, RequestState) Last(Matter matter) =>
        (matter.History[^1].Action, matter.History[^1].From, matter.History[^1].To);
}
