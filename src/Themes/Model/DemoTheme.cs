namespace Suiying.Themes.Model;

/// <summary>One entry of a pack's <c>demo/themes.json</c>.</summary>
public sealed record DemoTheme
{
    public required string Title { get; init; }

    /// <summary>Code of the category.</summary>
    public required string Category { get; init; }

    public required string Why { get; init; }

    /// <summary>How far it has come: Candidate, Shortlisted, Consulting, Started or Running.</summary>
    public required ThemeState State { get; init; }

    /// <summary>Code of the unit that leads one that runs.</summary>
    public string Lead { get; init; } = "";

    public IReadOnlyList<string> Supporting { get; init; } = [];

    public string Adopted { get; init; } = "";

    public string Plan { get; init; } = "";

    public IReadOnlyList<Item> Items { get; init; } = [];

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <param name="List">Which of the three lists, from 0.</param>
    /// <param name="Text">What is to be done.</param>
    public sealed record Item(int List, string Text);

    /// <param name="Text">What is to be reached.</param>
    /// <param name="Days">So many days from today it is due; before today where it is negative.</param>
    /// <param name="Report">What the lead told of it; null where nothing yet.</param>
    public sealed record Milestone(string Text, int Days, string? Report = null);
}
