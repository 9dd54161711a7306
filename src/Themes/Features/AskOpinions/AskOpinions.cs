using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>征求意见: the public is asked until a day.</summary>
public sealed class AskOpinions(ThemeDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The theme's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        /// <summary>The last day.</summary>
        public required DateOnly? Until { get; init; }
    }

    public Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct) =>
        door.Take(command.Id, command.Revision, by, theme => theme.Consult(command.Until, door.City, by, door.Now), ct);
}
