using Suiying.Kernel;

namespace Suiying.Contracts.Understanding;

/// <summary>紧急信号: words that tell of danger, or of supply that is broken. In doubt the higher grade; a person decides.</summary>
public sealed record DangerProposal
{
    /// <summary>1 where life or property may be at risk, 2 where hours matter.</summary>
    public required int Grade { get; init; }

    /// <summary>True where danger is more likely than not and a word names it; else it is shown to who reads the words, for one missed costs more than some for nothing.</summary>
    public required bool Likely { get; init; }

    /// <summary>危险种类 by its stable name.</summary>
    public required string Kind { get; init; }

    /// <summary>The same for a person.</summary>
    public required Phrase Name { get; init; }

    /// <summary>The words of the text.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
