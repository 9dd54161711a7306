using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>评分: a person gives points with reasons; the figures beside them are counted anew.</summary>
public sealed class RateTheme(ThemeDoor door, FigureReader figures)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The theme's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        /// <summary>One for each test, in their order.</summary>
        public required IReadOnlyList<CardMark> Marks { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Load(command.Id, command.Revision, by, ct)).Ok(out var theme, out var refusal))
            return refusal;
        if (!theme.Lets(ThemeAction.Judge, by, door.City))
            return theme.Judge(command.Marks, theme.Card.Figures, door.City, by, door.Now)!;
        return theme.Judge(command.Marks, await figures.Of(theme.Category, ct), door.City, by, door.Now) ?? await door.Save(ct);
    }
}
