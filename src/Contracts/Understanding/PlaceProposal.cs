using Suiying.Contracts.Registry;

namespace Suiying.Contracts.Understanding;

/// <summary>One area in which a matter may lie.</summary>
public sealed record PlaceProposal
{
    /// <summary>The deepest area that the words decide; it may be one that this city does not serve.</summary>
    public required Area Area { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>False where the name fits several areas and nothing in the text chooses: a person asks.</summary>
    public required bool Sure { get; init; }

    /// <summary>The words of the text that name it or an area above it.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
