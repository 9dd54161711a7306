using CsCheck;
using Suiying.Engines.Statistics;

namespace Suiying.Tests.Engines;

/// <summary>Farrington's bound against the same reckoning made by another program, and in what must hold of any series.</summary>
public sealed class FarringtonTests
{
    private static readonly FarringtonOptions FourYears = new()
    {
        Years = 4,
        HalfWindow = 1,
        Season = 12,
    };

    // Four invented years of twelve counts and the start of a fifth; in the third year there was an outbreak.
    private static readonly int[] Steady =
    [
        .. new[] { 3, 5, 4, 6, 8, 9, 7, 6, 5, 4, 3, 2 },
        .. new[] { 4, 4, 6, 7, 9, 12, 8, 6, 6, 3, 4, 3 },
        .. new[] { 5, 6, 5, 9, 30, 13, 10, 8, 6, 6, 4, 4 },
        .. new[] { 6, 7, 8, 9, 13, 14, 12, 9, 8, 6, 5, 5 },
        .. new[] { 7, 8, 9, 10, 12 },
    ];

    private static readonly int[] Falling =
    [
        .. new[] { 20, 22, 25, 21, 30, 28, 27, 26, 21, 20, 24, 23 },
        .. new[] { 18, 15, 16, 17, 22, 21, 20, 15, 16, 14, 13, 12 },
        .. new[] { 12, 11, 13, 14, 15, 40, 14, 13, 12, 11, 10, 9 },
        .. new[] { 9, 8, 10, 11, 12, 11, 10, 9, 8, 9, 7, 8 },
        .. new[] { 7, 8, 6, 9, 12 },
    ];

    private static readonly Gen<int[]> Years = Gen.Int[0, 40].Array[60, 70];

    /// <summary>Expected values come from a program of its own (Newton's method on the likelihood).</summary>
    [Fact]
    public void A_trend_that_is_not_significant_is_left_out_and_one_that_is_kept()
    {
        var steady = Farrington.Bound(Steady, FourYears);
        Assert.Equal(10.188381275570036, steady.Expected!.Value, 1e-7);
        Assert.Equal(21.2377427347261, steady.Upper!.Value, 1e-7);
        var falling = Farrington.Bound(Falling, FourYears);
        Assert.Equal(9.04937301931202, falling.Expected!.Value, 1e-7);
        Assert.Equal(19.32055439095671, falling.Upper!.Value, 1e-7);
        Assert.Equal(18.673783637973735, Farrington.Bound(Falling, FourYears with { Trend = false }).Expected!.Value, 1e-7);
    }

    [Fact]
    public void A_past_outbreak_widens_the_bound_less_where_it_weighs_less() =>
        Assert.True(Farrington.Bound(Steady, FourYears).Upper < Farrington.Bound(Steady, FourYears with { Reweight = false }).Upper);

    /// <summary>A series that never moves: mean m of n counts, dispersion 1, so the mean's error is √(m/n).</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(400)]
    public void A_series_that_never_moves_has_the_bound_of_a_Poisson_count(int each)
    {
        var found = Farrington.Bound([.. Enumerable.Repeat(each, 264)]);
        Assert.Equal(each, found.Expected!.Value, 1e-9 * each);
        Assert.Equal(CountBounds.Power(each, Math.Sqrt(each / 35.0), 1, 0.005, 2.0 / 3), found.Upper!.Value, 1e-7 * each);
        Assert.False(found.Exceeds);
    }

    [Fact]
    public void Without_five_years_there_is_no_bound_and_weeks_are_judged_by_EARS()
    {
        var counts = Enumerable.Range(0, 263).Select(week => 5 + week % 3).ToArray();
        Assert.Equal((BaselineGap.ShortHistory, false), (Farrington.Bound(counts).Gap, Farrington.Bound(counts).HasBound));
        Assert.Equal(BaselineMethod.C2, Baselines.OfWeeks(counts).Method);
        Assert.Equal(BaselineMethod.Farrington, Baselines.OfWeeks([.. counts, 5]).Method);
        Assert.Equal((BaselineMethod.C2, BaselineGap.ShortHistory), (Baselines.OfWeeks([5]).Method, Baselines.OfWeeks([5]).Gap));
    }

    [Fact]
    public void Zeros_have_no_rate_and_few_counts_are_no_outbreak()
    {
        int[] zeros = [.. Enumerable.Repeat(0, 300)];
        Assert.Equal(BaselineGap.FewCounts, Farrington.Bound([.. zeros, 4]).Gap);
        Assert.Equal(BaselineGap.OnlyZeros, Farrington.Bound([.. zeros, 9]).Gap);
        Assert.True(Baselines.OfWeeks([.. zeros, 9]).Exceeds);
    }

    [Fact]
    public void One_count_in_five_years_of_zeros_is_taken_as_it_is()
    {
        var counts = new int[301];
        (counts[^53], counts[^1]) = (1, 9);
        var found = Farrington.Bound(counts);
        Assert.True(found.Exceeds);
        Assert.InRange(found.Upper!.Value, 0.1, 5);
    }

    [Fact]
    public void A_spike_in_the_judged_week_changes_no_bound_and_stands_out() =>
        Gen.Select(Years, Gen.Bool)
            .Where((counts, _) => counts.Any(c => c > 0))
            .Sample(
                (counts, negativeBinomial) =>
                {
                    var set = FourYears with { NegativeBinomial = negativeBinomial, FewCounts = 0 };
                    var (plain, spiked) = (Farrington.Bound(counts, set), Farrington.Bound([.. counts[..^1], 100_000], set));
                    Assert.Equal((plain.Gap, plain.Expected, plain.Upper), (spiked.Gap, spiked.Expected, spiked.Upper));
                    Assert.Equal(plain.HasBound, spiked.Exceeds);
                    Assert.True(plain.Gap is not null || (double.IsFinite(plain.Upper!.Value) && plain.Upper >= plain.Expected * 0.99));
                }
            );

    [Fact]
    public void Weeks_outside_the_windows_change_nothing() =>
        Gen.Select(Years, Gen.Int[3, 9], Gen.Int[0, 40])
            .Sample(
                (counts, back, other) =>
                {
                    var changed = counts.ToArray();
                    changed[^(back + 1)] = other;
                    var set = FourYears with { FewCounts = 0 };
                    Assert.Equal(Farrington.Bound(counts, set), Farrington.Bound(changed, set));
                }
            );

    [Fact]
    public void Any_counts_are_borne() =>
        Gen.Select(Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 3]), (1, Gen.Int[0, Baseline.MostCount])).Array[50, 60], Gen.Bool)
            .Sample(
                (counts, negativeBinomial) =>
                {
                    var found = Farrington.Bound(counts, FourYears with { NegativeBinomial = negativeBinomial });
                    Assert.True(found.Gap is not null || (found.Upper >= 0 && double.IsFinite(found.Upper.Value)));
                },
                iter: 50
            );

    [Fact]
    public void Settings_out_of_range_are_refused_by_name()
    {
        foreach (
            var wrong in new FarringtonOptions[]
            {
                new() { Years = 0 },
                new() { HalfWindow = 26 },
                new() { Season = 1 },
                new() { Years = 2, HalfWindow = 0 },
                new() { Alpha = 0 },
                new() { Power = 0 },
                new() { ReweightAbove = double.NaN },
                new() { FewWeeks = 0 },
            }
        )
            Assert.Throws<ArgumentOutOfRangeException>(() => Farrington.Bound([1], wrong));
    }
}
