using System.Net;
using Suiying.Contracts.People;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>批量签收, 批量交给同事 over HTTP: each its own step, nothing half lost, done once.</summary>
public sealed class BulkTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    private sealed record Line(string Number, bool Done, string? Code, string? Problem);

    [Fact]
    public async Task Each_is_signed_in_its_own_way_and_what_is_refused_says_why()
    {
        var dispatched = await town.In(RequestState.Dispatched);
        var signed = await town.In(RequestState.Signed);
        var given = await town.In(RequestState.InProgress, unit: "EAST");
        await town.Done("east", given, RequestAction.SubDispatch, ("unit", "EAST-1"));
        var helped = await town.In(RequestState.InProgress, unit: "WATER");
        await town.Done("water", helped, RequestAction.AskCoHandler, ("unit", "EAST-1"));
        var elsewhere = await town.In(RequestState.Dispatched, unit: "EAST-2");
        string[] all = [dispatched, signed, given, helped, elsewhere];
        var lines = await Sign("east1", [.. all.Select(n => Target(n))]);
        Assert.Equal(
            [dispatched, given, helped],
            lines
                .Where(l => l.Done)
                .Select(l => l.Number)
                .Order(Comparer<string>.Create((a, b) => Array.IndexOf(all, a) - Array.IndexOf(all, b)))
        );
        Assert.Equal("wrong_state", lines.Single(l => l.Number == signed).Code);
        Assert.Equal("not_found", lines.Single(l => l.Number == elsewhere).Code);
        Assert.Equal(RequestState.Signed, (await town.Stored(dispatched)).State);
        Assert.Equal(SubState.Signed, (await town.Stored(given)).SubDispatches.Single().State);
        Assert.Equal(CoState.Signed, (await town.Stored(helped)).CoHandlings.Single().State);
        Assert.Equal(RequestState.Dispatched, (await town.Stored(elsewhere)).State);
    }

    [Fact]
    public async Task Sent_twice_it_is_done_once_and_an_old_version_is_refused()
    {
        var (number, old) = (await town.In(RequestState.Dispatched), await town.In(RequestState.Dispatched));
        var version = await town.Version(number);
        var target = new
        {
            number,
            version,
            key = Guid.CreateVersion7(app.Now),
        };
        Assert.All(await Sign("east1", [target]), l => Assert.True(l.Done));
        Assert.All(await Sign("east1", [target]), l => Assert.True(l.Done));
        Assert.Equal(version + 1, await town.Version(number));
        var stale = Assert.Single(await Sign("east1", [Target(old, version: 1)]));
        Assert.Equal("changed_meanwhile", stale.Code);
    }

    [Fact]
    public async Task Several_go_to_a_colleague_and_what_is_not_signed_stays()
    {
        var colleague = await app.Use<IStaffDirectory, StaffMember?>(s => s.FindByLogin("east1b", CancellationToken.None));
        var (signed, unsigned) = (await town.In(RequestState.Signed), await town.In(RequestState.Dispatched));
        var body = new { targets = new[] { Target(signed), Target(unsigned) }, colleague = colleague!.Id };
        var lines = (await (await town.At("east1")).PostJson("/api/requests/handlers", body)).Json<List<Line>>();
        Assert.Equal([true, false], lines.Select(l => l.Done));
        Assert.Equal(colleague.Id, (await town.Stored(signed)).HandlerId);
        Assert.Null((await town.Stored(unsigned)).HandlerId);
        var stranger = await app.Use<IStaffDirectory, StaffMember?>(s => s.FindByLogin("water", CancellationToken.None));
        var wrong = await (await town.At("east1")).PostJson(
            "/api/requests/handlers",
            new { targets = new[] { Target(signed) }, colleague = stranger!.Id }
        );
        Assert.False(Assert.Single(wrong.Json<List<Line>>()).Done);
    }

    [Theory]
    [InlineData("signatures")]
    [InlineData("handlers")]
    public async Task Whoever_is_no_handler_is_refused_and_so_is_nothing_or_too_much(string path)
    {
        var number = await town.In(RequestState.Dispatched);
        foreach (
            var login in new[]
            {
                "agent",
                "dispatcher",
                "reviewer",
                "callback",
                "supervisor",
                "leader",
                "sysadmin",
                "secadmin",
                "auditadmin",
                "resident",
                "stranger",
                "visitor",
            }
        )
        {
            var answer = await (await town.At(login)).PostJson($"/api/requests/{path}", Body(path, Target(number)));
            Assert.Equal(login == "visitor" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.Status);
        }
        foreach (var many in new[] { 0, 201 })
        {
            var targets = Enumerable.Repeat(Target(number), many).ToArray();
            var answer = await (await town.At("east1")).PostJson($"/api/requests/{path}", Body(path, targets));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        }
        Assert.Equal(RequestState.Dispatched, (await town.Stored(number)).State);
    }

    private static object Body(string path, params object[] targets) =>
        path == "handlers" ? new { targets, colleague = Guid.Empty } : new { targets };

    private static object Target(string number, int? version = null) =>
        new
        {
            number,
            version,
            key = (Guid?)null,
        };

    private async Task<List<Line>> Sign(string login, object[] targets)
    {
        var answer = await (await town.At(login)).PostJson("/api/requests/signatures", new { targets });
        Assert.True(answer.IsSuccess, answer.Text);
        return answer.Json<List<Line>>();
    }
}
