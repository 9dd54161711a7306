namespace Suiying.Design;

/// <summary>One thing that a <see cref="Finder"/> offers.</summary>
/// <param name="Code">What is chosen.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Where it stands, so that two of one name can be told apart.</param>
public sealed record FindOption(string Code, string Name, string Path);
