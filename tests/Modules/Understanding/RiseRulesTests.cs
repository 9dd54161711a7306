using Suiying.Engines.Statistics;
using Suiying.Understanding.Model;

namespace Suiying.Tests.Understanding;

/// <summary>What is called a rise, by tables and by chance.</summary>
public sealed class RiseRulesTests
{
    [Fact]
    public void A_count_below_the_floor_is_nobodys_rise_however_rare()
    {
        int[] quiet = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, RiseRules.Floor - 1];
        Assert.True(RiseRules.Judge(null, quiet).Exceeds);
        Assert.False(RiseRules.IsRise(RiseRules.Judge(null, quiet)));
        quiet[^1]++;
        Assert.True(RiseRules.IsRise(RiseRules.Judge(null, quiet)));
    }

    [Fact]
    public void What_a_method_needs_is_what_its_engine_needs()
    {
        foreach (var method in RiseRules.Methods)
        {
            var counts = Enumerable.Range(0, RiseRules.Needs(method)).Select(week => 5 + week % 3).ToArray();
            Assert.True(Baselines.By(method, counts).HasBound, $"{method}");
            Assert.Equal(BaselineGap.ShortHistory, Baselines.By(method, counts.AsSpan(1)).Gap);
        }
        Assert.Equal(RiseRules.Needs(null), RiseRules.Needs(BaselineMethod.C2));
    }

    [Fact]
    public void Five_years_of_history_are_judged_by_season()
    {
        var counts = Enumerable.Range(0, RiseRules.WeeksRead).Select(week => 10 + week % 5).ToArray();
        Assert.Equal(BaselineMethod.Farrington, RiseRules.Judge(null, counts).Method);
        Assert.Equal(BaselineMethod.C2, RiseRules.Judge(null, counts.AsSpan(60)).Method);
    }

    [Theory]
    [InlineData(BaselineMethod.C1, 20000)]
    [InlineData(BaselineMethod.C2, 20000)]
    [InlineData(BaselineMethod.C3, 20000)]
    [InlineData(BaselineMethod.Farrington, 2000)]
    public void The_share_that_exceeds_by_chance_is_what_a_series_that_never_changes_shows(BaselineMethod method, int series)
    {
        var random = new Random(1);
        var exceeded = 0;
        for (var each = 0; each < series; each++)
        {
            var counts = Enumerable.Range(0, RiseRules.Needs(method)).Select(_ => Poisson(random, 10)).ToArray();
            exceeded += RiseRules.IsRise(RiseRules.Judge(method, counts)) ? 1 : 0;
        }
        var share = (double)exceeded / series;
        Assert.True(Math.Abs(share - RiseRules.Share(method)) <= 0.2 * RiseRules.Share(method), $"{method}: {share}");
    }

    private static int Poisson(Random random, double mean)
    {
        var (count, product, least) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > least; count++)
            product *= random.NextDouble();
        return count;
    }
}
