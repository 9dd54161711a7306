namespace Suiying.Registry.Storage;

/// <summary>Stored as words: a member may be added, never renamed.</summary>
public enum ProposalState
{
    /// <summary>草稿: being made and looked at.</summary>
    Draft,

    /// <summary>待生效: decided on, waits for its day.</summary>
    Planned,

    /// <summary>已生效: became a version.</summary>
    Done,

    /// <summary>已放弃</summary>
    Discarded,

    /// <summary>未能生效: on its day it no longer fitted the city; nothing was changed.</summary>
    Failed,
}

/// <summary>What a proposal is about.</summary>
public enum ProposalKind
{
    /// <summary>派单目录</summary>
    Duties,

    /// <summary>上传的城市数据</summary>
    Upload,

    /// <summary>定于某日生效的变更</summary>
    Dated,
}

/// <summary>拟议变更: changes of entries that wait for a decision or for their day. Nothing of it is in force.</summary>
public sealed class CityProposal
{
    public const int LongestReason = 500;

    public required Guid Id { get; init; }

    public required ProposalKind Kind { get; init; }

    public required ProposalState State { get; set; }

    /// <summary>What it is about, for lists.</summary>
    public required string Title { get; set; }

    /// <summary>The changes as JSON: kind, code, and the entry as it shall be.</summary>
    public required string Changes { get; set; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Reason { get; set; } = "";

    /// <summary>The local day from which it holds; null where it holds at once when it is accepted.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The version that came of it.</summary>
    public int? Version { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Problem { get; set; }
}
