namespace Suiying.Engines.Statistics;

/// <summary>Student's t for whole degrees of freedom.</summary>
public static class StudentT
{
    /// <summary>
    /// The probability that a t-distributed variable is farther from zero than a value, on either side, 0 to 1 (the finite sums 26.7.3 and
    /// 26.7.4 of Abramowitz and Stegun, Handbook of Mathematical Functions).
    /// </summary>
    /// <param name="t">The value; infinite is allowed.</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no number or there is no degree of freedom.</exception>
    public static double TwoSided(double t, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        if (double.IsNaN(t))
            throw new ArgumentOutOfRangeException(nameof(t));
        var angle = Math.Atan(Math.Abs(t) / Math.Sqrt(freedom));
        var (sine, cosine) = Math.SinCos(angle);
        var odd = freedom % 2 == 1;
        // The sum runs over every second power of the cosine up to freedom − 2.
        var sum = 0.0;
        var term = odd ? cosine : 1;
        for (var power = odd ? 1 : 0; power <= freedom - 2; power += 2)
        {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        var inside = odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
        return Math.Clamp(1 - inside, 0, 1);
    }

    /// <summary>The value that a t-distributed variable stays below with a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not above 0 and below 1, or there is no degree of freedom.</exception>
    public static double Quantile(double probability, int freedom)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability));
        if (probability < 0.5)
            return -Quantile(1 - probability, freedom);
        var both = 2 * (1 - probability);
        var (low, high) = (0.0, 1.0);
        while (TwoSided(high, freedom) > both)
            (low, high) = (high, 2 * high);
        // Halving ends where two numbers lie beside each other.
        while ((low + high) / 2 is var middle && middle > low && middle < high)
            (low, high) = TwoSided(middle, freedom) > both ? (middle, high) : (low, middle);
        return high;
    }
}
