using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>初审剔除申请: somebody who is not of the unit says whether the application holds.</summary>
public sealed class ReviewExclusion(ExclusionDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required bool? Supported { get; init; }

        public required string Text { get; init; }
    }

    public static bool MayReview(Actor by) => by.Is(Role.Reviewer);

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!MayReview(by))
            return new NotAllowed();
        if (!(await door.Open(command.Id, by, ct)).Ok(out var exclusion, out var refusal))
            return refusal;
        if (command.Supported is not { } supported)
            return Refusal.Invalid(new FieldProblem("decision", "请选择初审意见。"));
        return exclusion.Review(supported, command.Text, door.City, by, door.Now) ?? await door.Save(exclusion, ct);
    }
}
