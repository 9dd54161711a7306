using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>督办、约谈、通报、挂牌督办、领导批示 (domain A.7, B; 信访工作条例 art. 39, 40; Weifang regulation art. 26): each with a time, none moves another clock.</summary>
public sealed class SupervisionTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task A_unit_that_does_not_answer_climbs_the_ladder_to_the_public_list()
    {
        var registered = await town.Register();
        var number = registered.Number;
        foreach (var action in Matter.WayTo(RequestState.InProgress))
            await town.Must(number, action);
        var before = await town.Stored(number);
        await town.Invalid("level", "supervisor", number, RequestAction.Supervise, ("level", "Interview"));
        await town.Done("supervisor", number, RequestAction.Supervise);
        await town.Refused("supervised_already", "supervisor", number, RequestAction.Supervise);
        await town.Refused("supervision_not_due", "supervisor", number, RequestAction.EscalateSupervision);
        Assert.Contains(number, await town.Queue("east1", "Supervision"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await town.Queue("east2", "Supervision"), StringComparison.Ordinal);

        SupervisionLevel[] rungs = [SupervisionLevel.Interview, SupervisionLevel.Circular, SupervisionLevel.Listing];
        foreach (var rung in rungs)
        {
            app.Clock.Advance((await town.Stored(number)).SupervisionDueAt!.Value - app.Now + TimeSpan.FromMinutes(1));
            await town.Done("supervisor", number, RequestAction.EscalateSupervision);
            Assert.Equal(rung, (await town.Stored(number)).SupervisedAs);
        }
        app.Clock.Advance((await town.Stored(number)).SupervisionDueAt!.Value - app.Now + TimeSpan.FromMinutes(1));
        await town.Refused("top_of_ladder", "supervisor", number, RequestAction.EscalateSupervision);

        var stored = await town.Stored(number);
        Assert.Equal((before.DueAt, before.ReplyDueAt, before.State), (stored.DueAt, stored.ReplyDueAt, stored.State));
        Assert.Contains("挂牌督办", (await app.Visitor().Get("/public?state=listed")).Says("main .public-list"), StringComparison.Ordinal);
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        Assert.Contains("热线督办", page.Says(), StringComparison.Ordinal);
        Assert.Contains("逾期未办结", page.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("请说明原因并报告结果", page.Says(), StringComparison.Ordinal);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Fact]
    public async Task What_was_not_done_is_sent_back_with_a_new_time_and_what_was_done_is_released()
    {
        var number = await town.In(RequestState.InProgress);
        await town.Done("supervisor", number, RequestAction.Supervise);
        await town.Invalid("answer", "east1", number, RequestAction.AnswerSupervision, ("answer", "已办"));
        await town.Done("east1", number, RequestAction.AnswerSupervision);
        Assert.Null((await town.Stored(number)).SupervisionDueAt);
        await town.Refused("wrong_supervision_state", "east1", number, RequestAction.AnswerSupervision);
        await town.Invalid("due", "supervisor", number, RequestAction.SendBackSupervision, ("due", app.Now.AddHours(-1)));
        var due = app.Now.AddHours(30);
        await town.Done("supervisor", number, RequestAction.SendBackSupervision, ("due", due));
        Assert.Equal(due, (await town.Stored(number)).SupervisionDueAt);
        await town.Done("east1", number, RequestAction.AnswerSupervision);
        await town.Done("supervisor", number, RequestAction.ReleaseSupervision);
        Assert.Null((await town.Stored(number)).SupervisedAs);
        // The next begins above, and not on the same rung only because it was released.
        await town.Done("supervisor", number, RequestAction.Supervise, ("level", "Interview"));
        Assert.Equal(
            [(SupervisionLevel.Notice, SupervisionState.Released, 1), (SupervisionLevel.Interview, SupervisionState.Issued, 0)],
            (await All(number)).Select(s => (s.Level, s.State, s.SentBack))
        );
    }

    [Fact]
    public async Task The_desk_walks_what_is_supervised_by_the_next_answer_and_the_answered_where_it_is_ones_turn()
    {
        var numbers = new List<string>();
        foreach (var hours in new[] { 70, 20, 45 })
        {
            numbers.Add(await town.In(RequestState.InProgress));
            await town.Done("supervisor", numbers[^1], RequestAction.Supervise, ("due", app.Now.AddHours(hours)));
        }
        await town.Done("east1", numbers[2], RequestAction.AnswerSupervision);
        string[] supervisor = [numbers[2], numbers[1], numbers[0]];
        string[] unit = [numbers[1], numbers[0], numbers[2]];
        Assert.Equal(supervisor, await Walked("supervisor", numbers));
        Assert.Equal(unit, await Walked("east1", numbers));
    }

    /// <summary>The desk a row at a time, as far as it shows these.</summary>
    private async Task<IEnumerable<string>> Walked(string login, List<string> numbers)
    {
        var (seen, after, by) = (new List<string>(), (string?)null, await app.Given.Staff(login));
        do
        {
            var query = new ListQueue.Query
            {
                Queue = Queue.Supervision,
                Take = 1,
                After = after,
            };
            var slice = (await app.Use<ListQueue, Outcome<Kernel.Slice<RequestRow>>>(list => list.Run(query, by, default))).Value;
            seen.AddRange(slice.Rows.Select(r => r.Number));
            after = slice.Next;
        } while (after is not null);
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        return seen.Where(numbers.Contains);
    }

    [Fact]
    public async Task What_is_major_may_begin_on_any_rung() =>
        await town.Done(
            "supervisor",
            await town.In(RequestState.Dispatched),
            RequestAction.Supervise,
            ("level", "Listing"),
            ("reason", "S07Major")
        );

    [Fact]
    public async Task A_leader_instructs_reads_the_answer_and_closes_it_and_has_no_hand_on_the_ladder()
    {
        var number = await town.In(RequestState.InProgress);
        await town.Done("supervisor", number, RequestAction.Supervise);
        await town.Done("leader", number, RequestAction.Instruct);
        await town.Refused("instructed_already", "supervisor", number, RequestAction.Instruct);
        Assert.Contains(number, await town.Queue("leader", "Supervision"), StringComparison.Ordinal);
        var both = await All(number);
        var (rung, instruction) = (
            both.Single(s => s.Level == SupervisionLevel.Notice),
            both.Single(s => s.Level == SupervisionLevel.Instruction)
        );
        Assert.NotEqual("分管副市长", instruction.ByName);

        await town.Refused("wrong_supervision_state", "east1", number, RequestAction.AnswerSupervision);
        await town.Done("east1", number, RequestAction.AnswerSupervision, ("which", instruction.Id));
        await town.Refused("wrong_supervision_state", "leader", number, RequestAction.ReleaseSupervision, ("which", rung.Id));
        await town.Done("leader", number, RequestAction.ReleaseSupervision);
        var stored = await town.Stored(number);
        Assert.Equal((SupervisionLevel.Notice, false), (stored.SupervisedAs!.Value, stored.Instructed));
        Assert.DoesNotContain(number, await town.Queue("leader", "Supervision"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_records_an_instruction_in_the_leaders_name()
    {
        var number = await town.In(RequestState.Signed);
        await town.Invalid("leader", "supervisor", number, RequestAction.Instruct, ("leader", null));
        await town.Done("supervisor", number, RequestAction.Instruct);
        Assert.Equal("分管副市长", (await All(number)).Single().ByName);
        Assert.DoesNotContain("分管副市长", (await town.History(number))[^1].Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_request_and_when_another_unit_gets_it()
    {
        var closed = await town.In(RequestState.CallbackPending);
        await town.Done("supervisor", closed, RequestAction.Supervise);
        await town.Must(closed, RequestAction.RecordCallback);
        Assert.Equal(SupervisionState.Lapsed, (await All(closed)).Single().State);
        Assert.Null((await town.Stored(closed)).SupervisedAs);

        var returned = await town.In(RequestState.ReturnPending);
        await town.Done("supervisor", returned, RequestAction.Supervise);
        await town.Must(returned, RequestAction.AcceptReturn);
        await town.Done("dispatcher", returned, RequestAction.Dispatch, ("unit", "EAST-2"));
        await town.Invalid("level", "supervisor", returned, RequestAction.Supervise, ("level", "Interview"));
    }

    [Fact]
    public async Task A_leader_finds_nothing_sealed_among_the_instructions()
    {
        var number = await town.In(
            RequestState.Dispatched,
            app.Given.Intake() with
            {
                Type = RequestType.Report,
                AccusedUnit = "EAST-1",
            },
            "EAST"
        );
        await town.Done("supervisor", number, RequestAction.Instruct);
        await town.Done("supervisor", number, RequestAction.Supervise, ("level", "Listing"), ("reason", "S07Major"));
        Assert.DoesNotContain(number, await town.Queue("leader", "Supervision"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await town.Queue("east1", "Supervision"), StringComparison.Ordinal);
        var listed = await app.Use<ListPublicRequests, Outcome<Kernel.Slice<PublicRequest>>>(list =>
            list.Run(new ListPublicRequests.Query { Listed = true }, default)
        );
        var serial = (await town.Stored(number)).Serial;
        Assert.DoesNotContain(listed.Value.Rows, r => r.Serial == serial);
    }

    private Task<List<Supervision>> All(string number) =>
        app.Use<RequestsDb, List<Supervision>>(async db =>
        {
            var all = await db.Requests.AsNoTracking().Where(r => r.Number == number).SelectMany(r => r.Supervisions).ToListAsync();
            return [.. all.OrderBy(s => s.Level)];
        });
}
