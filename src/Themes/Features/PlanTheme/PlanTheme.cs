using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>编制方案: the lead writes plan, three lists and milestones.</summary>
public sealed class PlanTheme(ThemeDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The theme's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        public required ThemePlan Plan { get; init; }

        public required IReadOnlyList<MilestonePlan> Milestones { get; init; }
    }

    public Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct) =>
        door.Take(command.Id, command.Revision, by, theme => theme.Write(command.Plan, command.Milestones, door.City, by, door.Now), ct);
}
