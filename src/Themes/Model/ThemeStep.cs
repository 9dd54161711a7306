namespace Suiying.Themes.Model;

/// <summary>主题办理记录: one appended step of a theme's history.</summary>
public sealed class ThemeStep
{
    public required Guid ThemeId { get; init; }

    /// <summary>From 1.</summary>
    public required int Seq { get; init; }

    public required ThemeAction Action { get; init; }

    /// <summary>The state that it led to.</summary>
    public required ThemeState To { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required Role Capacity { get; init; }

    /// <summary>Code of the actor's unit, or null.</summary>
    public string? ActorUnit { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Reasons, or what it was about; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Version of the city's rules of that day.</summary>
    public required int RegistryVersion { get; init; }
}
