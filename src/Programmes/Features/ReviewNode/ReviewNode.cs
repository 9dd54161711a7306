using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>核实节点: a supervisor accepts what a unit reported, or sends it back.</summary>
public sealed class ReviewNode(ProjectDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required int? Revision { get; init; }

        public required int Number { get; init; }

        public required bool? Accepted { get; init; }

        public string Text { get; init; } = "";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (command.Accepted is not { } accepted)
            return Refusal.Invalid(new FieldProblem("decision", "请选择核实完成或退回补正。"));
        return await door.Take(
            command.Id,
            command.Revision,
            project => project.Settle(command.Number, accepted, command.Text, door.City, by, door.Now),
            ct
        );
    }
}
