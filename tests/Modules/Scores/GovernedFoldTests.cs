using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;

namespace Suiying.Tests.Scores;

/// <summary>治理类 (domain rule A.11): who comes onto the list and who leaves it, made of quarters alone.</summary>
public sealed class GovernedFoldTests
{
    private static readonly GovernedRule Rule = new();
    private static readonly Quarter First = new(2025, 3);

    [Fact]
    public void Two_quarters_in_a_row_bring_a_unit_onto_the_list()
    {
        Assert.Empty(Fold(Pressed(300)));
        Assert.Equal([new GovernedEntry("X", new Quarter(2025, 4), 280, 0)], Fold(Pressed(300), Pressed(280)));
        Assert.Empty(Fold(Pressed(300), Quiet(), Pressed(280)));
        Assert.Equal([new GovernedEntry("X", new Quarter(2026, 2), 290, 0)], Fold(Pressed(300), Quiet(), Pressed(280), Pressed(290)));
    }

    [Fact]
    public void A_quarter_that_is_missing_breaks_the_row()
    {
        var (first, third) = (At(First, Pressed(300)), At(First.Next.Next, Pressed(300)));
        Assert.Empty(GovernedFold.Of([first, third], Rule));
        Assert.Single(GovernedFold.Of([first, third, At(First.Next.Next.Next, Pressed(300))], Rule));
    }

    [Fact]
    public void Much_per_head_much_in_all_and_a_low_score_are_all_needed()
    {
        // As many requests of as few people, but a score as high as the group's.
        Assert.Empty(Fold(Pressed(300) with { Score = 80 }, Pressed(300) with { Score = 80 }));
        // As many requests in all, of so many people that it is little for each.
        var crowd = Pressed(300) with
        {
            Demand = new AreaDemand(300, 1_000_000),
        };
        Assert.Empty(Fold(crowd, crowd));
        // Much for each of so few people that it is little in all.
        Assert.Empty(Fold(Pressed(50), Pressed(50)));
        // Too few callbacks for a score.
        Assert.Empty(Fold(Pressed(300) with { Score = null }, Pressed(300) with { Score = null }));
    }

    [Fact]
    public void Where_the_population_is_not_known_nobody_is_listed()
    {
        var unknown = Pressed(300) with { Demand = null };
        Assert.Empty(Fold(unknown, unknown, unknown));
    }

    [Fact]
    public void Of_so_few_units_that_none_is_among_the_highest_fifth_nobody_is_listed()
    {
        GroupQuarter Few(Quarter quarter) => new(quarter, 80, [Pressed(300), Others()[0], Others()[1], Others()[2]]);
        Assert.Empty(GovernedFold.Of([Few(First), Few(First.Next)], Rule));
        Assert.Single(GovernedFold.Of([Few(First), Few(First.Next)], Rule with { TopPercent = 25 }));
    }

    [Fact]
    public void Those_that_are_equal_count_together_so_that_no_tie_lets_one_in()
    {
        GroupQuarter Equal(Quarter quarter) =>
            new(quarter, 80, [.. Enumerable.Range(0, 10).Select(i => Pressed(300) with { Unit = $"U{i}" })]);
        Assert.Empty(GovernedFold.Of([Equal(First), Equal(First.Next)], Rule));
    }

    [Fact]
    public void Two_quarters_of_fewer_requests_and_a_better_score_take_it_off()
    {
        UnitQuarter[] came = [Pressed(300), Pressed(300)];
        Assert.Equal(1, Assert.Single(Fold([.. came, Good(240)])).Met);
        Assert.Empty(Fold([.. came, Good(240), Good(240)]));
        // A fifth fewer is enough, one more than that is not.
        Assert.Equal(0, Assert.Single(Fold([.. came, Good(241), Good(241)])).Met);
        Assert.Equal(0, Assert.Single(Fold([.. came, Good(240) with { Score = 80 }])).Met);
        Assert.Equal(1, Assert.Single(Fold([.. came, Good(240), Good(260), Good(240)])).Met);
        // Without a score it neither comes nor leaves.
        Assert.Equal(0, Assert.Single(Fold([.. came, Good(240), Good(100) with { Score = null }])).Met);
    }

