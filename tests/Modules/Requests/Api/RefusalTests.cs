using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>不予受理 and who contests it (domain A.3 art. 11, A.7): the channel is told, a repetition names what it repeats, and somebody else answers.</summary>
public sealed class RefusalTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task Who_contests_is_answered_by_a_supervisor_and_the_matter_goes_on_with_the_first_clock()
    {
        var registered = await town.Register();
        var number = registered.Number;
        var expected = (await town.Track(registered)).Expected;
        await town.Must(number, RequestAction.Refuse);
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        Assert.Contains("请求复核", page.Text, StringComparison.Ordinal);
        var after = await page.Submit("form:has([name=contest])", ("contest", "这盏灯在公共道路上，不是民事纠纷。"), ("act", "contest"));
        Assert.Contains("已请求复核", after.Says(), StringComparison.Ordinal);
        Assert.Contains("另一位工作人员复核", after.Says(), StringComparison.Ordinal);

        var stored = await town.Stored(number);
        Assert.Equal((RequestState.RefusalContested, (DateTimeOffset?)null), (stored.State, stored.EndedAt));
        Assert.NotNull(stored.DueAt);
        Assert.Contains(number, await town.Queue("supervisor", "Contests"), StringComparison.Ordinal);
        await town.Done("supervisor", number, RequestAction.OverturnRefusal);

        var tracked = await town.Track(registered);
        Assert.Equal(expected, tracked.Expected);
        Assert.Equal(
            (RequestAction.OverturnRefusal, "经核对，路灯维修属于街道职责，改为受理。"),
            (tracked.Steps[^1].Action, tracked.Steps[^1].Text)
        );
        await town.Done("dispatcher", number, RequestAction.Dispatch);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Fact]
    public async Task A_refusal_that_stands_is_told_with_its_reason_and_not_heard_again()
    {
        var number = await town.In(RequestState.NotAccepted);
        await town.Done("agent", number, RequestAction.ContestRefusal);
        await town.Done("supervisor", number, RequestAction.UpholdRefusal);
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.NotAccepted, 1, true), (stored.State, stored.Contests, stored.EndedAt is not null));
        await town.Refused("contested_once", "resident", number, RequestAction.ContestRefusal);
        var page = await (await town.At("resident")).Get($"/my/requests/{number}");
        Assert.Contains("经复核", page.Says(), StringComparison.Ordinal);
        Assert.Contains("确属法院受理范围", page.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("请求复核</button>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void After_thirty_days_it_is_too_late_to_contest()
    {
        var matter = Matter.In(RequestState.NotAccepted);
        matter.Wait(ServiceRequest.ContestWithin + TimeSpan.FromMinutes(1));
        Assert.IsType<ContestTooLate>(matter.Try(RequestAction.ContestRefusal));
    }

    [Fact]
    public void Nobody_answers_who_contests_their_own_refusal()
    {
        var matter = new Matter();
        var both = Who.Is(Role.Agent, "HOT") with
        {
            Roles = new HashSet<Role> { Role.Agent, Role.Supervisor },
        };
        Assert.Null(matter.Try(RequestAction.Refuse, both));
        matter.Must(RequestAction.ContestRefusal);
        var before = matter.Everything();
        Assert.IsType<OwnRefusal>(matter.Try(RequestAction.UpholdRefusal, both));
        Assert.IsType<OwnRefusal>(matter.Try(RequestAction.OverturnRefusal, both));
        Assert.Equal(before, matter.Everything());
    }

    [Fact]
    public async Task A_repetition_names_the_earlier_matter_of_the_same_person_and_no_others()
    {
        var earlier = await town.In(RequestState.Dispatched);
        var registered = await town.Register();
        var number = registered.Number;
        var repeated = ("reason", (object?)"N12RepeatedWithoutNewFact");
        await town.Invalid("earlier", "dispatcher", number, RequestAction.Refuse, repeated);
        await town.Invalid("earlier", "dispatcher", number, RequestAction.Refuse, repeated, ("earlier", number));
        await town.Invalid("earlier", "dispatcher", number, RequestAction.Refuse, repeated, ("earlier", "999999"));
        var anothers = (await Another()).Number;
        var later = (await town.Register()).Number;
        await town.Invalid("earlier", "dispatcher", later, RequestAction.Refuse, repeated, ("earlier", anothers));

        await town.Done("dispatcher", number, RequestAction.Refuse, repeated, ("earlier", earlier));
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        Assert.Contains($"原件编号 {earlier}", page.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_belongs_to_one_case_of_the_regulation_and_says_what_is_done()
    {
        var cases = Enum.GetValues<RefusalReason>().GroupBy(Triage.Of).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Enum.GetValues<TriageCase>().Order(), cases.Keys.Order());
        Assert.All(Enum.GetValues<TriageCase>(), c => Assert.EndsWith("。", Triage.Duty(c), StringComparison.Ordinal));
        Assert.Equal(TriageCase.LegalChannel, Triage.Of(RefusalReason.N07Petition));
    }

    [Fact]
    public async Task The_days_count_a_contested_matter_as_open_again()
    {
        await town.Must(await town.In(RequestState.NotAccepted), RequestAction.ContestRefusal);
        await app.Drain();
        var (counted, found) = await app.Use<RequestsDb, (int, int)>(async db =>
            (await db.Days.SumAsync(d => d.Ended), await db.Requests.CountAsync(r => r.EndedAt != null))
        );
        Assert.Equal(found, counted);
    }

    private async Task<SubmitRequest.Registered> Another()
    {
        var command = new SubmitRequest.Command
        {
            Id = RequestId.New(app.Now),
            Intake = app.Given.Intake(),
            Person = new Identity { Name = "另一位", Phone = "13900000009" },
        };
        return (await app.Use<SubmitRequest, Outcome<SubmitRequest.Registered>>(u => u.Run(command, Actor.Visitor, default))).Value;
    }

    private Task<TrackedRequest> Track(SubmitRequest.Registered registered) =>
        app.Use<TrackRequest, TrackedRequest>(async track =>
            (
                await track.Run(new TrackRequest.Query { Number = registered.Number, Code = registered.QueryCode }, Actor.Visitor, default)
            ).Value
        );
}
