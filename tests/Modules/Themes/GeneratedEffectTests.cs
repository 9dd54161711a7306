using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Engines.Statistics;
using Suiying.Requests.Features;
using Suiying.Requests.Model.Synthetic;
using Suiying.Testing;
using Suiying.Tests.Registry;

namespace Suiying.Tests.Themes;

/// <summary>
/// 双重差分 on the generator: a hundred cities of 40,000 requests in two years, with seasons, weekends, holidays and bursts of hot topics; in the last 26
/// weeks some of one category are taken out. The seeds 1 to 100 were kept apart: how weeks are taken together was settled on 101 to 700.
/// </summary>
public sealed class GeneratedEffectTests
{
    private const int Cities = 100;
    private const int Requests = 40_000;
    private const int Judged = 26;

    /// <summary>供暖, of which the season is strong, and 物业服务, which has none.</summary>
    [Theory]
    [InlineData("0301", 0.7)]
    [InlineData("0201", 0.8)]
    public async Task The_interval_covers_the_effect_in_93_of_100_cities_and_without_one_claims_it_in_7_at_most(
        string category,
        double effect
    )
    {
        await using var house = await RegistryHouse.Open();
        await house.Load(Path.Combine(CityPacksTests.Cities, "baoding"));
        Assert.True(VocabularyFiles.Read(Path.Combine(CityPacksTests.Cities, "baoding", "demo")).Ok(out var words, out _));
        var (covered, claimed) = (0, 0);
        Parallel.For(
            1,
            Cities + 1,
            seed =>
            {
                var weeks = Weeks(seed, category, words, house.Registry.Current);
                var thinned = new Random(seed);
                var done = weeks.ConvertAll(w => w with { After = Enumerable.Range(0, w.After).Count(_ => thinned.NextDouble() < effect) });
                if (DifferenceInDifferences.Of(done) is { } found && found.Low <= effect && effect <= found.High)
                    Interlocked.Increment(ref covered);
                if (DifferenceInDifferences.Of(weeks) is { Stands: true })
                    Interlocked.Increment(ref claimed);
            }
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{category}: covered {covered}, claimed {claimed} of {Cities}");
        Assert.True(covered >= 93 && claimed <= 7, $"covered {covered}, claimed {claimed} of {Cities}");
    }

    private static List<PairedWeek> Weeks(int seed, string category, Vocabulary words, CitySnapshot city)
    {
        var weeks = new CityWeeks(SuiyingApp.Start, city.Calendar, 2 * 52);
        var plan = new Plan
        {
            Requests = Requests,
            Seed = seed,
            Until = weeks.Starts[^2],
            Days = 7 * 2 * 52,
        };
        var (own, all) = (new int[2 * 52], new int[2 * 52]);
        foreach (var arrival in Stories.Arrivals(plan, words, city))
        {
            var week = (city.Calendar.DateOf(arrival.At).DayNumber - weeks.Monday(0).DayNumber) / 7;
            if (week < 0 || week >= all.Length)
                continue;
            all[week]++;
            if (city.Categories.Within(arrival.Category, category))
                own[week]++;
        }
        return
        [
            .. Enumerable
                .Range(2 * 52 - Judged, Judged)
                .Select(w => new PairedWeek(own[w - 52], own[w], all[w - 52] - own[w - 52], all[w] - own[w])),
        ];
    }
}
