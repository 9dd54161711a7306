using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>确定: a leader puts a theme on the annual list, with its month and its units.</summary>
public sealed class ScheduleTheme(ThemeDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The theme's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        public required ThemeDecision Decision { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        var opinions = await door.Opinions(command.Id, ct);
        return await door.Take(
            command.Id,
            command.Revision,
            by,
            theme => theme.Decide(command.Decision, opinions, door.City, by, door.Now),
            ct
        );
    }
}
