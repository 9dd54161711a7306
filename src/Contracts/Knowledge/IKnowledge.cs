using Suiying.Engines.Text;

namespace Suiying.Contracts.Knowledge;

/// <summary>What an agent may read out: asks the knowledge base as it is now.</summary>
public interface IKnowledge
{
    /// <summary>The published items that fit the words best, best first; empty where nothing does.</summary>
    /// <param name="words">As a person typed or said them; question words do not matter.</param>
    /// <param name="area">Code of the area that is asked about, which leaves out what holds elsewhere only; null leaves out nothing.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="ct">Ends the search.</param>
    Task<IReadOnlyList<KnowledgeHit>> Search(string words, string? area, int take, CancellationToken ct);
}

/// <summary>One item that was found.</summary>
public sealed record KnowledgeHit
{
    /// <summary>Its pages are /knowledge/{id} and /desk/knowledge/{id}.</summary>
    public required Guid Id { get; init; }

    /// <summary>The whole title, with what was found in it.</summary>
    public required IReadOnlyList<TextPart> Title { get; init; }

    /// <summary>The question in other words that was found; empty where the title or the answer was.</summary>
    public required IReadOnlyList<TextPart> Variant { get; init; }

    /// <summary>A piece of the answer; empty where the item is not current.</summary>
    public required IReadOnlyList<TextPart> Snippet { get; init; }

    /// <summary>What may be read out; null where the item is not current.</summary>
    public required string? Answer { get; init; }

    /// <summary>Name of the unit that answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The last day on which it holds; null without an end.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>What the answer rests on, one a line; may be empty.</summary>
    public required string Basis { get; init; }

    /// <summary>False where it has expired, does not hold yet or its review is overdue: it may not be read out as today's policy.</summary>
    public required bool Current { get; init; }
}
