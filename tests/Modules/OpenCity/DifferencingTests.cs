using CsCheck;
using Suiying.Contracts.Requests;
using Suiying.OpenCity.Features;
using Suiying.OpenCity.Model;
using Suiying.Requests.Features;
using Suiying.Requests.Model.Synthetic;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.OpenCity;

/// <summary>Nobody finds a small count by comparing all that is published, neither in made-up counts nor in what the server hands out.</summary>
public sealed class DifferencingTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const int Least = 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly DateOnly Month = new(2026, 2, 1);

    [Fact]
    public void Of_any_counts_no_small_one_can_be_found()
    {
        var areas = app.City.Areas.All.Select(a => a.Code).Append(null).Append("0000").ToArray();
        var categories = app.City.Categories.All.Select(c => c.Code).Append(null).ToArray();
        Gen.Select(Gen.Int[0, areas.Length - 1], Gen.Int[0, categories.Length - 1], Gen.Frequency((3, Gen.Int[1, 6]), (1, Gen.Int[7, 60])))
            .Array[1, 40]
            .Sample(
                cells =>
                {
                    var counts = cells
                        .Select(c => new OpenCount(areas[c.Item1], categories[c.Item2], new PublicTally(c.Item3, 0, 0, 0, 0, 0, 0, 0)))
                        .ToList();
                    var figures = MonthFigures.Of(Month, counts, app.City);
                    MustStayHidden(
                        [.. figures.Select(f => (f.Area, f.Category, f.Received))],
                        key => counts.Where(c => Holds(key, c)).Sum(c => c.Tally.Received)
                    );
                },
                iter: 150
            );
    }

    [Fact]
    public async Task Of_what_the_server_hands_out_no_small_count_can_be_found()
    {
        var plan = new Plan
        {
            Requests = 150,
            Seed = 5,
            Until = SuiyingApp.Start,
            Days = 60,
        };
        var command = new GenerateRequests.Command { Plan = plan, Words = DemoWords.Vocabulary };
        Assert.Null((await app.Use<GenerateRequests, Outcome<GenerateRequests.Made>>(u => u.Run(command, Actor.System, Ct))).Refusal);
        await app.Use<PublishMonth, int>(p => p.Due(Actor.System, Ct));
        var (from, until) = (app.City.Calendar.StartOf(Month), app.City.Calendar.StartOf(Month.AddMonths(1)));
        var counts = await app.Use<IOpenCounts, IReadOnlyList<OpenCount>>(c => c.Between(from, until, Ct));

        using var visitor = app.Visitor();
        var table = (await visitor.Get($"{OpenAddress.Figures}.json?month=2026-02")).Json<Published>();

        Func<Line, int?>[] numbers = [l => l.Received, l => l.Due, l => l.Asked];
        Func<PublicTally, int>[] tallies = [t => t.Received, t => t.Due, t => t.Asked];
        foreach (var (number, tally) in numbers.Zip(tallies))
        {
            var hidden = MustStayHidden(
                [.. table.Rows.Select(l => (l.Area, l.Category, number(l)))],
                key => counts.Where(c => Holds(key, c)).Sum(c => tally(c.Tally))
            );
            Assert.InRange(hidden, 1, table.Rows.Count - 2);
        }
        // Nor are shares told of fewer than that.
        Assert.All(table.Rows, l => Assert.False(l.Due is null or < Least && l.On_time_percent is not null));
        Assert.All(table.Rows, l => Assert.False(l.Asked is null or < Least && (l.Solved_percent ?? l.Satisfied_percent) is not null));
    }

    /// <summary>How many are hidden.</summary>
    private int MustStayHidden(
        IReadOnlyList<(string Area, string Category, int? Count)> lines,
        Func<(string Area, string Category), int> truth
    )
    {
        Assert.All(lines, l => Assert.False(l.Count is > 0 and < Least));
        Assert.All(lines.Where(l => l.Count is not null), l => Assert.Equal(truth((l.Area, l.Category)), l.Count));
        var reader = new TableReader(lines, app.City);
        var solved = reader.Solved().Where(key => truth(key) is > 0 and < Least).ToList();
        Assert.Empty(solved);
        foreach (var (key, (low, high)) in reader.Bounds().Where(b => truth(b.Key) is > 0 and < Least))
            Assert.True(low == 0 && high >= Least, $"{key} is {truth(key)} and was found to lie from {low} to {high}.");
        return reader.Hidden.Count;
    }

    /// <summary>Whether a line counts what was filed so, told without the code that publishes.</summary>
    private bool Holds((string Area, string Category) key, OpenCount count) =>
        In(
            key.Area,
            app.City.City.Code,
            app.City.Areas.Upwards(count.Area).Where(a => a.Level is not Contracts.Registry.AreaLevel.Village).Select(a => a.Code)
        ) && In(key.Category, "", app.City.Categories.Upwards(count.Category).Select(c => c.Code).Append(""));

    private static bool In(string key, string whole, IEnumerable<string> upwards)
    {
        var path = upwards.ToList();
        if (path.Count == 0)
            path.Add(whole);
        // The rest of something is what lies in it and in nothing below it.
        return key.EndsWith('-') ? path[0] == key[..^1] : path.Contains(key) || key == whole;
    }

    private sealed record Published(string Month, IReadOnlyList<Line> Rows);

    private sealed record Line(
        string Area,
        string Category,
        int? Received,
        int? Due,
        int? On_time_percent,
        int? Asked,
        int? Solved_percent,
        int? Satisfied_percent
    );
}
