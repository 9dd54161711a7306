using CsCheck;
using Suiying.Engines.Statistics;

namespace Suiying.Tests.Engines;

/// <summary>The three EARS detectors against published bounds, against sums made elsewhere, and in what must hold of any series.</summary>
public sealed class EarsTests
{
    private static readonly Gen<int[]> Series = Gen.Int[0, 60].Array[12, 40];

    /// <summary>
    /// The first bounds of 2011 of Salmonella Newport in Germany that the tests of the R package surveillance state (C1, alpha 0.05). The counts
    /// are not those of the register but the ones that these four bounds leave possible, up to their order within a window: whole numbers
    /// with these means and deviations are the only ones that give them.
    /// </summary>
    [Fact]
    public void The_published_bounds_of_Salmonella_Newport_come_out()
    {
        int[] counts = [2, 1, 1, 1, 3, 3, 1, 2, 0, 3];
        double[] bounds = [3.278854, 3.278854, 3.436517, 3.855617];
        for (var week = 0; week < bounds.Length; week++)
        {
            int[] untilThen = [.. counts[..(7 + week)], 0];
            Assert.Equal(bounds[week], Ears.C1(untilThen, new EarsOptions { Alpha = 0.05 }).Upper!.Value, 1e-6);
        }
    }

    [Fact]
    public void The_bounds_agree_with_sums_made_elsewhere()
    {
        int[] counts = [4, 6, 5, 7, 3, 5, 6, 4, 6, 9, 5, 8];
        Assert.Equal(11.307365901940162, Ears.C1(counts).Upper!.Value, 1e-9);
        Assert.Equal(9.299792580178174, Ears.C2(counts).Upper!.Value, 1e-9);
        Assert.Equal(6.612600094588366, Ears.C3(counts).Upper!.Value, 1e-9);
    }

    [Fact]
    public void A_rise_of_three_counts_is_seen_by_C3_before_any_single_one_stands_out()
    {
        int[] counts = [4, 6, 5, 7, 3, 5, 6, 4, 6, 8, 8, 8];
        Assert.Equal((false, false, true), (Ears.C1(counts).Exceeds, Ears.C2(counts).Exceeds, Ears.C3(counts).Exceeds));
    }

    [Theory]
    [InlineData(BaselineMethod.C1, 8)]
    [InlineData(BaselineMethod.C2, 10)]
    [InlineData(BaselineMethod.C3, 12)]
    public void Too_short_a_history_has_no_bound_and_says_so(BaselineMethod method, int needed)
    {
        var series = Enumerable.Repeat(3, needed).ToArray();
        Assert.True(Baselines.By(method, series).HasBound);
        var shorter = Baselines.By(method, series.AsSpan(1));
        Assert.Equal((BaselineGap.ShortHistory, null, false), (shorter.Gap, shorter.Upper, shorter.Exceeds));
    }

    [Theory]
    [InlineData(BaselineMethod.C1)]
    [InlineData(BaselineMethod.C2)]
    [InlineData(BaselineMethod.C3)]
    public void A_series_that_never_moves_is_its_own_bound(BaselineMethod method)
    {
        int[] quiet = [.. Enumerable.Repeat(0, 12)];
        Assert.Equal(
            (0, 0, false),
            (Baselines.By(method, quiet).Expected, Baselines.By(method, quiet).Upper, Baselines.By(method, quiet).Exceeds)
        );
        Assert.True(Baselines.By(method, [.. quiet, 1]).Exceeds);
    }

    [Fact]
    public void A_least_deviation_keeps_a_single_count_after_silence_from_standing_out()
    {
        int[] counts = [.. Enumerable.Repeat(0, 12), 1];
        var least = new EarsOptions { LeastDeviation = 0.5 };
        Assert.False(Ears.C1(counts, least).Exceeds || Ears.C2(counts, least).Exceeds || Ears.C3(counts, least).Exceeds);
        Assert.True(Ears.C1([.. Enumerable.Repeat(0, 12), 2], least).Exceeds);
    }

    [Fact]
    public void Ten_times_the_counts_are_ten_times_the_bound() =>
        Gen.Select(Series, Gen.Enum<BaselineMethod>().Where(m => m <= BaselineMethod.C3))
            .Sample(
                (counts, method) =>
                {
                    var (once, often) = (Baselines.By(method, counts), Baselines.By(method, [.. counts.Select(c => c * 10)]));
                    Assert.Equal(once.Upper!.Value * 10, often.Upper!.Value, 1e-6 * (1 + often.Upper.Value));
                }
            );

    [Fact]
    public void A_spike_raises_no_bound_of_its_own_and_the_next_bound_of_C1_only() =>
        Series.Sample(counts =>
        {
            int[] spiked = [.. counts[..^1], 1000];
            foreach (var method in new[] { BaselineMethod.C1, BaselineMethod.C2, BaselineMethod.C3 })
                Assert.Equal(Baselines.By(method, counts).Upper, Baselines.By(method, spiked).Upper);
            Assert.True(Ears.C1(spiked).Exceeds);
            Assert.True(Ears.C1([.. spiked, 0]).Upper > Ears.C1([.. counts, 0]).Upper);
            Assert.Equal(Ears.C2([.. counts, 0]).Upper, Ears.C2([.. spiked, 0]).Upper);
        });

    [Fact]
    public void What_is_no_series_is_refused_with_where_and_why()
    {
        Assert.Throws<ArgumentException>(() => Ears.C1([]));
        Assert.Contains("Count 2", Assert.Throws<ArgumentOutOfRangeException>(() => Ears.C2([1, -1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Ears.C3([Baseline.MostCount + 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ears.C1([1], new EarsOptions { Window = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ears.C1([1], new EarsOptions { Alpha = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ears.C1([1], new EarsOptions { LeastDeviation = -1 }));
        Assert.Equal(BaselineGap.ShortHistory, Ears.C1([1], new EarsOptions { Window = int.MaxValue }).Gap);
    }
}
