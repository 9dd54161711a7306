using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>决定剔除申请: the hotline decides, with reasons; granted, the answer leaves numerator and denominator at once.</summary>
public sealed class DecideExclusion(ExclusionDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required bool? Granted { get; init; }

        public required string Text { get; init; }
    }

    public static bool MayDecide(Actor by) => by.Is(Role.Supervisor);

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!MayDecide(by))
            return new NotAllowed();
        if (!(await door.Open(command.Id, by, ct)).Ok(out var exclusion, out var refusal))
            return refusal;
        if (command.Granted is not { } granted)
            return Refusal.Invalid(new FieldProblem("decision", "请选择剔除或不予剔除。"));
        return exclusion.Decide(granted, command.Text, door.City, by, door.Now) ?? await door.Save(exclusion, ct);
    }
}
