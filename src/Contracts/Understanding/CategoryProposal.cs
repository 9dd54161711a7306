using Suiying.Contracts.Registry;

namespace Suiying.Contracts.Understanding;

/// <summary>One category that a matter may be of.</summary>
public sealed record CategoryProposal
{
    /// <summary>In use today.</summary>
    public required Category Category { get; init; }

    /// <summary>Probability, 0 to 1, as measured on earlier decisions; null where nothing was learnt and only words agree.</summary>
    public double? Confidence { get; init; }

    /// <summary>False where it should be read as one of several: the first is then not taken over unseen.</summary>
    public bool Sure { get; init; }

    /// <summary>The words of the text that decided, the weightiest first.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>From how many decided matters it was learnt; 0 where it comes from the names, synonyms and examples of the city's categories.</summary>
    public int Learnt { get; init; }
}
