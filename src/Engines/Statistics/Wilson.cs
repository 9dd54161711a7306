namespace Suiying.Engines.Statistics;

/// <summary>The score interval of a share (Wilson 1927): how far off a share may lie that so few cases tell.</summary>
public static class Wilson
{
    /// <summary>Two-sided 95 % of the normal distribution.</summary>
    private const double Z = 1.959964;

    /// <summary>The 95 % interval, 0 to 1.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="n">Cases that tell it, above 0.</param>
    public static (double Low, double High) Interval(double share, double n)
    {
        var middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
