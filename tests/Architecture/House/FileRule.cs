namespace Suiying.Architecture.House;

/// <summary>A law of the house that can be read off its files, and a tree that breaks it.</summary>
/// <param name="Violations">One sentence for each place that breaks the law.</param>
/// <param name="Control">A tree that breaks it: the negative control without which a rule proves nothing.</param>
/// <param name="Mention">What the violation found in the control says.</param>
public sealed record FileRule(Func<SourceTree, IEnumerable<string>> Violations, SourceTree Control, string Mention);
