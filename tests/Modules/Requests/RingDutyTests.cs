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
    public async Task A_ring_under_an_open_form_does_not_refuse_it_and_a_step_of_a_person_does()
    {
        var number = await app.Given.DispatchedRequest(intake: app.Given.Intake() with { Category = "010102" });
        var seen = (await Stored(number)).Version;
        await Ring();
        Assert.Equal(seen + 1, (await Stored(number)).Version);
        var signed = await Sign(number, seen);
        Assert.True(signed.Ok(out _, out var refusal), refusal?.Text.ToString());
        Assert.IsType<ChangedMeanwhile>((await Sign(number, seen)).Refusal);
    }

    private async Task<Outcome<Receipt>> Sign(string number, int seen)
    {
        var by = await app.Given.Staff(Role.UnitHandler, "EAST-1");
        var command = new SignRequest.Command { Target = new Target(number, seen) };
        return await app.Use<SignRequest, Outcome<Receipt>>(use => use.Run(command, by, Ct));
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
