using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>A grade-1 request waits unsigned. The clock of this class moves by less than the timers' turn, so that only the test rings.</summary>
public sealed class RingDutyTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_on_duty_is_rung_at_once_and_the_history_says_whom()
    {
        var number = await app.Given.DispatchedRequest(intake: app.Given.Intake() with { Category = "010102" });
        await Ring();
        var request = await Stored(number);
        Assert.Equal((1, app.Now + ServiceRequest.RingEvery), (request.Rings, request.NextRingAt!.Value));
        Assert.Equal(["unit=EAST-1;post=east1"], await Rings(request));
    }

    [Fact]
    public async Task Nobody_is_rung_twice_for_the_same_ten_minutes()
    {
        var number = await app.Given.DispatchedRequest(intake: app.Given.Intake() with { Category = "010102" });
        await Ring();
        await Ring();
        Assert.Equal(1, (await Stored(number)).Rings);
    }

    [Fact]
    public async Task A_signed_request_is_rung_no_more()
    {
        var number = await app.Given.SignedRequest(intake: app.Given.Intake() with { Category = "010102" });
        await Ring();
        var request = await Stored(number);
        Assert.Equal((0, (DateTimeOffset?)null), (request.Rings, request.NextRingAt));
    }

    [Fact]
    public async Task An_ordinary_request_rings_nobody()
    {
        var number = await app.Given.DispatchedRequest();
        await Ring();
        Assert.Equal(0, (await Stored(number)).Rings);
    }

    [Fact]
    public async Task Only_the_program_rings()
    {
        var by = await app.Given.Staff(Role.Supervisor);
        var outcome = await app.Use<RingDuty, Outcome<RingDuty.Result>>(use => use.Run(new RingDuty.Command(), by, Ct));
        Assert.IsType<NotAllowed>(outcome.Refusal);
    }

    private Task<Outcome<RingDuty.Result>> Ring() =>
        app.Use<RingDuty, Outcome<RingDuty.Result>>(use => use.Run(new RingDuty.Command(), Actor.System, Ct));

    private Task<ServiceRequest> Stored(string number) =>
        app.Use<RequestsDb, ServiceRequest>(db => db.Requests.AsNoTracking().SingleAsync(r => r.Number == number, Ct));

    private Task<List<string>> Rings(ServiceRequest request) =>
        app.Use<RequestsDb, List<string>>(db =>
            db.Transitions.Where(t => t.RequestId == request.Id && t.Action == RequestAction.Ring)
                .OrderBy(t => t.Seq)
                .Select(t => t.Facts)
                .ToListAsync(Ct)
        );
}
