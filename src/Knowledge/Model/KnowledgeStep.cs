namespace Suiying.Knowledge.Model;

/// <summary>知识办理记录: one appended step of an item's history.</summary>
public sealed class KnowledgeStep
{
    public const int LongestWhy = 500;

    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Which version it concerns.</summary>
    public required int Version { get; init; }

    public required KnowledgeAction Action { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required Role Capacity { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Why { get; init; }
}
