namespace Suiying.Programmes.Model;

/// <summary>项目办理记录: one appended step of a project's history.</summary>
public sealed class ProjectStep
{
    public required Guid ProjectId { get; init; }

    /// <summary>From 1.</summary>
    public required int Seq { get; init; }

    public required ProjectAction Action { get; init; }

    /// <summary>The state that it led to.</summary>
    public required ProjectState To { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Code of the actor's unit, or null.</summary>
    public string? ActorUnit { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Reasons, or what it was about; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Version of the city's rules of that day.</summary>
    public required int RegistryVersion { get; init; }
}
