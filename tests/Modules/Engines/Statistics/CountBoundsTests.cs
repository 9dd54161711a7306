using CsCheck;
using Suiying.Engines.Statistics;

namespace Suiying.Tests.Engines;

/// <summary>Quantiles, bounds and the regression against published values.</summary>
public sealed class CountBoundsTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.999, 3.090232306167814)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Normal_quantiles_are_those_of_the_tables(double probability, double value) =>
        Assert.Equal(value, Normal.Quantile(probability), 1e-12);

    /// <summary>Two-sided five per cent points of printed tables; one degree of freedom is the Cauchy distribution.</summary>
    [Theory]
    [InlineData(1, 12.706204736)]
    [InlineData(2, 4.302652730)]
    [InlineData(10, 2.228138852)]
    [InlineData(33, 2.034515297)]
    public void Students_t_has_five_per_cent_where_the_tables_say(int freedom, double t)
    {
        Assert.Equal(0.05, StudentT.TwoSided(t, freedom), 1e-9);
        Assert.Equal(StudentT.TwoSided(t, freedom), StudentT.TwoSided(-t, freedom));
    }

    /// <summary>Values that the tests of the R package surveillance state for mean 5, error 0.2, alpha 0.05.</summary>
    [Theory]
    [InlineData(1, 8.6926872)]
    [InlineData(0.5, 9.3744842)]
    [InlineData(2.0 / 3, 9.1154825)]
    public void The_bound_on_a_power_scale_is_the_published_one(double power, double bound) =>
        Assert.Equal(bound, CountBounds.Power(5, 0.2, 1, 0.05, power), 1e-6);

    /// <summary>From the same source: plug-in quantiles of the negative binomial and, at dispersion 1, the Poisson.</summary>
    [Theory]
    [InlineData(1.5, 10)]
    [InlineData(1, 9)]
    public void The_bound_by_the_negative_binomial_is_the_published_one(double dispersion, double bound) =>
        Assert.Equal(bound, CountBounds.NegativeBinomial(5, dispersion, 0.05));

    [Fact]
    public void Large_counts_have_the_normal_bound_and_more_dispersion_a_higher_one() =>
        Gen.Select(Gen.Double[1000, 20_000], Gen.Double[1, 5])
            .Sample(
                (mean, dispersion) =>
                {
                    var bound = CountBounds.NegativeBinomial(mean, dispersion, 0.01);
                    var deviations = (bound - mean) / Math.Sqrt(mean * dispersion);
                    Assert.InRange(deviations, 2.3, 2.6);
                    Assert.True(CountBounds.NegativeBinomial(mean, dispersion + 1, 0.01) > bound);
                }
            );

    /// <summary>Deaths by AIDS in Australia, 14 quarters from 1983 (Whyte and others 1987), a standard example of Poisson regression.</summary>
    [Fact]
    public void The_regression_of_the_textbook_comes_out()
    {
        double[] deaths = [0, 1, 2, 3, 1, 4, 9, 18, 23, 31, 20, 25, 37, 45];
        double[] quarters = [.. Enumerable.Range(1, 14)];
        var fit = LogLinearFit.Of(deaths, quarters, [.. deaths.Select(_ => 1.0)], true)!;
        Assert.Equal(0.33963392, fit.Intercept, 1e-7);
        Assert.Equal(0.25652359, fit.Slope, 1e-7);
        Assert.Equal(0.02203911, fit.SlopeError(1), 1e-7);
        Assert.Equal(0.25118702, fit.At(0, 1).Error / fit.At(0, 1).Mean, 1e-7);
        Assert.Equal((2.40394208, 12), (Math.Round(fit.Dispersion, 8), fit.Freedom));
        Assert.Equal(2, quarters.Select((q, i) => fit.Leverage(i, q)).Sum(), 1e-9);
    }
}
