using CsCheck;
using Suiying.Engines.Statistics;

namespace Suiying.Tests.Engines;

/// <summary>同期预测 against a sum made by hand, and in what must hold of any counts.</summary>
public sealed class SeasonForecastTests
{
    private static readonly Gen<int[]> Weeks = Gen.Int[1, 80].Array[8];

    /// <summary>
    /// By hand: 60 / 40 = 1.5, times 80 is 120; weeks that keep the ratio have a dispersion of 1, so half the interval is 1.959964 · √(1/80 + 1/40 + 1/60 +
    /// 1/120) = 1.959964 · 0.25 on the scale of logarithms.
    /// </summary>
    [Fact]
    public void Even_weeks_come_out_as_by_hand()
    {
        var forecast = SeasonForecast.Of([.. Enumerable.Repeat(20, 4)], [.. Enumerable.Repeat(10, 4)], [.. Enumerable.Repeat(15, 4)])!;
        Assert.Equal((1.5, 120), (forecast.Trend, forecast.Expected));
        Assert.Equal(120 * Math.Exp(-0.489991), forecast.Low, 1e-4);
        Assert.Equal(120 * Math.Exp(0.489991), forecast.High, 1e-4);
    }

    [Fact]
    public void As_many_as_last_year_are_to_be_expected_where_nothing_has_changed() =>
        Gen.Select(Weeks, Weeks)
            .Sample(
                (coming, past) =>
                {
                    var forecast = SeasonForecast.Of(coming, past, past)!;
                    Assert.Equal(coming.Sum(), forecast.Expected, 1e-9);
                    Assert.True(forecast.Low < forecast.Expected && forecast.Expected < forecast.High && forecast.Low > 0);
                }
            );

    [Fact]
    public void Uneven_weeks_widen_the_interval()
    {
        int[] before = [10, 10, 10, 10];
        var even = SeasonForecast.Of(before, before, [10, 10, 10, 10])!;
        var uneven = SeasonForecast.Of(before, before, [1, 19, 2, 18])!;
        Assert.Equal(even.Expected, uneven.Expected);
        Assert.True(uneven.Low < even.Low && uneven.High > even.High);
    }

    [Fact]
    public void Without_the_year_before_nothing_is_forecast()
    {
        int[] some = [3, 4, 5, 6],
            none = [0, 0, 0, 0];
        Assert.Null(SeasonForecast.Of(none, some, some));
        Assert.Null(SeasonForecast.Of(some, none, some));
        Assert.Null(SeasonForecast.Of(some, some, none));
        Assert.Throws<ArgumentException>(() => SeasonForecast.Of(some, some, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => SeasonForecast.Of(some, some, [1, 2, 3, -1]));
    }
}
