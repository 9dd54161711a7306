using System.Net;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>交办下级 over HTTP: county to township to village, and who sees what meanwhile.</summary>
public sealed class SubDispatchApiTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task A_county_gives_it_to_a_township_that_gives_it_to_a_village_and_it_comes_up_checked()
    {
        var number = await town.In(RequestState.Signed, unit: "EAST");
        await Must("east", number, RequestAction.SubDispatch, ("unit", "EAST-1"));
        await Must("east1", number, RequestAction.SubSign);
        await Must("east1", number, RequestAction.SubDispatch, ("unit", "EAST-1-1"));
        await Must("willow", number, RequestAction.SubSign);
        Assert.Contains(number, await town.Queue("willow", "Unit"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await town.Queue("east1", "Unit"), StringComparison.Ordinal);
        Assert.Contains(number, await town.Queue("east1", "Given"), StringComparison.Ordinal);
        Assert.Contains(number, await town.Queue("east", "Given"), StringComparison.Ordinal);

        // Nothing is reported before the person was contacted, by whom it lies with.
        Assert.Equal(HttpStatusCode.Conflict, (await Send("willow", number, RequestAction.SubReport)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send("east", number, RequestAction.RecordContact)).Status);
        await Must("willow", number, RequestAction.RecordContact);
        await Must("willow", number, RequestAction.SubReport);
        await Must("east1", number, RequestAction.SubSendBack);
        await Must("willow", number, RequestAction.SubReport);
        await Must("east1", number, RequestAction.SubAccept);
        Assert.Contains("wrong_sub_state", (await Send("east", number, RequestAction.Reply)).Text, StringComparison.Ordinal);
        await Must("east1", number, RequestAction.SubReport);
        await Must("east", number, RequestAction.SubAccept);
        Assert.Contains(number, await town.Queue("east", "Unit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send("willow", number, RequestAction.Reply)).Status);
        await Must("east", number, RequestAction.Reply);

        var stored = await town.Stored(number);
        Assert.Equal((RequestState.Replied, "EAST", "EAST"), (stored.State, stored.Unit, stored.Holder));
        var history = await town.History(number);
        Assert.Null(Chain.Fault(history, await town.Notes()));
        Assert.Equal(RequestState.Replied, Chain.Rebuild(history));
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_it_learns_nothing_and_who_gave_it_back_no_more()
    {
        var number = await town.In(RequestState.Signed, unit: "EAST");
        Assert.Equal(HttpStatusCode.NotFound, (await Read("willow", number)).Status);
        await Must("east", number, RequestAction.SubDispatch, ("unit", "EAST-1-1"));
        Assert.Equal(HttpStatusCode.OK, (await Read("willow", number)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Read("east1", number)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Read("east2", number)).Status);
        Assert.Contains(number, await Search("willow", number), StringComparison.Ordinal);
        foreach (var stranger in new[] { "east2", "water", "repair" })
        {
            foreach (var action in SubDispatchLifecycle.Actions)
                Assert.Equal(HttpStatusCode.NotFound, (await Send(stranger, number, action)).Status);
        }
        await Must("willow", number, RequestAction.SubReturn);
        Assert.Equal(HttpStatusCode.NotFound, (await Read("willow", number)).Status);
        Assert.DoesNotContain(number, await Search("willow", number), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await town.Queue("willow", "Unit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_of_an_enterprise_works_and_the_enterprise_answers()
    {
        var number = await town.In(RequestState.InProgress, unit: "WATER");
        await Must("water", number, RequestAction.SubDispatch, ("unit", "WATER-REPAIR"));
        Assert.Equal("repair", Given.Login(Role.UnitHandler, (await town.Stored(number)).Holder));
        await Must("repair", number, RequestAction.SubSign);
        await Must("repair", number, RequestAction.SubReport);
        await Must("water", number, RequestAction.SubAccept);
        await Must("water", number, RequestAction.Reply);
    }

    [Fact]
    public async Task What_is_wrong_with_a_sub_dispatch_is_said_field_by_field()
    {
        var number = await town.In(RequestState.InProgress, unit: "EAST");
        var cases = new (string Field, (string, object?)[] More)[]
        {
            ("unit", [("unit", "nowhere")]),
            ("unit", [("unit", "WATER")]),
            ("unit", [("unit", "EAST")]),
            ("remark", [("unit", "EAST-1"), ("remark", "办")]),
            ("due", [("unit", "EAST-1"), ("due", app.Now.AddMinutes(-1))]),
            ("due", [("unit", "EAST-1"), ("due", app.Now.AddYears(1))]),
        };
        foreach (var (field, more) in cases)
        {
            var answer = await Send("east", number, RequestAction.SubDispatch, more);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains($"\"{field}\"", answer.Text, StringComparison.Ordinal);
        }
        Assert.Empty((await town.Stored(number)).SubDispatches);
    }

    [Fact]
    public async Task A_county_finds_what_its_township_was_dispatched_directly()
    {
        var number = await town.In(RequestState.Dispatched, unit: "EAST-1");
        Assert.Contains(number, await town.Queue("east", "Copied"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await town.Queue("east1", "Copied"), StringComparison.Ordinal);
    }

    private async Task<Page> Send(string login, string number, RequestAction action, params (string Name, object? Value)[] more) =>
        await Endpoints.Of(action).Send(await town.At(login), number, more);

    private async Task Must(string login, string number, RequestAction action, params (string Name, object? Value)[] more)
    {
        var answer = await Send(login, number, action, more);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{login} {action}: {(int)answer.Status} {answer.Text}");
        Assert.Equal(number, answer.Json<Receipt>().Number);
    }

    private async Task<Page> Read(string login, string number) => await (await town.At(login)).Get($"/api/requests/{number}");

    private async Task<string> Search(string login, string words) =>
        (await (await town.At(login)).Get($"/api/requests/search?q={words}")).Text;
}
