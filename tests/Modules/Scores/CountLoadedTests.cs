using System.Text.Json;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model.Synthetic;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Scores.Reactions;
using Suiying.Scores.Storage;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Scores;

/// <summary>Requests that come with their history are in the scores though no event tells of their steps.</summary>
public sealed class CountLoadedTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_loaded_is_counted_and_what_is_loaded_later_into_the_same_months_as_well()
    {
        Assert.Equal(0, (await Count()).Value.Months);
        await Load(120, seed: 1);
        var months = (await Count()).Value.Months;
        Assert.True(months > 1);
        var first = await MustAgree();
        Assert.True(first > 0);
        Assert.Equal(0, (await Count()).Value.Months);

        await Load(120, seed: 2);
        Assert.Equal(months, (await Count()).Value.Months);
        Assert.True(await MustAgree() > first);
    }

    [Fact]
    public async Task What_is_loaded_while_a_month_is_counted_is_counted_another_time()
    {
        await app.Given.ReviewedRequest();
        await Count();
        // Nobody was registered in the month before: it is nobody's.
        var (from, until) = (app.Clock.GetUtcNow().AddDays(-40), app.Clock.GetUtcNow());
        await app.Use<CountedMonths, int>(async months =>
        {
            await months.Loaded(from, until, Ct);
            var missing = await months.Missing(Ct);
            var (month, loads) = Assert.Single(missing);
            Assert.Equal(1, loads);
            await months.Loaded(from, until, Ct);
            await months.Counted(missing, Ct);
            Assert.Equal([(month, 2)], await months.Missing(Ct));
            return 0;
        });
        using var supervisor = await app.SignIn("supervisor");
        const string Running = "还有 1 个月正在由流转记录重新计算";
        foreach (var page in new[] { "/desk/scores", "/desk/scores/classes" })
            Assert.Contains(Running, (await supervisor.Get(page)).Says("main"), StringComparison.Ordinal);
        Assert.Equal(1, (await Count()).Value.Months);
        Assert.Equal(0, (await Count()).Value.Months);
        Assert.DoesNotContain("正在由流转记录重新计算", (await supervisor.Get("/desk/scores")).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_as_earlier_releases_stored_it_is_understood()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Events", "samples", "requests.loaded.1.json");
        var happened = JsonSerializer.Deserialize<RequestsLoaded>(await File.ReadAllTextAsync(path, Ct), JsonSerializerOptions.Web)!;
        await app.Use<CountedMonths, int>(async months =>
        {
            await new WhenLoadedCountMonths(months).When(happened, new(Guid.Empty, happened.Until, 1), Ct);
            return 0;
        });
        var loaded = await app.Use<ScoresDb, List<CountedMonth>>(db => Task.FromResult(db.CountedMonths.OrderBy(m => m.Month).ToList()));
        Assert.Equal([new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)], loaded.Select(m => m.Month));
    }

    private async Task Load(int requests, int seed)
    {
        var plan = new Plan
        {
            Requests = requests,
            Seed = seed,
            Until = SuiyingApp.Start,
        };
        var command = new GenerateRequests.Command { Plan = plan, Words = DemoWords.Vocabulary };
        Assert.Null((await app.Use<GenerateRequests, Outcome<GenerateRequests.Made>>(u => u.Run(command, Actor.System, Ct))).Refusal);
        await app.Drain();
    }

    private Task<Outcome<CountLoaded.Made>> Count() => app.Use<CountLoaded, Outcome<CountLoaded.Made>>(u => u.Run(Actor.System, Ct));

    /// <summary>All scores and all work as the journal has them; how many callbacks there are.</summary>
    private async Task<int> MustAgree()
    {
        var verify = new RebuildScores.Command { Verify = true };
        var (scored, worked) = (await app.Use<RebuildScores, Outcome<RebuildScores.Built>>(u => u.Run(verify, Actor.System, Ct))).Value;
        Assert.Equal((0, 0, 0, 0), (scored.Wrong, scored.Sums, worked.Wrong, worked.Sums));
        return scored.Rows;
    }
}
