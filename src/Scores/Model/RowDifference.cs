namespace Suiying.Scores.Model;

/// <summary>核对不符: where a stored callback and the journal say different things.</summary>
/// <param name="Callback">As the journal has it; as it was stored where the journal knows none.</param>
/// <param name="Fault">In what way.</param>
public sealed record RowDifference(ScoredCallback Callback, RowFault Fault);

/// <summary>What is wrong with a stored callback.</summary>
public enum RowFault
{
    /// <summary>The journal has it and nothing is stored.</summary>
    Missing,

    /// <summary>Stored otherwise than the journal has it.</summary>
    Differs,

    /// <summary>Stored, and the journal knows nothing of it.</summary>
    Unfounded,
}
