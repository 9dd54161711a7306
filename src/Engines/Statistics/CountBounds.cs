namespace Suiying.Engines.Statistics;

/// <summary>Above which count one stands out whose mean is known or estimated and whose variance is a multiple of the mean.</summary>
public static class CountBounds
{
    // Beyond this ratio to the most likely count a term changes no digit of a sum.
    private const double Negligible = 1e-20;

    /// <summary>The largest mean and dispersion that are taken; the sums below grow with them.</summary>
    public const double MostMean = 1e7;

    /// <summary>
    /// The bound of Farrington and others 1996: on the scale of a power the count is nearly normal, and both the spread of the count and the
    /// error of the estimated mean widen it.
    /// </summary>
    /// <param name="mean">Estimated mean, above zero.</param>
    /// <param name="error">Standard error of the mean, 0 or more.</param>
    /// <param name="dispersion">Variance of a count divided by its mean, 1 or more.</param>
    /// <param name="alpha">Share of counts above the bound, above 0 and below 0.5.</param>
    /// <param name="power">Above 0 to 1; 2/3 takes the skew out of a Poisson count, 1/2 steadies its variance, 1 changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static double Power(double mean, double error, double dispersion, double alpha, double power)
    {
        Check(mean, dispersion, alpha);
        ArgumentOutOfRangeException.ThrowIfNegative(error);
        if (power is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(power));
        var spread = power * Math.Pow(mean, power - 1) * Math.Sqrt(mean * dispersion + error * error);
        return Math.Pow(Math.Pow(mean, power) + Normal.Quantile(1 - alpha) * spread, 1 / power);
    }

    /// <summary>
    /// The smallest count that a negative binomial variable stays at or below with probability 1 − alpha; a Poisson variable where the
    /// dispersion is 1. The mean is taken as known (Noufaily and others, Statistics in Medicine 32, 2013). The sum runs over the counts that
    /// have any weight: up to some tens of the dispersion, or of the root of the mean.
    /// </summary>
    /// <inheritdoc cref="Power" path="/param"/>
    /// <inheritdoc cref="Power" path="/exception"/>
    public static double NegativeBinomial(double mean, double dispersion, double alpha)
    {
        Check(mean, dispersion, alpha);
        var mode = Math.Floor(Math.Max(0, mean - (dispersion - 1)));
        var (below, first) = (0.0, mode);
        for (var weight = 1.0; first > 0 && weight > Negligible; first--)
        {
            weight /= Growth(mean, dispersion, first);
            below += weight;
        }
        var above = 0.0;
        for (var (count, weight) = (mode, 1.0); weight > Negligible; weight *= Growth(mean, dispersion, ++count))
            above += weight;
        return Quantile(mean, dispersion, mode, below, (1 - alpha) * (below + above));
    }

    private static double Quantile(double mean, double dispersion, double mode, double below, double wanted)
    {
        var (count, weight, sum) = (mode, 1.0, below + 1);
        while (sum < wanted && weight > Negligible)
        {
            weight *= Growth(mean, dispersion, ++count);
            sum += weight;
        }
        while (count > 0 && sum - weight >= wanted)
        {
            sum -= weight;
            weight /= Growth(mean, dispersion, count--);
        }
        return count;
    }

    // P(count) / P(count − 1), in a form that becomes the Poisson's mean / count where the dispersion is 1.
    private static double Growth(double mean, double dispersion, double count) =>
        (mean + (dispersion - 1) * (count - 1)) / (dispersion * count);

    private static void Check(double mean, double dispersion, double alpha)
    {
        if (mean is not (> 0 and <= MostMean))
            throw new ArgumentOutOfRangeException(nameof(mean));
        if (dispersion is not (>= 1 and <= MostMean))
            throw new ArgumentOutOfRangeException(nameof(dispersion));
        Baseline.CheckAlpha(alpha);
    }
}
