namespace Suiying.Requests.Model.Synthetic;

/// <summary>What one generation shall make.</summary>
public sealed record Plan
{
    public required int Requests { get; init; }

    public required int Seed { get; init; }

    /// <summary>The present of the story: nothing in it happens later.</summary>
    public required DateTimeOffset Until { get; init; }

    public int Days { get; init; } = 365;

    /// <summary>Share that is registered in the last ten days on top of the usual; for a small demo whose desks shall not be empty.</summary>
    public double Fresh { get; init; }

    /// <summary>Units with which most requests lie, and who works there; empty for a whole city.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Actor>> Focus { get; init; } = new Dictionary<string, IReadOnlyList<Actor>>();

    /// <summary>Ids of persons whose identity is sealed already, used in turn; when they are used up ids are minted.</summary>
    public IReadOnlyList<Guid> Persons { get; init; } = [];
}

/// <summary>来件: when somebody calls, about what and where.</summary>
/// <param name="At">When.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="Area">Code of the area.</param>
public readonly record struct Arrival(DateTimeOffset At, string Category, string Area);

/// <summary>One registration to come: when, and for the demo where it has to stand at the end.</summary>
internal readonly record struct Slot(DateTimeOffset At, RequestState? Target = null, string? Unit = null);
