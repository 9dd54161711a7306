using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>入围、不选用、重新考虑、启动、批准方案、中期检查、公布: the steps of a theme that need no more than words.</summary>
public sealed class DecideTheme(ThemeDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The theme's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        public required ThemeAction Action { get; init; }

        /// <summary>Asked for where something is left out, considered again or checked.</summary>
        public string Text { get; init; } = "";
    }

    public static readonly IReadOnlyList<ThemeAction> Actions =
    [
        ThemeAction.Shortlist,
        ThemeAction.Start,
        ThemeAction.Approve,
        ThemeAction.Check,
        ThemeAction.Publish,
        ThemeAction.Reconsider,
        ThemeAction.Drop,
    ];

    public static bool NeedsText(ThemeAction action) => action is ThemeAction.Drop or ThemeAction.Reconsider or ThemeAction.Check;

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ThemeAccess.Readers))
            return new NotAllowed();
        var opinions = command.Action is ThemeAction.Drop ? await door.Opinions(command.Id, ct) : default;
        return await door.Take(command.Id, command.Revision, by, Step, ct);

        Refusal? Step(Theme theme) =>
            command.Action switch
            {
                ThemeAction.Shortlist => theme.Shortlist(door.City, by, door.Now),
                ThemeAction.Drop => theme.Drop(command.Text, opinions, door.City, by, door.Now),
                ThemeAction.Reconsider => theme.Reconsider(command.Text, door.City, by, door.Now),
                ThemeAction.Start => theme.Start(door.City, by, door.Now),
                ThemeAction.Approve => theme.Approve(door.City, by, door.Now),
                ThemeAction.Check => theme.Check(command.Text, door.City, by, door.Now),
                ThemeAction.Publish => theme.Publish(door.City, by, door.Now),
                _ => new NotAllowed(),
            };
    }
}
