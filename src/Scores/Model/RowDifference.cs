namespace Suiying.Scores.Model;

/// <summary>核对不符: where a stored row and the journal say different things. One of the two is there.</summary>
/// <param name="Stored">As it was stored; null where nothing was.</param>
/// <param name="Told">As the journal has it; null where it knows of none.</param>
public sealed record RowDifference<TRow>(TRow? Stored, TRow? Told)
    where TRow : class
{
    public TRow Row => Told ?? Stored!;

    public RowFault Fault =>
        Stored is null ? RowFault.Missing
        : Told is null ? RowFault.Unfounded
        : RowFault.Differs;
}

/// <summary>What is wrong with a stored row.</summary>
public enum RowFault
{
    /// <summary>The journal has it and nothing is stored.</summary>
    Missing,

    /// <summary>Stored otherwise than the journal has it.</summary>
    Differs,

    /// <summary>Stored, and the journal knows nothing of it.</summary>
    Unfounded,
}
