namespace Suiying.Engines.Learning;

/// <summary>One text that a person has put under a label.</summary>
/// <param name="Title">May be empty; then the body's beginning counts as the title.</param>
/// <param name="Body">Any string. Its first <see cref="TextClassifier.LongestText"/> UTF-16 units are read.</param>
/// <param name="Label">A code or a name; not empty.</param>
public sealed record LabelledText(string Title, string Body, string Label);
