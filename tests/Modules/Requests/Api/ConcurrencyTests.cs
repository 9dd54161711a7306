using System.Net;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>What changed under somebody's hands is said, not lost; what is sent twice is done once (design law 6).</summary>
public sealed class ConcurrencyTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task Who_acts_on_what_has_changed_is_told_who_did_what()
    {
        var number = (await town.Register()).Number;
        var (first, second) = (await town.At("dispatcher"), await town.At("agent"));
        Assert.True((await Endpoints.Of(RequestAction.Dispatch).Send(first, number, ("version", 1))).IsSuccess);
        var late = await Endpoints.Of(RequestAction.Dispatch).Send(second, number, ("version", 1), ("unit", "EAST-2"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("changed_meanwhile", late.Text, StringComparison.Ordinal);
        Assert.Contains("派单员甲（演示）已派单", late.Text, StringComparison.Ordinal);
        Assert.Equal("EAST-1", (await town.Stored(number)).Unit);
    }

    [Fact]
    public async Task A_command_that_is_sent_again_is_done_once_and_gets_the_same_receipt()
    {
        var number = (await town.Register()).Number;
        var (browser, key) = (await town.At("dispatcher"), Guid.CreateVersion7(app.Now));
        var first = await Endpoints.Of(RequestAction.Dispatch).Send(browser, number, ("version", 1), ("key", key));
        var again = await Endpoints.Of(RequestAction.Dispatch).Send(browser, number, ("version", 1), ("key", key));
        Assert.Equal((HttpStatusCode.OK, first.Text), (again.Status, again.Text));
        Assert.Equal(2, (await town.History(number)).Count);
    }

    [Fact]
    public async Task A_key_of_another_command_is_refused_rather_than_taken_for_done()
    {
        var number = (await town.Register()).Number;
        var (browser, key) = (await town.At("dispatcher"), Guid.CreateVersion7(app.Now));
        Assert.True((await Endpoints.Of(RequestAction.Reclassify).Send(browser, number, ("key", key))).IsSuccess);
        var other = await Endpoints.Of(RequestAction.Dispatch).Send(browser, number, ("key", key));
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.Contains("\"field\":\"key\"", other.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Registered, (await town.Stored(number)).State);
    }

    [Fact]
    public async Task Of_eight_who_sign_at_once_one_signs_and_the_others_are_told()
    {
        var number = await town.In(RequestState.Dispatched);
        Browser[] two = [await town.At("east1"), await town.At("east1b")];
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => Endpoints.Of(RequestAction.Sign).Send(two[i % 2], number, ("version", 2))))
        );
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(
            answers.Where(a => a.Status != HttpStatusCode.OK),
            a => Assert.True(a.Status == HttpStatusCode.Conflict && a.Text.Contains("签收", StringComparison.Ordinal), a.Text)
        );
        var history = await town.History(number);
        Assert.Equal(3, history.Count);
        Assert.Null(Chain.Fault(history, []));
    }

    [Fact]
    public async Task Eight_retries_of_one_command_at_once_do_it_once()
    {
        var (number, key) = (await town.In(RequestState.Dispatched), Guid.CreateVersion7(app.Now));
        var browser = await town.At("east1");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Endpoints.Of(RequestAction.Sign).Send(browser, number, ("key", key))))
        );
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.OK, a.Text));
        Assert.All(answers, a => Assert.Equal(3, a.Json<Receipt>().Version));
        Assert.Equal(3, (await town.History(number)).Count);
    }

    [Fact]
    public async Task Many_residents_who_register_at_once_all_get_a_number_of_their_own()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => town.Register())));
        Assert.Equal(12, all.Select(r => r.Number).Distinct().Count());
        Assert.All(all, r => Assert.True(TicketNumber.IsWellFormed(r.Number)));
    }
}
