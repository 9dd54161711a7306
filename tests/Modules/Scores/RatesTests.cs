using CsCheck;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;

namespace Suiying.Tests.Scores;

/// <summary>三率: the golden examples of the field (domain rules A.9 and Y) and the traps that go with them.</summary>
public sealed class RatesTests
{
    private static readonly ScoreScheme Beijing = new();

    private static readonly ScoreScheme Zhungeer = new()
    {
        RespondedWeight = 30,
        SolvedWeight = 35,
        SatisfiedWeight = 35,
    };

    private static readonly Gen<RateCounts> Some = Gen.Select(
        Gen.Int[1, 40],
        Gen.Int[0, 100],
        Gen.Int[0, 100],
        Gen.Int[0, 100],
        (valid, contacted, solved, satisfied) =>
            new RateCounts(valid, contacted % (valid + 1), 0, solved % (valid + 1), 0, satisfied % (valid + 1), 0, 0)
    );

    [Fact]
    public void Ten_callbacks_make_the_scores_that_two_published_schemes_make_of_them()
    {
        var counts = new RateCounts(10, 10, 0, 8, 0, 6, 2, 0);

        var rates = counts.By(Beijing);
        Assert.Equal((1m, 0.8m, 0.78m), (rates.Responded.Share, rates.Solved.Share, rates.Satisfied.Share));
        Assert.Equal(81.2m, rates.Score);
        Assert.Equal(85.3m, counts.By(Zhungeer).Score);
    }

    [Fact]
    public void What_a_group_has_together_is_pooled_and_not_the_mean_of_its_rates()
    {
        var (a, b) = (new RateCounts(10, 0, 0, 9, 0, 0, 0, 0), new RateCounts(2, 0, 0, 1, 0, 0, 0, 0));

        var together = (a + b).By(Beijing).Solved;
        Assert.Equal("83.3", (100 * together.Share!.Value).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0.7m, (a.By(Beijing).Solved.Share + b.By(Beijing).Solved.Share) / 2);
    }

    [Fact]
    public void Without_a_callback_there_is_no_rate_no_score_and_no_place()
    {
        var rates = default(RateCounts).By(Beijing);
        Assert.Null(rates.Responded.Share);
        Assert.Null(rates.Solved.Interval);
        Assert.Null(rates.Score);
        Assert.Null(Assert.Single(UnitScore.InOrder([(Unit("A"), default)], Beijing with { LeastCallbacks = 1 })).Rank);
    }

    [Theory]
    [InlineData(NotSaidCounts.LeftOut, 6, 8)]
    [InlineData(NotSaidCounts.Satisfied, 8, 10)]
    [InlineData(NotSaidCounts.Unsatisfied, 6, 10)]
    public void What_was_not_said_counts_as_the_scheme_says(NotSaidCounts counts, int points, int of)
    {
        var rates = new RateCounts(10, 6, 2, 10, 0, 6, 0, 2).By(Beijing with { NotSaid = counts });
        Assert.Equal(new Rate(100 * points, of), rates.Responded);
        Assert.Equal(new Rate(100 * points, of), rates.Satisfied);
        Assert.Equal(10, rates.Solved.N);
    }

    [Fact]
    public void Partly_solved_counts_nothing_until_a_scheme_says_otherwise()
    {
        var counts = new RateCounts(4, 0, 0, 2, 2, 0, 0, 0);
        Assert.Equal(0.5m, counts.By(Beijing).Solved.Share);
        Assert.Equal(0.75m, counts.By(Beijing with { PartlySolvedPercent = 50 }).Solved.Share);
    }

    [Fact]
    public void Units_are_ordered_as_they_are_and_not_as_they_are_rounded()
    {
        // 66.666…, 66.667 and the same score on more callbacks; one with too few is listed last though it has the most.
        var scheme = new ScoreScheme
        {
            RespondedWeight = 0,
            SolvedWeight = 100,
            SatisfiedWeight = 0,
        };
        RateCounts Solved(int solved, int of) => new(of, of, 0, solved, 0, of, 0, 0);
        var rows = UnitScore.InOrder(
            [
                (Unit("few"), Solved(9, 9)),
                (Unit("third"), Solved(20, 30)),
                (Unit("more"), Solved(40, 60)),
                (Unit("above"), Solved(66_667, 100_000)),
                (Unit("same"), Solved(20, 30)),
            ],
            scheme
        );
        Assert.Equal(["above", "more", "same", "third", "few"], rows.Select(r => r.Unit.Code));
        Assert.Equal([1, 2, 3, 3, null], rows.Select(r => r.Rank));
        Assert.Equal("66.7", rows[1].Rates.Score!.Value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void No_order_in_which_units_come_changes_a_sum_or_a_place() =>
        Gen.Select(Some.Array[1, 12], Gen.Int)
            .Sample(
                (counts, seed) =>
                {
                    var units = counts.Select((c, i) => (Unit($"U{i:00}"), c)).ToArray();
                    var shuffled = units.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    Assert.Equal(UnitScore.InOrder(units, Beijing), UnitScore.InOrder(shuffled, Beijing));
                    Assert.Equal(
                        units.Aggregate(default(RateCounts), (sum, u) => sum + u.Item2),
                        shuffled.Aggregate(default(RateCounts), (sum, u) => sum + u.Item2)
                    );
                }
            );

    [Fact]
    public void A_score_lies_between_nothing_and_a_hundred_and_its_rates_within_their_intervals() =>
        Some.Sample(counts =>
        {
            var rates = counts.By(Beijing);
            Assert.InRange(rates.Score!.Value, 0m, 100m);
            foreach (var rate in new[] { rates.Responded, rates.Solved, rates.Satisfied })
                Assert.InRange((double)rate.Share!.Value, rate.Interval!.Value.Low - 1e-12, rate.Interval.Value.High + 1e-12);
        });

    [Theory]
    [InlineData(19, "2026-11-18", "2026-11-01")]
    [InlineData(19, "2026-11-19", "2026-12-01")]
    [InlineData(19, "2026-12-31", "2027-01-01")]
    [InlineData(1, "2026-11-30", "2026-11-01")]
    public void A_month_of_scores_is_named_by_the_month_in_which_it_ends(int monthDay, string day, string month)
    {
        var scheme = new ScoreScheme { MonthDay = monthDay };
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture), scheme.MonthOf(date));
        var (from, until) = scheme.DaysOf(scheme.MonthOf(date));
        Assert.True(from <= date && date < until);
        Assert.Equal(scheme.MonthOf(date), scheme.MonthOf(until.AddDays(-1)));
        Assert.NotEqual(scheme.MonthOf(date), scheme.MonthOf(until));
    }

    private static Unit Unit(string code) =>
        new()
        {
            Code = code,
            Name = code,
            Kind = UnitKind.Township,
            Area = "1",
        };
}
