using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>报送进度: the lead tells how much was reached and paid so far.</summary>
public sealed class TellProgress(ProjectDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required int? Revision { get; init; }

        /// <summary>In the project's measure; null where it could not be read. Not asked where the target is divided.</summary>
        public required decimal? Done { get; init; }

        /// <summary>In 万元; null where it could not be read.</summary>
        public required decimal? Paid { get; init; }

        /// <summary>By county, in the plan's order; null where one could not be read.</summary>
        public IReadOnlyList<decimal?> Shares { get; init; } = [];

        public string Text { get; init; } = "";
    }

    public Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct) =>
        door.Take(command.Id, command.Revision, p => Step(p, command, by), ct);

    private Refusal? Step(Project project, Command command, Actor by)
    {
        var shares = project.Plan?.Shares ?? [];
        var problems = new List<FieldProblem>();
        if (shares.Count == 0 && command.Done is null)
            problems.Add(new FieldProblem("done", "请写数字，至多两位小数，如 12 或 3.5。"));
        if (command.Paid is null)
            problems.Add(new FieldProblem("paid", "请写数字，至多两位小数，如 12 或 3.5。"));
        if (shares.Count > 0 && (command.Shares.Count != shares.Count || command.Shares.Any(s => s is null)))
            problems.Add(new FieldProblem("shares", "每个县（市、区）都写数字，没有的写 0。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        var told = new ProjectProgress(
            command.Done ?? 0,
            command.Paid!.Value,
            door.Today,
            [.. shares.Zip(command.Shares, (s, done) => new ProjectShare(s.County, done!.Value))]
        );
        return project.Tell(told, command.Text, door.City, by, door.Now);
    }
}
