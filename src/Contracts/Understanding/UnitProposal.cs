using Suiying.Contracts.Registry;
using Suiying.Kernel;

namespace Suiying.Contracts.Understanding;

/// <summary>One unit that may get a matter.</summary>
public sealed record UnitProposal
{
    /// <summary>A unit that exists today and is not accused.</summary>
    public required Unit Unit { get; init; }

    /// <summary>0 to 1: the duty list weighed with earlier decisions; null where no decision speaks for or against.</summary>
    public double? Confidence { get; init; }

    /// <summary>Why, each in a sentence; at least one.</summary>
    public required IReadOnlyList<Phrase> Reasons { get; init; }
}
