namespace Suiying.Themes.Model;

/// <summary>任务办理记录: one appended step of a task's history.</summary>
public sealed class ProactiveStep
{
    public required Guid TaskId { get; init; }

    /// <summary>From 1.</summary>
    public required int Seq { get; init; }

    public required ProactiveAction Action { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Code of the actor's unit, or null.</summary>
    public string? ActorUnit { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Reasons, or what it was about; may be empty.</summary>
    public required string Text { get; init; }
}
