namespace Suiying.Engines.Learning;

/// <summary>How a classifier is trained. The defaults were measured on letters to a city.</summary>
public sealed record TrainingOptions
{
    /// <summary>Share of right answers, 0 to 1, that is promised where the classifier does not abstain.</summary>
    public double WantedPrecision { get; init; } = 0.95;

    /// <summary>Parts of the cross-validation, at least 2.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>What an error costs against the size of the weights (the C of Hsieh et al. 2008), above 0.</summary>
    public float Cost { get; init; } = 1;

    /// <summary>Most bytes of weights, at least 1 MiB. Where labels are many, the rarest grams go first.</summary>
    public long MostWeightBytes { get; init; } = 200L << 20;

    /// <summary>Threads that train at the same time, at least 1. The result is the same whatever their number.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Told from any thread how much is done, 0 to 1.</summary>
    public Action<double>? Progress { get; init; }
}
