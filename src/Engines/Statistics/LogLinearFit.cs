namespace Suiying.Engines.Statistics;

/// <summary>
/// Counts whose mean is exp(intercept + slope · time) and whose variance is a multiple of it: a quasi-Poisson regression with log link, fitted by
/// iteratively reweighted least squares (McCullagh and Nelder, Generalized Linear Models, 1989).
/// </summary>
public sealed class LogLinearFit
{
    private const int MostRounds = 60;
    private const double Settled = 1e-10;

    private readonly double[] weights;
    private readonly double centre;
    private readonly double level;
    private readonly (double Level, double Both, double Slope) unscaled;

    private LogLinearFit(double[] weights, double centre, double level, double slope, double[] means, (double, double, double) unscaled)
    {
        (this.weights, this.centre, this.level, this.unscaled) = (weights, centre, level, unscaled);
        (Slope, Means) = (slope, means);
    }

    /// <summary>Change of the logarithm of the mean in one unit of time; 0 where none was fitted.</summary>
    public double Slope { get; }

    /// <summary>Logarithm of the mean at time 0.</summary>
    public double Intercept => level - Slope * centre;

    /// <summary>The fitted mean of each count, above zero.</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>Variance divided by mean, by Pearson's residuals; 0 or more.</summary>
    public double Dispersion { get; private init; }

    /// <summary>Counts less the parameters, 1 or more.</summary>
    public int Freedom { get; private init; }

    /// <summary>Standard error of the slope for a dispersion; 0 where no slope was fitted.</summary>
    public double SlopeError(double dispersion) => Math.Sqrt(dispersion * unscaled.Slope);

    /// <summary>The mean at a time, and its standard error for a dispersion.</summary>
    public (double Mean, double Error) At(double time, double dispersion)
    {
        var mean = Math.Exp(level + Slope * (time - centre));
        return (mean, mean * Math.Sqrt(dispersion * Spread(time)));
    }

    /// <summary>How much the count at a place pulls its own fitted mean, 0 to 1.</summary>
    public double Leverage(int place, double time) => weights[place] * Means[place] * Spread(time);

    /// <summary>Fits; null where no fit is found, as where all counts are zero.</summary>
    /// <param name="counts">0 or more each.</param>
    /// <param name="times">When each was counted; as many as counts.</param>
    /// <param name="weights">How much each counts, above zero; as many as counts.</param>
    /// <param name="trend">Whether a slope is fitted beside the level.</param>
    /// <exception cref="ArgumentException">The lists are not of one length, or have no more members than there are parameters.</exception>
    public static LogLinearFit? Of(IReadOnlyList<double> counts, IReadOnlyList<double> times, IReadOnlyList<double> weights, bool trend)
    {
        if (times.Count != counts.Count || weights.Count != counts.Count || counts.Count <= (trend ? 2 : 1))
            throw new ArgumentException("Counts, times and weights must be equally many, and more than the parameters.", nameof(counts));
        if (counts.All(c => c == 0))
            return null;
        var centre = times.Average();
        // Ordinary least squares on the logarithms is where the first round starts; zeros have none, so all are lifted a little.
        var logs = counts.Select(c => Math.Log(c + 0.1)).ToArray();
        var before = double.PositiveInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
            var step = Step.Of(counts, times, weights, logs, centre, trend);
            if (step is not { } found)
                return null;
            for (var i = 0; i < logs.Length; i++)
                logs[i] = found.Level + found.Slope * (times[i] - centre);
            var deviance = Deviance(counts, weights, logs);
            if (Math.Abs(deviance - before) <= Settled * (deviance + 0.1))
                return Settle(counts, times, [.. weights], logs, centre, trend);
            before = deviance;
        }
        return null;
    }

    // One more step gives both the covariance at the answer and a last digit or two.
    private static LogLinearFit? Settle(
        IReadOnlyList<double> counts,
        IReadOnlyList<double> times,
        double[] weights,
        double[] logs,
        double centre,
        bool trend
    )
    {
        if (Step.Of(counts, times, weights, logs, centre, trend) is not { } last)
            return null;
        var means = times.Select(t => Math.Exp(last.Level + last.Slope * (t - centre))).ToArray();
        var freedom = counts.Count - (trend ? 2 : 1);
        var squares = means.Select((m, i) => weights[i] * (counts[i] - m) * (counts[i] - m) / m).Sum();
        if (!double.IsFinite(squares))
            return null;
        return new(weights, centre, last.Level, last.Slope, means, last.Unscaled) { Dispersion = squares / freedom, Freedom = freedom };
    }

    private double Spread(double time)
    {
        var from = time - centre;
        return unscaled.Level + 2 * from * unscaled.Both + from * from * unscaled.Slope;
    }

    private static double Deviance(IReadOnlyList<double> counts, IReadOnlyList<double> weights, double[] logs)
    {
        var sum = 0.0;
        for (var i = 0; i < logs.Length; i++)
        {
            var (count, mean) = (counts[i], Math.Exp(logs[i]));
            sum += 2 * weights[i] * ((count > 0 ? count * (Math.Log(count) - logs[i]) : 0) - (count - mean));
        }
        return sum;
    }

    /// <summary>One round of weighted least squares.</summary>
    private readonly record struct Step(double Level, double Slope, (double Level, double Both, double Slope) Unscaled)
    {
        public static Step? Of(
            IReadOnlyList<double> counts,
            IReadOnlyList<double> times,
            IReadOnlyList<double> weights,
            double[] logs,
            double centre,
            bool trend
        )
        {
            var (ones, firsts, seconds, levels, slopes) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var i = 0; i < logs.Length; i++)
            {
                var (mean, time) = (Math.Exp(logs[i]), times[i] - centre);
                var weight = weights[i] * mean;
                var working = weight * logs[i] + weights[i] * (counts[i] - mean);
                (ones, firsts, seconds) = (ones + weight, firsts + weight * time, seconds + weight * time * time);
                (levels, slopes) = (levels + working, slopes + working * time);
            }
            if (!trend)
                return ones > 0 && double.IsFinite(levels) ? new(levels / ones, 0, (1 / ones, 0, 0)) : null;
            var area = ones * seconds - firsts * firsts;
            if (!(area > 1e-12 * ones * seconds) || !double.IsFinite(levels + slopes))
                return null;
            var level = (seconds * levels - firsts * slopes) / area;
            return new(level, (ones * slopes - firsts * levels) / area, (seconds / area, -firsts / area, ones / area));
        }
    }
}
