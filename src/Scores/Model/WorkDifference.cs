namespace Suiying.Scores.Model;

/// <summary>承办核对不符: where stored work and the journal say different things. One of the two is there.</summary>
/// <param name="Stored">As it was stored; null where nothing was.</param>
/// <param name="Told">As the journal has it; null where it knows of none.</param>
public sealed record WorkDifference(UnitWork? Stored, UnitWork? Told)
{
    public UnitWork Work => Told ?? Stored!;

    public RowFault Fault =>
        Stored is null ? RowFault.Missing
        : Told is null ? RowFault.Unfounded
        : RowFault.Differs;
}
