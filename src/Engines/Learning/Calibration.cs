namespace Suiying.Engines.Learning;

/// <summary>
/// Margins to probabilities: the multinomial logistic function of the margins times one scale (temperature scaling; Guo, Pleiss, Sun and
/// Weinberger 2017). One number cannot be fitted too closely, however few the letters of a label are.
/// </summary>
internal static class Calibration
{
    /// <summary>What letters to a city gave, for a classifier that has too few to measure itself.</summary>
    public const double UsualScale = 2.5;

    private const double LeastScale = 0.05;
    private const double MostScale = 50;
    private const int Halvings = 30;

    /// <summary>Replaces margins by probabilities that sum to 1.</summary>
    public static void Apply(ReadOnlySpan<float> margins, double scale, Span<double> probabilities)
    {
        var (best, sum) = (float.MinValue, 0.0);
        foreach (var margin in margins)
            best = Math.Max(best, margin);
        for (var label = 0; label < margins.Length; label++)
            sum += probabilities[label] = Math.Exp(scale * (margins[label] - best));
        for (var label = 0; label < margins.Length; label++)
            probabilities[label] /= sum;
    }

    /// <summary>The scale under which the right labels are most likely. The slope of the likelihood falls with the scale, so halving finds its zero.</summary>
    public static double Fit(IReadOnlyList<HeldOut> asked)
    {
        var (low, high) = (Math.Log(LeastScale), Math.Log(MostScale));
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            if (Slope(asked, Math.Exp(middle)) > 0)
                low = middle;
            else
                high = middle;
        }
        return Math.Exp((low + high) / 2);
    }

    private static double Slope(IReadOnlyList<HeldOut> asked, double scale)
    {
        var (slope, probabilities) = (0.0, new double[asked[0].Margins.Length]);
        foreach (var (_, label, margins) in asked)
        {
            Apply(margins, scale, probabilities);
            slope += margins[label];
            for (var other = 0; other < margins.Length; other++)
                slope -= probabilities[other] * margins[other];
        }
        return slope;
    }
}