    [Fact]
    public void Who_left_comes_back_after_as_many_quarters_as_the_first_time()
    {
        UnitQuarter[] left = [Pressed(300), Pressed(300), Good(200), Good(200)];
        Assert.Empty(Fold([.. left, Pressed(400)]));
        Assert.Equal(400, Assert.Single(Fold([.. left, Pressed(400), Pressed(400)])).Volume);
    }

    [Fact]
    public void Who_is_in_no_table_of_a_quarter_stays_where_it_was()
    {
        var absent = new GroupQuarter(First.Next.Next, 80, Others());
        var told = GovernedFold.Of([At(First, Pressed(300)), At(First.Next, Pressed(300)), absent], Rule);
        Assert.Equal(0, Assert.Single(told).Met);
    }

    [Fact]
    public void No_order_of_quarters_or_units_changes_the_list()
    {
        var unit = Gen.Select(
            Gen.Int[0, 4],
            Gen.Int[-1, 4],
            Gen.Int[-1, 3],
            (volume, people, score) =>
                new UnitQuarter(
                    "",
                    100 * volume,
                    people < 1 ? null : new AreaDemand(100 * volume, 1000 * people),
                    score < 0 ? null : 70 + 5 * score
                )
        );
        Gen.Select(unit.Array[6].Array[1, 8], Gen.Int)
            .Sample(
                (made, seed) =>
                {
                    var quarters = new List<GroupQuarter>();
                    var at = First;
                    foreach (var units in made)
                    {
                        quarters.Add(new GroupQuarter(at, 77, [.. units.Select((u, i) => u with { Unit = $"U{i}" })]));
                        at = at.Next;
                    }
                    var random = new Random(seed);
                    var shuffled = quarters.Select(q => q with { Units = Shuffled(q.Units, random) }).ToArray();
                    random.Shuffle(shuffled);
                    var rule = new GovernedRule { TopPercent = 50 };
                    Assert.Equal(GovernedFold.Of(quarters, rule), GovernedFold.Of(shuffled, rule));
                    // What is still to come changes nothing of what was.
                    var before = GovernedFold.Of(quarters[..^1], rule).Select(e => e.Unit);
                    Assert.All(
                        GovernedFold.Of(quarters, rule).Where(e => e.Since != quarters[^1].Quarter),
                        e => Assert.Contains(e.Unit, before)
                    );
                }
            );
    }

    [Theory]
    [InlineData(2025, 12, 2025, 4)]
    [InlineData(2026, 1, 2026, 1)]
    [InlineData(2026, 3, 2026, 1)]
    public void A_month_of_scores_lies_in_the_quarter_of_its_name(int year, int month, int ofYear, int number)
    {
        var quarter = Quarter.Of(new DateOnly(year, month, 1));
        Assert.Equal(new Quarter(ofYear, number), quarter);
        Assert.InRange(new DateOnly(year, month, 1), quarter.FirstMonth, quarter.LastMonth);
        Assert.Equal(quarter.LastMonth.AddMonths(1), quarter.Next.FirstMonth);
    }

    /// <summary>The list after a unit X had these quarters, among others that stay as they are.</summary>
    private static IReadOnlyList<GovernedEntry> Fold(params UnitQuarter[] quarters)
    {
        var (at, told) = (First, new List<GroupQuarter>());
        foreach (var quarter in quarters)
        {
            told.Add(At(at, quarter));
            at = at.Next;
        }
        return GovernedFold.Of(told, Rule);
    }

    private static GroupQuarter At(Quarter quarter, UnitQuarter unit) => new(quarter, 80, [unit, .. Others()]);

    private static UnitQuarter Pressed(int volume) => new("X", volume, new AreaDemand(volume, 10_000), 70);

    private static UnitQuarter Good(int volume) => new("X", volume, new AreaDemand(volume, 10_000), 90);

    private static UnitQuarter Quiet() => new("X", 10, new AreaDemand(10, 10_000), 90);

    private static UnitQuarter[] Others() =>
        [.. Enumerable.Range(0, 9).Select(i => new UnitQuarter($"O{i}", 100 + i, new AreaDemand(20 + i, 10_000), 81))];

    private static UnitQuarter[] Shuffled(IReadOnlyList<UnitQuarter> units, Random random)
    {
        var all = units.ToArray();
        random.Shuffle(all);
        return all;
    }
}
