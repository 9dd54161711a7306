using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>督办 and 个人信息权利请求: each table against the model that obeys it, every state, every action, every role.</summary>
public sealed class SideMachineTests
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    public static TheoryData<SupervisionState> Supervisions => [.. Enum.GetValues<SupervisionState>()];

    public static TheoryData<ClaimState> Claims => [.. Enum.GetValues<ClaimState>()];

    [Theory, MemberData(nameof(Supervisions))]
    public void A_supervision_moves_as_its_table_says_by_whom_it_says(SupervisionState state)
    {
        foreach (var action in SupervisionLifecycle.Actions)
        foreach (var role in Roles)
        {
            var matter = Supervised(state);
            var (before, row) = (
                matter.Everything(),
                SupervisionLifecycle.IsFinal(state) ? null : SupervisionLifecycle.Find(state, action)
            );
            // A leader decides on instructions alone; here is a rung.
            var may = row is not null && row.By.Contains(role) && role != Role.Leader;
            if (row is not null && action == RequestAction.EscalateSupervision && state == SupervisionState.Issued)
                matter.Wait(matter.Request.SupervisionDueAt!.Value - matter.Now + TimeSpan.FromMinutes(1));
            var refusal = matter.Try(action, Who.Of(role, matter.Request.PersonId, matter.Request.Unit));
            Assert.True(may == (refusal is null), $"{role} {action} in {state}: {refusal?.Code ?? "done"}");
            if (may)
                Assert.Equal(row!.To, matter.Request.Supervisions[0].State);
            else
                Assert.Equal(before, matter.Everything());
        }
    }

    [Theory, MemberData(nameof(Claims))]
    public void A_claim_moves_as_its_table_says_by_whom_it_says(ClaimState state)
    {
        foreach (var action in RightsLifecycle.Actions)
        foreach (var role in Roles)
        {
            var matter = Claimed(state);
            var (before, row) = (matter.Everything(), RightsLifecycle.Find(state, action));
            var may = row?.By == role;
            // Who reviews is not who decided.
            var by = Who.Of(role, matter.Request.PersonId, matter.Request.Unit);
            if (state == ClaimState.Contested && role == Role.Supervisor)
                by = by with { Id = new Guid("00000000-0000-4000-8000-00000000beef") };
            var refusal = matter.Try(action, by);
            Assert.True(may == (refusal is null), $"{role} {action} in {state}: {refusal?.Code ?? "done"}");
            if (may)
                Assert.Equal(row!.To, matter.Request.Claims[0].State);
            else
                Assert.Equal(before, matter.Everything());
        }
    }

    [Fact]
    public void From_every_open_state_there_is_a_way_to_an_end_and_every_row_says_why()
    {
        Ends(SupervisionLifecycle.Rows.Select(r => (r.From, r.To)).ToList(), SupervisionLifecycle.IsFinal);
        Ends(RightsLifecycle.Rows.Select(r => (r.From, r.To)).ToList(), RightsLifecycle.IsFinal);
        Assert.All(SupervisionLifecycle.Rows.Select(r => r.Because).Concat(RightsLifecycle.Rows.Select(r => r.Because)), Sentence);
        Assert.Equal(SupervisionLifecycle.Rows.Count, SupervisionLifecycle.Rows.DistinctBy(r => (r.From, r.Action)).Count());
        Assert.Equal(RightsLifecycle.Rows.Count, RightsLifecycle.Rows.DistinctBy(r => (r.From, r.Action)).Count());
    }

    private static void Sentence(string because) => Assert.EndsWith("。", because, StringComparison.Ordinal);

    private static void Ends<TState>(List<(TState From, TState To)> rows, Func<TState, bool> isFinal)
        where TState : struct, Enum
    {
        foreach (var state in Enum.GetValues<TState>().Where(s => !isFinal(s)))
        {
            var seen = new HashSet<TState> { state };
            for (var size = 0; size < seen.Count; )
            {
                size = seen.Count;
                seen.UnionWith(rows.Where(r => seen.Contains(r.From)).Select(r => r.To).ToList());
            }
            Assert.Contains(seen, s => isFinal(s));
        }
    }

    private static Matter Supervised(SupervisionState state)
    {
        var matter = Matter.In(RequestState.CallbackPending).Must(RequestAction.Supervise);
        RequestAction[] way = state switch
        {
            SupervisionState.Answered => [RequestAction.AnswerSupervision],
            SupervisionState.Released => [RequestAction.AnswerSupervision, RequestAction.ReleaseSupervision],
            SupervisionState.Escalated => [RequestAction.AnswerSupervision, RequestAction.EscalateSupervision],
            SupervisionState.Lapsed => [RequestAction.RecordCallback],
            _ => [],
        };
        foreach (var action in way)
            matter.Must(action);
        if (state == SupervisionState.Escalated)
            // Its successor is another supervision; here only the one that was escalated is looked at.
            Assert.Null(
                matter.Request.ReleaseSupervision(null, matter.Step(RequestAction.ReleaseSupervision, Who.Is(Role.Supervisor, "HOT")))
            );
        Assert.Equal(state, matter.Request.Supervisions[0].State);
        return matter;
    }

    private static Matter Claimed(ClaimState state)
    {
        var matter = new Matter().Must(RequestAction.ClaimRight);
        RequestAction[] way = state switch
        {
            ClaimState.Granted => [RequestAction.GrantClaim],
            ClaimState.Refused => [RequestAction.RefuseClaim],
            ClaimState.Contested or ClaimState.Upheld => [RequestAction.RefuseClaim, RequestAction.ContestClaim],
            ClaimState.Withdrawn => [RequestAction.WithdrawClaim],
            _ => [],
        };
        foreach (var action in way)
            matter.Must(action);
        if (state == ClaimState.Upheld)
            Assert.Null(
                matter.Try(
                    RequestAction.RefuseClaim,
                    Who.Is(Role.Supervisor, "HOT") with
                    {
                        Id = new Guid("00000000-0000-4000-8000-00000000beef"),
                    }
                )
            );
        Assert.Equal(state, matter.Request.Claims[0].State);
        return matter;
    }
}
