using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>评估与回头看: what became of the requests, with a person's words.</summary>
public sealed class MeasureTheme(ThemeDoor door, EffectReader effects)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The theme's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        /// <summary>评估意见</summary>
        public required string Text { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Load(command.Id, command.Revision, by, ct)).Ok(out var theme, out var refusal))
            return refusal;
        if (!(await Look(theme, by, ct)).Ok(out var effect, out refusal))
            return refusal;
        return theme.Measure(effect with { Text = command.Text }, door.City, by, door.Now) ?? await door.Save(ct);
    }

    /// <summary>What would be measured now, before anybody signs it.</summary>
    public async Task<Outcome<ThemeEffect>> Look(Theme theme, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        if (theme.StartedOn is not { } started)
            return new ThemeElsewhere(theme.State);
        return await effects.Read(theme.Category, started, theme.PublishedOn ?? started, ct);
    }
}
