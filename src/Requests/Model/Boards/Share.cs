using System.Globalization;
using Suiying.Engines.Statistics;

namespace Suiying.Requests.Model;

/// <summary>A share with what it is made of. Nothing of nothing is no share: never 0 % and never 100 %.</summary>
/// <param name="Hits">Cases that fulfil the condition.</param>
/// <param name="N">All cases that were asked.</param>
public readonly record struct Share(int Hits, int N)
{
    /// <summary>0 to 100; null where n is 0.</summary>
    public double? Percent => N == 0 ? null : 100.0 * Hits / N;

    /// <summary>95 % interval after Wilson, in percent; null where n is 0.</summary>
    public (double Low, double High)? Interval
    {
        get
        {
            if (N == 0)
                return null;
            var (low, high) = Wilson.Interval((double)Hits / N, N);
            return (100 * low, 100 * high);
        }
    }

    /// <summary>91.4%, or a dash.</summary>
    public override string ToString() => Percent is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—";
}
