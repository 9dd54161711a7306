namespace Suiying.Requests.Model.Synthetic;

/// <summary>One kind of matter as a resident may tell it, from a pack's <c>demo/topics.csv</c>.</summary>
public sealed record Topic
{
    public required string Category { get; init; }

    public required string Title { get; init; }

    /// <summary>May hold {area}, {place}, {time} and {count}.</summary>
    public required string Text { get; init; }

    /// <summary>Months in which it is frequent; empty means all year.</summary>
    public IReadOnlyList<int> Season { get; init; } = [];

    /// <summary>1 rare to 20 frequent.</summary>
    public required int Weight { get; init; }
}

/// <summary>The words that a generator may use. Every place is fictional, no company and no person is real.</summary>
/// <param name="Topics">At least one.</param>
/// <param name="Places">At least one.</param>
public sealed record Vocabulary(IReadOnlyList<Topic> Topics, IReadOnlyList<string> Places);
