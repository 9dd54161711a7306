namespace Suiying.Engines.Learning;

/// <summary>A file that holds no text classifier, one of another version, or one of which something was lost or changed.</summary>
public sealed class TextClassifierDamaged(string message, Exception? inner = null) : IOException(message, inner);
