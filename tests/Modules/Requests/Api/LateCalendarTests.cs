using System.Text.Json;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>A calendar that is published after requests were stamped (domain C.7), loaded as a city loads it.</summary>
public sealed class LateCalendarTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task Open_requests_become_due_earlier_where_the_notice_says_so_and_never_later()
    {
        app.Clock.Advance(new DateTimeOffset(2026, 12, 30, 10, 0, 0, TimeSpan.FromHours(8)) - app.Now);
        var registered = await town.Register();
        await town.Must(registered.Number, RequestAction.Dispatch);
        var before = await town.Stored(registered.Number);
        Assert.Equal(0, await Correct());

        await Publish(("2027-01-01", true), ("2027-01-04", true), ("2027-01-05", true));
        Assert.Equal(0, await Correct());
        Assert.Equal(before.ReplyDueAt, (await town.Stored(registered.Number)).ReplyDueAt);
        Assert.True(RequestClocks.ExpectedAt(await town.Stored(registered.Number), app.City) <= before.PromisedAt);

        await Publish(("2027-01-02", false), ("2027-01-03", false));
        Assert.Equal(1, await Correct());
        var after = await town.Stored(registered.Number);
        Assert.True(after.ReplyDueAt < before.ReplyDueAt);
        Assert.Equal(
            (RequestAction.CorrectDeadlines, Role.System),
            ((await town.History(registered.Number))[^1].Action, (await town.History(registered.Number))[^1].Capacity)
        );
        Assert.Contains(
            "期限提前",
            (await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}")).Says(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await Correct());
    }

    private async Task<int> Correct() =>
        (await app.Use<CorrectDeadlines, Outcome<int>>(use => use.Run(new CorrectDeadlines.Command(), Actor.System, default))).Value;

    /// <summary>The sample city with the notice of 2027.</summary>
    private Task Publish(params (string Date, bool Off)[] days)
    {
        var notice = new
        {
            year = 2027,
            source = "示例",
            days = days.Select(d => new
            {
                date = d.Date,
                name = "元旦",
                off = d.Off,
            }),
        };
        return ChangedPack.Load(app, $"pack-{days.Length}", Path.Combine("calendar", "2027.json"), _ => JsonSerializer.Serialize(notice));
    }
}
