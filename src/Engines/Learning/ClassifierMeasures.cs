namespace Suiying.Engines.Learning;

/// <summary>How well a classifier did on letters that it had not seen, by cross-validation in which copies of a letter stay together.</summary>
public sealed record ClassifierMeasures
{
    /// <summary>Texts that it was trained on; corrections since are not counted.</summary>
    public required int Rows { get; init; }

    /// <summary>Letters among them, copies counted once.</summary>
    public required int Letters { get; init; }

    /// <summary>Labels in the order of <see cref="Confusions"/>.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Share of unseen rows that were put right, 0 to 1; null where too little was there to cross-validate.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Mean F1 of the labels, 0 to 1; null likewise.</summary>
    public double? MacroF1 { get; init; }

    /// <summary>Share of unseen rows on which it would not have abstained, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>Probability from which it does not abstain; above 1 where no probability gives the wanted precision.</summary>
    public required double Threshold { get; init; }

    /// <summary>How many unseen rows of one label were answered with which; only counts above 0.</summary>
    public IReadOnlyList<LabelConfusion> Confusions { get; init; } = [];
}

/// <summary>How many rows of one label were answered with one, the same or another.</summary>
/// <param name="Label">What is right.</param>
/// <param name="Answered">What was said.</param>
/// <param name="Count">Rows, at least 1.</param>
public readonly record struct LabelConfusion(string Label, string Answered, int Count);
