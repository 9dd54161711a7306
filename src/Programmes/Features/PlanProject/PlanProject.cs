using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>编制计划: the lead writes target, money, shares, sites and milestones.</summary>
public sealed class PlanProject(ProjectDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required int? Revision { get; init; }

        public required ProjectPlan Plan { get; init; }

        public required IReadOnlyList<ProjectMilestonePlan> Milestones { get; init; }
    }

    public Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct) =>
        door.Take(command.Id, command.Revision, project => project.Write(command.Plan, command.Milestones, door.City, by, door.Now), ct);
}
