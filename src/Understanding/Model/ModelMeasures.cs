namespace Suiying.Understanding.Model;

/// <summary>How well a model did on decisions that it had not learnt.</summary>
public sealed record ModelMeasures
{
    /// <summary>How many it was asked about.</summary>
    public required int Asked { get; init; }

    /// <summary>Share of which the first proposal was right, 0 to 1.</summary>
    public required double First { get; init; }

    /// <summary>Share of which one of the first three was right; null where only the first was looked at.</summary>
    public double? Three { get; init; }

    /// <summary>Mean of the F1 of all labels; null where it was not taken.</summary>
    public double? MacroF1 { get; init; }

    /// <summary>Share about which it was sure; null where it never says so.</summary>
    public double? Sure { get; init; }

    /// <summary>How long the training took.</summary>
    public required double Seconds { get; init; }

    /// <summary>True where the first proposal was right clearly less often: by two points and by two standard errors of the difference.</summary>
    public bool IsWorseThan(ModelMeasures other) => other.First - First > Math.Max(0.02, 2 * Math.Sqrt(Variance + other.Variance));

    private double Variance => First * (1 - First) / Math.Max(1, Asked);

    /// <summary>误差矩阵: what was proposed instead of what, the most frequent first.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    /// <summary>One label each, the most frequent first.</summary>
    public IReadOnlyList<LabelMeasure> Labels { get; init; } = [];
}

/// <summary>So often one thing was proposed where a person decided another.</summary>
/// <param name="Decided">Code of what is right.</param>
/// <param name="Proposed">Code of what the model said.</param>
/// <param name="Count">How often.</param>
public sealed record Mistake(string Decided, string Proposed, int Count);

/// <summary>How well one label did.</summary>
/// <param name="Code">Of the category or unit.</param>
/// <param name="Count">How often it was right to say it.</param>
/// <param name="Precision">Share of what was said to be it and is.</param>
/// <param name="Recall">Share of it that was said to be it.</param>
public sealed record LabelMeasure(string Code, int Count, double Precision, double Recall);
