namespace Suiying.Requests;

/// <summary>The resource of this module's texts: the Chinese sentence is the key.</summary>
public sealed class Texts;
