using CsCheck;
using Suiying.Engines.Statistics;

namespace Suiying.Tests.Engines;

/// <summary>双重差分 against sums made by hand and by R, and in what must hold of any counts.</summary>
public sealed class DifferenceInDifferencesTests
{
    private static readonly int[] Before = [42, 38, 51, 47, 40, 44];
    private static readonly int[] OthersBefore = [400, 420, 380, 410, 395, 405];
    private static readonly int[] OthersAfter = [440, 430, 450, 445, 420, 460];

    private static readonly Gen<PairedWeek[]> Weeks = Gen.Select(
        Gen.Int[1, 60],
        Gen.Int[1, 60],
        Gen.Int[50, 900],
        Gen.Int[50, 900],
        (before, after, others, later) => new PairedWeek(before, after, others, later)
    ).Array[4, 30];

    /// <summary>
    /// By hand: (30 / 40) / (500 / 400) = 0.6 in each week; a week weighs 1 / (1/30 + 1/40 + 1/400 + 1/500) = 15.91512, four of them give the logarithm a
    /// standard error of 0.125333; t of 0.975 with 3 degrees of freedom is 3.182446, so the interval is exp(−0.510826 ± 0.398866).
    /// </summary>
    [Fact]
    public void Four_equal_weeks_come_out_as_by_hand()
    {
        var effect = DifferenceInDifferences.Of([.. Enumerable.Repeat(new PairedWeek(40, 30, 400, 500), 4)])!;
        Assert.Equal(0.6, effect.Ratio, 1e-9);
        Assert.Equal(0.40265, effect.Low, 1e-5);
        Assert.Equal(0.89408, effect.High, 1e-5);
        Assert.Equal(200, effect.Expected, 1e-6);
        Assert.Equal((1.0, 4, true), (effect.Dispersion, effect.Weeks, effect.Stands));
    }

    /// <summary>R 4.2.2: glm(n ~ week * group + week * year + group:year, family = quasipoisson, control = list(epsilon = 1e-14)); with the dispersion that it finds, 1 where that is less.</summary>
    [Theory]
    [InlineData(new[] { 30, 33, 36, 29, 35, 31 }, 0.673093662085, 1, 0.522048395726, 0.867841145857)]
    [InlineData(new[] { 10, 53, 26, 49, 15, 31 }, 0.635514322423, 6.348548678034, 0.331645302128, 1.217802427512)]
    public void It_agrees_with_the_regression_that_R_fits(int[] after, double ratio, double dispersion, double low, double high)
    {
        var effect = DifferenceInDifferences.Of([
            .. after.Select((n, i) => new PairedWeek(Before[i], n, OthersBefore[i], OthersAfter[i])),
        ])!;
        Assert.Equal(ratio, effect.Ratio, 1e-8);
        Assert.Equal(dispersion, effect.Dispersion, 1e-6);
        Assert.Equal(low, effect.Low, 1e-7);
        Assert.Equal(high, effect.High, 1e-7);
    }

    [Fact]
    public void A_trend_of_the_whole_city_is_no_effect() =>
        Weeks.Sample(weeks =>
        {
            // Everything doubles, what something was done about as well.
            var effect = DifferenceInDifferences.Of([
                .. weeks.Select(w => w with { After = 2 * w.Before, OthersAfter = 2 * w.OthersBefore }),
            ]);
            Assert.Equal(1, effect!.Ratio, 1e-8);
            Assert.False(effect.Stands);
        });

    [Fact]
    public void Exchanging_the_years_turns_the_effect_round() =>
        Weeks.Sample(weeks =>
        {
            var (there, back) = (
                DifferenceInDifferences.Of(weeks)!,
                DifferenceInDifferences.Of([.. weeks.Select(w => new PairedWeek(w.After, w.Before, w.OthersAfter, w.OthersBefore))])!
            );
            Assert.Equal(1, there.Ratio * back.Ratio, 1e-7);
            Assert.Equal(1, there.Low * back.High, 1e-7);
        });

    [Fact]
    public void The_order_of_the_weeks_is_of_no_matter_to_the_estimate() =>
        Weeks.Sample(weeks =>
        {
            var (there, back) = (DifferenceInDifferences.Of(weeks)!, DifferenceInDifferences.Of([.. weeks.Reverse()])!);
            Assert.Equal(there.Ratio, back.Ratio, 1e-9);
            Assert.True(there.Low < there.Ratio && there.Ratio < there.High && there.Dispersion >= 1);
        });

    /// <summary>A fortnight of many calls is one event, not two; spread over the weeks the same counts say more.</summary>
    [Fact]
    public void Weeks_that_go_together_widen_the_interval()
    {
        PairedWeek Week(int after) => new(50, after, 500, 500);
        var together = DifferenceInDifferences.Of([.. new[] { 80, 80, 30, 30, 80, 80, 30, 30 }.Select(Week)])!;
        var apart = DifferenceInDifferences.Of([.. new[] { 80, 30, 80, 30, 80, 30, 80, 30 }.Select(Week)])!;
        Assert.Equal(apart.Ratio, together.Ratio, 1e-9);
        Assert.True(together.High / together.Low > 1.2 * (apart.High / apart.Low));
    }

    [Fact]
    public void Too_little_tells_nothing()
    {
        var week = new PairedWeek(4, 3, 40, 50);
        Assert.Null(DifferenceInDifferences.Of([week, week, week]));
        Assert.Null(DifferenceInDifferences.Of([week, week, week, new PairedWeek(0, 0, 40, 50)]));
        Assert.Null(DifferenceInDifferences.Of([.. Enumerable.Repeat(new PairedWeek(4, 0, 40, 50), 8)]));
        Assert.Null(DifferenceInDifferences.Of([.. Enumerable.Repeat(new PairedWeek(0, 4, 40, 50), 8)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DifferenceInDifferences.Of([week, week, week, week with { After = -1 }]));
    }

    /// <summary>Weeks of Poisson counts under a season, a trend and shocks that all share: the interval covers the truth in 95 of 100 at least; it is wider than it need be here, for it reckons with matters that last.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0.7)]
    public void The_interval_holds_what_it_promises(double truth)
    {
        var random = new Random(20261201);
        var covered = Enumerable
            .Range(0, 1000)
            .Count(_ => DifferenceInDifferences.Of(City(random, truth)) is { } e && e.Low <= truth && truth <= e.High);
        Assert.True(covered >= 935, $"{covered} of 1000");
    }

    private static PairedWeek[] City(Random random, double truth) =>
        [
            .. Enumerable
                .Range(0, 13)
                .Select(week =>
                {
                    var (season, shock) = (1 + 0.5 * Math.Sin(week / 4.0), 0.8 + 0.6 * random.NextDouble());
                    return new PairedWeek(
                        Draw(random, 30 * season),
                        Draw(random, 30 * season * shock * truth),
                        Draw(random, 600),
                        Draw(random, 600 * shock)
                    );
                }),
        ];

    /// <summary>Knuth's: multiplies until e to the minus mean is passed, by parts where that is too small.</summary>
    private static int Draw(Random random, double mean)
    {
        var count = 0;
        for (var left = mean; left > 0; left -= 100)
        {
            var end = Math.Exp(-Math.Min(left, 100));
            for (var product = random.NextDouble(); product > end; product *= random.NextDouble())
                count++;
        }
        return count;
    }
}
