namespace Suiying.Engines.Learning;

/// <summary>One label that a text may have.</summary>
/// <param name="Label">As it was learnt.</param>
/// <param name="Probability">0 to 1; over all labels they sum to 1.</param>
public readonly record struct LabelProposal(string Label, double Probability);

/// <summary>What a classifier says of a text.</summary>
/// <param name="Labels">Best first; empty where the classifier knows no label.</param>
/// <param name="Abstains">
/// True where the first is not sure enough for the wanted precision, its label has been seen in fewer than two letters, or the text holds
/// nothing that is known.
/// </param>
public sealed record LabelProposals(IReadOnlyList<LabelProposal> Labels, bool Abstains);

/// <summary>A piece of a text that spoke for a label.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Weight">How much it moved the decision against the next best label, above 0, in units of the margin.</param>
public sealed record DecidingWord(string Text, double Weight);
