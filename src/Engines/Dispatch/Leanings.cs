namespace Suiying.Engines.Dispatch;

/// <summary>
/// A softmax regression over the single codes: how much each code leans towards or away from each unit, beyond what the counts say. Learnt
/// by steps of AdaGrad (Duchi, Hazan, Singer, JMLR 2011) with a little shrinkage.
/// </summary>
internal sealed class Leanings(int fields)
{
    private const double Rate = 0.05;
    private const double Shrinkage = 0.001;
    private const double Start = 0.1;

    private readonly List<Leaning?>[] of = [.. Enumerable.Range(0, fields).Select(_ => new List<Leaning?>())];

    /// <summary>By field, then by code; null where none was learnt.</summary>
    public IReadOnlyList<List<Leaning?>> Of => of;

    /// <summary>Adds what a code says to the scores of all units.</summary>
    public void AddTo(Span<double> scores, int field, int code)
    {
        if (code >= of[field].Count || of[field][code] is not { } leaning)
            return;
        var weights = leaning.Weights;
        for (var unit = 0; unit < Math.Min(weights.Length, scores.Length); unit++)
            scores[unit] += weights[unit];
    }

    /// <summary>One step towards the unit that was decided.</summary>
    public void Learn(int field, int code, int decided, ReadOnlySpan<double> chances)
    {
        while (of[field].Count <= code)
            of[field].Add(null);
        var leaning = of[field][code] ??= new Leaning();
        leaning.Fit(chances.Length);
        for (var unit = 0; unit < chances.Length; unit++)
        {
            var slope = (unit == decided ? 1 : 0) - chances[unit] - Shrinkage * leaning.Weights[unit];
            leaning.Steepness[unit] += slope * slope;
            leaning.Weights[unit] += Rate * slope / Math.Sqrt(leaning.Steepness[unit] + Start);
        }
    }

    /// <summary>A unit that takes another's place begins with its leanings.</summary>
    public void Copy(int from, int into)
    {
        foreach (var leaning in of.SelectMany(list => list))
        {
            if (leaning is null || from >= leaning.Weights.Length)
                continue;
            leaning.Fit(Math.Max(from, into) + 1);
            leaning.Weights[into] = leaning.Weights[from];
            leaning.Steepness[into] = leaning.Steepness[from];
        }
    }
}

/// <summary>What one code says of each unit.</summary>
internal sealed class Leaning
{
    public double[] Weights { get; set; } = [];

    /// <summary>Sums of squared slopes.</summary>
    public double[] Steepness { get; set; } = [];

    public void Fit(int units)
    {
        if (Weights.Length >= units)
            return;
        var (weights, steepness) = (new double[units], new double[units]);
        Weights.CopyTo(weights, 0);
        Steepness.CopyTo(steepness, 0);
        (Weights, Steepness) = (weights, steepness);
    }
}
