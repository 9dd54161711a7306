using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>等我办 over HTTP: one row for a matter, the next step in words, the deadline that is due first.</summary>
public sealed class WaitingTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task A_matter_says_what_is_next_until_it_waits_for_others()
    {
        var number = await town.In(RequestState.Dispatched);
        Assert.Equal(NextStep.Sign, await Next("east1", number));
        Assert.Equal(NextStep.Sign, await Next("east1b", number));
        await town.Done("east1", number, RequestAction.Sign);
        Assert.Equal(NextStep.Contact, await Next("east1", number));
        // Who has it in hand does it; a colleague's list leaves it out.
        Assert.Null(await Next("east1b", number));
        await town.Done("east1", number, RequestAction.RecordContact);
        Assert.Equal(NextStep.Reply, await Next("east1", number));
        await town.Done("east1", number, RequestAction.Reply);
        Assert.Null(await Next("east1", number));
        await town.Done("reviewer", number, RequestAction.SendBack);
        Assert.Equal(NextStep.ReplyAgain, await Next("east1", number));
    }

    /// <summary>What lies with the unit in every state, most of it waiting for somebody else, walked a row at a time.</summary>
    [Fact]
    public async Task Walked_in_small_steps_the_list_is_the_same()
    {
        foreach (var state in Enum.GetValues<RequestState>().Where(s => !RequestLifecycle.IsFinal(s) && s is not RequestState.Registered))
            await town.In(state);
        await town.In(RequestState.Dispatched);
        var by = await app.Given.Staff("east1");
        var whole = await Walk(by, take: 200);
        Assert.True(whole.Count > 1);
        Assert.Equal(whole, await Walk(by, take: 1));
        Assert.Equal(whole, await Walk(by, take: 2));
    }

    private async Task<List<string>> Walk(Actor by, int take)
    {
        var (numbers, after) = (new List<string>(), (string?)null);
        do
        {
            var query = new ListWaiting.Query { Take = take, After = after };
            var slice = (await app.Use<ListWaiting, Outcome<Slice<RequestRow>>>(list => list.Run(query, by, default))).Value;
            numbers.AddRange(slice.Rows.Select(r => r.Number));
            after = slice.Next;
        } while (after is not null);
        return numbers;
    }

    [Fact]
    public async Task What_was_given_down_waits_below_and_its_report_waits_above()
    {
        var number = await town.In(RequestState.InProgress, unit: "EAST");
        await town.Done("east", number, RequestAction.SubDispatch, ("unit", "EAST-1"));
        Assert.Null(await Next("east", number));
        Assert.Equal(NextStep.Sign, await Next("east1", number));
        await town.Done("east1", number, RequestAction.SubSign);
        Assert.Equal(NextStep.Report, await Next("east1", number));
        await town.Done("east1", number, RequestAction.SubReport);
        Assert.Null(await Next("east1", number));
        Assert.Equal(NextStep.CheckReport, await Next("east", number));
        await town.Done("east", number, RequestAction.SubSendBack);
        Assert.Equal(NextStep.ReportAgain, await Next("east1", number));
    }

    [Fact]
    public async Task A_helper_and_a_supervised_unit_find_it_too_and_the_first_deadline_counts()
    {
        var number = await town.In(RequestState.InProgress);
        await town.Done("east1", number, RequestAction.AskCoHandler);
        Assert.Equal(NextStep.SignCoHandling, await Next("water", number));
        await town.Done("water", number, RequestAction.CoSign);
        Assert.Equal(NextStep.ReportCoHandling, await Next("water", number));
        await town.Done("water", number, RequestAction.CoReport);
        Assert.Null(await Next("water", number));
        await town.Done("supervisor", number, RequestAction.Supervise, ("due", app.Now.AddMinutes(30)));
        var row = await Row("east1", number);
        Assert.Equal(NextStep.AnswerSupervision, row?.Waits?.Step);
        Assert.Equal(app.Now.AddMinutes(30), row!.Waits!.DueAt!.Value, TimeSpan.FromSeconds(1));
        await town.Done("east1", number, RequestAction.AnswerSupervision);
        Assert.Contains(await Next("east1", number), new NextStep?[] { NextStep.Reply, NextStep.CheckCoHandling });
    }

    [Fact]
    public async Task Walked_a_slice_at_a_time_each_stands_once_in_the_order_of_deadlines()
    {
        for (var i = 0; i < 3; i++)
        {
            await town.In(RequestState.Dispatched, unit: "EAST-2");
            var led = await town.In(RequestState.InProgress, unit: "WATER");
            await town.Done("water", led, RequestAction.AskCoHandler, ("unit", "EAST-2"));
            app.Clock.Advance(TimeSpan.FromMinutes(7));
        }
        var all = await Rows("east2", 200);
        Assert.True(all.Count >= 6);
        Assert.Equal(all.Select(r => r.Waits!.DueAt).Order(), all.Select(r => r.Waits!.DueAt));
        var walked = await Rows("east2", 2);
        Assert.Equal(all.Select(r => r.Number), walked.Select(r => r.Number));
    }

    [Fact]
    public async Task What_accuses_the_unit_is_in_nobodys_list_there()
    {
        var secret = app.Given.Intake() with { AboutConduct = true, AccusedUnit = "EAST-1" };
        var number = await town.In(RequestState.Dispatched, secret, "EAST-2");
        Assert.Null(await Next("east1", number));
        Assert.Null(await Next("willow", number));
        Assert.Equal(NextStep.Sign, await Next("east2", number));
    }

    private async Task<NextStep?> Next(string login, string number) => (await Row(login, number))?.Waits?.Step;

    private async Task<RequestRow?> Row(string login, string number) => (await Rows(login, 200)).SingleOrDefault(r => r.Number == number);

    private async Task<List<RequestRow>> Rows(string login, int take)
    {
        var (browser, rows, after) = (await town.At(login), new List<RequestRow>(), "");
        do
        {
            var page = await browser.Get($"/api/requests/queues/Mine?take={take}&after={after}");
            Assert.True(page.IsSuccess, page.Text);
            var slice = page.Json<Slice<RequestRow>>();
            rows.AddRange(slice.Rows);
            after = slice.Next ?? "";
        } while (after.Length > 0);
        return rows;
    }
}
