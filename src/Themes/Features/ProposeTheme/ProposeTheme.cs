using Suiying.Contracts.Understanding;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>提名: a person puts a kind of matter forward as a theme.</summary>
public sealed class ProposeTheme(ThemesDb db, FigureReader figures, IHotTopicList topics, ThemeDoor door)
{
    public sealed record Command
    {
        public required string Title { get; init; }

        /// <summary>Code of the category.</summary>
        public required string Category { get; init; }

        /// <summary>Number of a request of the topic from which it comes, or empty.</summary>
        public string Topic { get; init; } = "";

        public required string Why { get; init; }
    }

    /// <summary>What a nomination begins with: the words of a topic, or the name of a category.</summary>
    public Command Begin(string? topic, string? category)
    {
        var told = string.IsNullOrEmpty(topic) ? null : topics.Of(topic);
        var code = told?.Category ?? category ?? "";
        return new Command
        {
            Title = told?.Title ?? door.City.Categories.Find(code)?.Name ?? "",
            Category = code,
            Topic = told?.Key ?? "",
            Why = "",
        };
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        var proposal = new ThemeProposal(command.Title, command.Category, command.Topic, command.Why);
        if (!string.IsNullOrWhiteSpace(command.Topic) && topics.Of(command.Topic.Trim()) is null)
            return Refusal.Invalid(new FieldProblem("topic", "没有这个热点，或者它已超出时间范围；可以不填。"));
        var counted = door.City.Categories.Find(command.Category) is { } category ? await figures.Of(category.Code, ct) : null;
        if (!Theme.Propose(proposal, counted!, door.City, by, door.Now).Ok(out var theme, out var refusal))
            return refusal;
        db.Themes.Add(theme);
        return (await door.Save(ct)).Ok(out _, out refusal) ? theme.Id : refusal;
    }
}
