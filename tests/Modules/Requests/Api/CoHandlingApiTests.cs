using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>协办 over HTTP: who sees it, whose step it is, and what the person reads.</summary>
public sealed class CoHandlingApiTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task The_lead_asks_the_helper_reports_and_the_lead_answers_for_the_whole()
    {
        var registered = await town.Register();
        var number = registered.Number;
        foreach (var action in Matter.WayTo(RequestState.InProgress))
            await town.Must(number, action);
        var due = (await town.Stored(number)).ReplyDueAt;
        Assert.DoesNotContain(number, await town.Queue("water", "CoHandling"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await town.At("water")).Get($"/api/requests/{number}")).Status);

        await town.Done("east1", number, RequestAction.AskCoHandler);
        Assert.Contains(number, await town.Queue("water", "CoHandling"), StringComparison.Ordinal);
        var seen = await (await town.At("water")).Get($"/api/requests/{number}");
        Assert.Contains("\"CoSign\"", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Reply\"", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Town.Phone, seen.Text, StringComparison.Ordinal);
        Assert.Equal(
            System.Net.HttpStatusCode.Forbidden,
            (await (await town.At("water")).PostJson($"/api/requests/{number}/contact-openings", new { })).Status
        );
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await town.Send("east2", number, RequestAction.CoSign)).Status);

        await town.Done("water", number, RequestAction.CoSign);
        await town.Done("water", number, RequestAction.CoInterim);
        await town.Refused("co_handlers_missing", "east1", number, RequestAction.Reply);
        await town.Done("water", number, RequestAction.CoReport);
        Assert.DoesNotContain(number, await town.Queue("water", "CoHandling"), StringComparison.Ordinal);
        await town.Invalid("reason", "east1", number, RequestAction.CoSendBack, ("reason", ""));
        await town.Done("east1", number, RequestAction.CoSendBack);
        await town.Done("water", number, RequestAction.CoReport);
        await town.Done("east1", number, RequestAction.CoAccept);
        await town.Done("east1", number, RequestAction.Reply);

        Assert.Equal(due, (await town.Stored(number)).ReplyDueAt);
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        Assert.Contains(
            "请供水公司一起办理",
            page.Says().Replace(app.City.Units.NameOf("WATER"), "供水公司", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("请查一下路面下的水管", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("附探测记录", page.Text, StringComparison.Ordinal);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Fact]
    public async Task What_is_not_a_helpers_duty_is_decided_by_the_hotline()
    {
        var number = await town.In(RequestState.InProgress);
        await town.Done("east1", number, RequestAction.AskCoHandler);
        await town.Done("water", number, RequestAction.CoDecline);
        Assert.Contains(number, await town.Queue("dispatcher", "Returns"), StringComparison.Ordinal);
        await town.Done("dispatcher", number, RequestAction.CoOrder);
        Assert.DoesNotContain(number, await town.Queue("dispatcher", "Returns"), StringComparison.Ordinal);
        await town.Refused("ordered_co_handler", "water", number, RequestAction.CoDecline);
        await town.Done("east1", number, RequestAction.CoWithdraw);
        // Who helps no more does not see it any more.
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await town.At("water")).Get($"/api/requests/{number}")).Status);

        await town.Done("east1", number, RequestAction.AskCoHandler);
        await town.Done("water", number, RequestAction.CoDecline);
        await town.Done("dispatcher", number, RequestAction.CoRelease);
        await town.Done("east1", number, RequestAction.Reply);
    }

    [Fact]
    public async Task A_helper_finds_the_matter_by_search()
    {
        var number = await town.In(RequestState.InProgress);
        await town.Done("east1", number, RequestAction.AskCoHandler);
        var found = await (await town.At("water")).Get($"/api/requests/search?q={number}");
        Assert.Contains(number, found.Text, StringComparison.Ordinal);
        var stranger = await (await town.At("east2")).Get($"/api/requests/search?q={number}");
        Assert.DoesNotContain(number, stranger.Text, StringComparison.Ordinal);
    }
}
