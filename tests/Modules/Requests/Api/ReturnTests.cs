using System.Net;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>退单 and its end (domain A.7): one return a unit, none by whom it was ordered to, a conference after two rounds, and a person who is told who said no.</summary>
public sealed class ReturnTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task After_two_rounds_a_joint_conference_designates_and_the_unit_keeps_it()
    {
        var registered = await town.Register();
        var number = registered.Number;
        var expected = (await town.Track(registered)).Expected;
        await Round(number, "EAST-1");
        Assert.DoesNotContain(number, await town.Queue("supervisor", "Conference"), StringComparison.Ordinal);
        await town.Refused("not_for_conference", "supervisor", number, RequestAction.Designate);
        await Round(number, "EAST-2");

        Assert.Contains(number, await town.Queue("supervisor", "Conference"), StringComparison.Ordinal);
        await town.Refused("conference_decides", "dispatcher", number, RequestAction.Dispatch, ("unit", "CITY-URBAN"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await town.Send("supervisor", number, RequestAction.Designate, ("decision", "定了"))).Status
        );
        // Any unit, one that returned it included.
        await town.Done("supervisor", number, RequestAction.Designate, ("unit", "EAST-1"));
        await town.Refused("ordered_unit", "east1", number, RequestAction.Return);

        var tracked = await town.Track(registered);
        Assert.Equal(expected, tracked.Expected);
        Assert.Equal((RequestAction.Designate, null), (tracked.Steps[^1].Action, tracked.Steps[^1].Text));
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.Dispatched, "EAST-1", true), (stored.State, stored.Unit, stored.Ordered));
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
        await town.Done("east1", number, RequestAction.Sign);
    }

    [Fact]
    public async Task The_person_is_told_who_refused_and_who_is_responsible_but_not_what_the_house_wrote()
    {
        var registered = await town.Register();
        await Round(registered.Number, "EAST-1");
        await town.Done("dispatcher", registered.Number, RequestAction.Dispatch, ("unit", "EAST-2"));
        await town.Done("east2", registered.Number, RequestAction.Return);
        await town.Done("dispatcher", registered.Number, RequestAction.RejectReturn);
        var told = (await town.Track(registered)).Steps.Select(s => (s.Action, s.UnitName)).ToList();
        Assert.Equal(
            [
                (RequestAction.Dispatch, "东一街道办事处"),
                (RequestAction.Return, "东一街道办事处"),
                (RequestAction.AcceptReturn, "东一街道办事处"),
                (RequestAction.Dispatch, "东二街道办事处"),
                (RequestAction.Return, "东二街道办事处"),
                (RequestAction.RejectReturn, "东二街道办事处"),
            ],
            told.Skip(1)
        );
        Assert.All(
            (await town.Track(registered)).Steps.Where(s => ResidentNotice.WithoutWords.Contains(s.Action)),
            s => Assert.Null(s.Text)
        );
        var page = (await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}")).Text;
        Assert.DoesNotContain("三定方案", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_was_ordered_may_not_return_and_the_order_needs_a_reason()
    {
        var number = (await town.Register()).Number;
        var bare = await town.Send("dispatcher", number, RequestAction.Dispatch, ("ordered", true));
        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Contains("\"remark\"", bare.Text, StringComparison.Ordinal);
        await town.Done("dispatcher", number, RequestAction.Dispatch, ("ordered", true), ("remark", "属地牵头，市里已明确。"));
        await town.Refused("ordered_unit", "east1", number, RequestAction.Return);
        var answer = await (await town.At("east1")).Get($"/api/requests/{number}");
        Assert.DoesNotContain("\"Return\"", answer.Text, StringComparison.Ordinal);
    }

    private async Task Round(string number, string unit)
    {
        await town.Done("dispatcher", number, RequestAction.Dispatch, ("unit", unit));
        await town.Done(Town.LoginOf(Role.UnitHandler, unit), number, RequestAction.Return);
        await town.Done("dispatcher", number, RequestAction.AcceptReturn);
    }
}
