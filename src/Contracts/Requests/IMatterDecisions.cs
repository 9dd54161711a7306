namespace Suiying.Contracts.Requests;

/// <summary>What a person decided of a matter.</summary>
public enum DecisionKind
{
    /// <summary>定类: its category was set or corrected, or it was answered at once under one.</summary>
    Filed,

    /// <summary>派单, also 指定承办.</summary>
    Dispatched,

    /// <summary>退单成立: the unit was the wrong one.</summary>
    ReturnAccepted,
}

/// <summary>One decision, with the matter as it is known today. Shielded matters and 举报 are in no answer.</summary>
public sealed record MatterDecision
{
    /// <summary>Place in the journal of all requests; grows with time.</summary>
    public required long Position { get; init; }

    public required DecisionKind Decided { get; init; }

    /// <summary>What the person wrote or said; empty where it was erased. Personal data is not taken out: whoever reads it keeps none of it.</summary>
    public required string Text { get; init; }

    /// <summary>Code of the category, or null.</summary>
    public required string? Category { get; init; }

    /// <summary>Code of the area, or null.</summary>
    public required string? Area { get; init; }

    /// <summary>The unit that got it, or of which the return was accepted; null for <see cref="DecisionKind.Filed"/>.</summary>
    public required string? Unit { get; init; }

    /// <summary>受理渠道, by its stable name.</summary>
    public required string Channel { get; init; }

    /// <summary>诉求类型, by its stable name.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Made by a generator.</summary>
    public required bool Synthetic { get; init; }
}

/// <summary>派单决定: the decisions of people about category and unit, for who learns from them.</summary>
public interface IMatterDecisions
{
    /// <summary>The newest decisions at or before a position, newest first.</summary>
    Task<IReadOnlyList<MatterDecision>> Before(long position, int most, CancellationToken ct);

    /// <summary>The decisions after a position, oldest first. The newest seconds are left out until all that was decided in them is stored.</summary>
    Task<IReadOnlyList<MatterDecision>> After(long position, int most, CancellationToken ct);
}
