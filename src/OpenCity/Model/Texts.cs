namespace Suiying.OpenCity;

/// <summary>Anchor of this module's texts; the Chinese source text is the key.</summary>
public sealed class Texts;
