namespace Suiying.Engines.Dispatch;

/// <summary>A file that holds no dispatch model, one of another version, or one of which something was lost or changed.</summary>
public sealed class DispatchModelDamaged(string message, Exception? inner = null) : IOException(message, inner);
