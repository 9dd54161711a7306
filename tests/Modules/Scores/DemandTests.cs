using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>诉求量: requests, not callbacks, by the unit that was given them first and by the area of which they were registered.</summary>
public sealed class DemandTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_request_counts_for_each_unit_in_the_span_in_which_it_got_it_first()
    {
        var start = app.Now;
        var returned = await app.Given.DispatchedRequest();
        await app.Given.SignedRequest();
        await app.Given.Request();
        await app.Given.DispatchedRequest("EAST-2", app.Given.Intake() with { AboutConduct = true, AccusedUnit = "EAST-1" });
        app.Clock.Advance(TimeSpan.FromHours(1));
        var middle = app.Now;
        await Return(returned);
        await app.Given.Dispatch(returned, "EAST-2");
        app.Clock.Advance(TimeSpan.FromHours(1));

        await app.Drain();
        Assert.Equal([("EAST-1", 2), ("EAST-2", 1)], (await Given()).Order());
        var (first, second) = (await Count(start, middle), await Count(middle, app.Now));
        Assert.Equal([("990102001001", 3)], first.Registered.Select(r => (r.Key, r.Value)));
        Assert.Empty(second.Registered);
    }

    [Fact]
    public async Task Counts_are_kept_for_minutes_while_more_may_come()
    {
        var (start, end) = (app.Now, app.Now.AddDays(1));
        await app.Given.DispatchedRequest();
        Assert.Equal(1, (await Count(start, end)).Registered.Values.Sum());
        await app.Given.DispatchedRequest();
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, (await Count(start, end)).Registered.Values.Sum());
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(2, (await Count(start, end)).Registered.Values.Sum());
    }

    private Task<List<(string Unit, int Count)>> Given() =>
        app.Use<ScoresDb, List<(string, int)>>(async db =>
            [
                .. (await db.WorkMonths.Where(m => m.Figure == WorkFigure.FirstGiven && m.Count != 0).ToListAsync(Ct)).Select(m =>
                    (m.Unit, m.Count)
                ),
            ]
        );

    private Task<DemandSet> Count(DateTimeOffset from, DateTimeOffset until) =>
        app.Use<IDemandTallies, DemandSet>(t => t.Count(from, until, Ct));

    private async Task Return(string number)
    {
        var (unit, dispatcher) = (await app.Given.Staff("east1"), await app.Given.Staff(Kernel.Role.Dispatcher));
        var back = new ReturnRequest.Command
        {
            Target = new Target(number),
            Reason = ReturnReason.R02NotOurArea,
            Basis = "这条路由东二街道管。",
            ProposedUnit = "EAST-2",
        };
        Assert.Null((await app.Use<ReturnRequest, Kernel.Outcome<Receipt>>(u => u.Run(back, unit, Ct))).Refusal);
        var accepted = new AcceptReturn.Command { Target = new Target(number) };
        Assert.Null((await app.Use<AcceptReturn, Kernel.Outcome<Receipt>>(u => u.Run(accepted, dispatcher, Ct))).Refusal);
    }
}
