namespace Suiying.Engines.Dispatch;

/// <summary>
/// How much is given to each level's word: the levels are mixed as products of powers, with a weight for each level and for how much it has
/// counted, learnt by stochastic gradient on the logarithmic loss (logistic mixing: Mattern, “Mixing strategies in data compression”, 2012).
/// </summary>
internal sealed class Blend
{
    private const int Buckets = 6;
    private const double Rate = 0.003;
    private const double SteepestSlope = 4;

    /// <summary>After this many decisions the steps become smaller.</summary>
    private const double Settling = 1000;

    public Blend(int levels, int roles)
    {
        Weights = new double[(levels + roles) * Buckets];
        Weights.AsSpan(0, levels * Buckets).Fill(0.11);
        Weights.AsSpan(levels * Buckets).Fill(0.05);
    }

    public double[] Weights { get; }

    /// <summary>Where the weight of an input lies that has counted so much.</summary>
    public static int Slot(int input, double counted) =>
        input * Buckets
        + counted switch
        {
            < 0.3 => 0,
            < 1.2 => 1,
            < 3 => 2,
            < 8 => 3,
            < 25 => 4,
            _ => 5,
        };

    public void AddTo(Span<double> scores, Inputs inputs)
    {
        for (var part = 0; part < inputs.Count; part++)
        {
            var weight = Weights[inputs.Slot(part)];
            foreach (var (at, value) in inputs.Says(part))
                scores[at] += weight * value;
        }
    }

    public void Learn(Inputs inputs, int decided, ReadOnlySpan<double> chances, long learnt)
    {
        var rate = Rate / Math.Sqrt(1 + learnt / Settling);
        for (var part = 0; part < inputs.Count; part++)
        {
            var slope = 0.0;
            foreach (var (at, value) in inputs.Says(part))
                slope += ((at == decided ? 1 : 0) - chances[at]) * value;
            Weights[inputs.Slot(part)] += rate * Math.Clamp(slope, -SteepestSlope, SteepestSlope);
        }
    }
}
