using System.Net;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>A request from the registration to the end, over HTTP on the real host (domain A.7).</summary>
public sealed class MainPathTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task A_request_goes_from_the_call_to_the_callback_and_each_step_is_kept()
    {
        var number = (await town.Register()).Number;
        var way = Matter.WayTo(RequestState.Closed);
        for (var i = 0; i < way.Count; i++)
        {
            var receipt = await town.Must(number, way[i]);
            Assert.Equal((number, i + 2), (receipt.Number, receipt.Version));
            var stored = await town.Stored(number);
            Assert.Equal((receipt.State, receipt.Version, receipt.DueAt), (stored.State, stored.Version, stored.DueAt));
        }
        var closed = await town.Stored(number);
        Assert.Equal(
            (RequestState.Closed, true, Solved.Yes, Satisfied.Mostly),
            (closed.State, closed.Contacted!.Value, closed.Solved!.Value, closed.Satisfied!.Value)
        );
        var history = await town.History(number);
        Assert.Equal([RequestAction.Register, .. way], history.Select(t => t.Action));
        Assert.Equal(
            [Role.Resident, Role.Dispatcher, Role.UnitHandler, Role.UnitHandler, Role.UnitHandler, Role.Reviewer, Role.Callback],
            history.Select(t => t.Capacity)
        );
        Assert.Null(Chain.Fault(history, await town.Notes()));
        Assert.Equal(Chain.Rebuild(history), closed.State);
        Assert.Equal(4, closed.Deadlines.Count);
        Assert.DoesNotContain(closed.Deadlines, d => d.Running);
    }

    [Fact]
    public async Task What_is_read_is_what_was_done_and_says_what_can_be_done_next()
    {
        var number = await town.In(RequestState.Dispatched);
        var answer = await (await town.At("east1")).Get($"/api/requests/{number}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("\"available\":[\"Sign\",\"Return\",\"MarkTextOnly\"]", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"version\":2", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Town.Phone, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_request_goes_to_another_unit_and_the_residents_date_stays()
    {
        var registered = await town.Register();
        var before = await Track(registered);
        await town.Must(registered.Number, RequestAction.Dispatch);
        await town.Must(registered.Number, RequestAction.Return);
        await town.Must(registered.Number, RequestAction.AcceptReturn);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await town.Must(registered.Number, RequestAction.Dispatch, "CITY-URBAN");
        var stored = await town.Stored(registered.Number);
        Assert.Equal(("CITY-URBAN", "EAST-1"), (stored.Unit, stored.ReturnedBy));
        Assert.All(stored.Deadlines.Where(d => d.Unit == "EAST-1"), d => Assert.NotNull(d.VoidedAt));
        Assert.All(stored.Deadlines.Where(d => d.Unit == "CITY-URBAN"), d => Assert.True(d.Running));
        Assert.Equal(before.Expected, (await Track(registered)).Expected);
    }

    [Fact]
    public async Task A_unit_that_returned_a_request_does_not_get_it_again()
    {
        var number = await town.In(RequestState.Dispatched);
        await town.Must(number, RequestAction.Return);
        await town.Must(number, RequestAction.AcceptReturn);
        await Refused(number, RequestAction.Dispatch, "dispatcher", HttpStatusCode.Conflict, "already_returned");
    }

    [Fact]
    public async Task A_refused_matter_tells_the_reason_and_the_channel()
    {
        var registered = await town.Register();
        await town.Must(registered.Number, RequestAction.Refuse);
        var step = (await Track(registered)).Steps[^1];
        Assert.Equal((RequestState.NotAccepted, "N02Litigation", "请向人民法院提起诉讼。"), (step.To, step.Reason, step.Text));
    }

    [Theory]
    [InlineData(RequestAction.AnswerAtOnce, RequestState.AnsweredAtOnce)]
    [InlineData(RequestAction.TransferEmergency, RequestState.EmergencyTransferred)]
    [InlineData(RequestAction.Withdraw, RequestState.Withdrawn)]
    public async Task A_matter_that_needs_no_unit_ends_at_once_and_can_no_longer_be_dispatched(RequestAction action, RequestState state)
    {
        var number = (await town.Register()).Number;
        var receipt = await town.Must(number, action);
        Assert.Equal((state, (DateTimeOffset?)null), (receipt.State, receipt.DueAt));
        await Refused(number, RequestAction.Dispatch, "dispatcher", HttpStatusCode.Conflict, "wrong_state");
    }

    [Fact]
    public async Task A_reply_is_told_to_the_person_before_it_is_handed_in()
    {
        var number = await town.In(RequestState.InProgress);
        var answer = await Endpoints.Of(RequestAction.Reply).Send(await town.At("east1"), number, ("toldPerson", false));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("\"field\":\"toldPerson\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accused_side_is_not_proposed_by_a_return()
    {
        var intake = app.Given.Intake() with { Type = RequestType.Complaint, AboutConduct = true, AccusedUnit = "EAST-1" };
        var number = await town.In(RequestState.Dispatched, intake, "EAST");
        var answer = await Endpoints.Of(RequestAction.Return).Send(await town.At("east"), number, ("proposedUnit", "EAST-1-1"));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("unit_is_accused", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resident_reads_their_progress_but_not_what_the_house_says_to_itself()
    {
        var number = await town.In(RequestState.Dispatched);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await town.At("resident")).Get($"/api/requests/{number}")).Status);
    }

    [Fact]
    public async Task A_contact_is_opened_by_the_unit_that_has_the_matter_only()
    {
        var number = await town.In(RequestState.Signed);
        async Task<Page> Open(string login) => await (await town.At(login)).PostJson($"/api/requests/{number}/contact-openings", new { });
        var opened = await Open("east1");
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains(Town.Phone, opened.Text, StringComparison.Ordinal);
        foreach (var login in new[] { "agent", "dispatcher", "reviewer", "callback", "supervisor", "east", "east2", "leader", "sysadmin" })
        {
            var answer = await Open(login);
            Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{login}: {answer.Status}");
            Assert.DoesNotContain(Town.Phone, answer.Text, StringComparison.Ordinal);
        }
    }

    private async Task Refused(string number, RequestAction action, string login, HttpStatusCode status, string code)
    {
        var answer = await Endpoints.Of(action).Send(await town.At(login), number);
        Assert.Equal(status, answer.Status);
        Assert.Contains($"\"code\":\"{code}\"", answer.Text, StringComparison.Ordinal);
    }

    private async Task<TrackedRequest> Track(SubmitRequest.Registered registered)
    {
        var query = new TrackRequest.Query { Number = registered.Number, Code = registered.QueryCode };
        return (await app.Use<TrackRequest, Outcome<TrackedRequest>>(t => t.Run(query, Actor.Visitor, default))).Value;
    }
}
