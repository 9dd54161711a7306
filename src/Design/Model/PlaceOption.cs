namespace Suiying.Design;

/// <summary>A place that a person may choose.</summary>
/// <param name="Code">Code of the area.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">What it lies in, so that two of one name can be told apart.</param>
public sealed record PlaceOption(string Code, string Name, string Path);
