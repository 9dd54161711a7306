using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>What a board must know of one request: enough to count it, and the serial under which its row is found again.</summary>
public sealed record BoardRow
{
    public required long Serial { get; init; }
    public required RequestState State { get; init; }
    public required RequestType Type { get; init; }
    public required Channel Channel { get; init; }
    public required Confidentiality Confidentiality { get; init; }
    public required string? AccusedUnit { get; init; }
    public required string? Category { get; init; }
    public required string? Area { get; init; }
    public required string? County { get; init; }
    public required string? Unit { get; init; }

    /// <summary>The unit with which it lies now: the answerable one, or one below it.</summary>
    public required string? Holder { get; init; }

    /// <summary>The unit with which it lies has not signed.</summary>
    public required bool Unsigned { get; init; }

    /// <summary>True where it is or was handled a second time.</summary>
    public required bool Again { get; init; }

    /// <summary>How often the person had it opened again.</summary>
    public required int Reopenings { get; init; }

    /// <summary>The sealed person, by whom a repetition is known; null for none.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>同一事项 to which it belongs.</summary>
    public required Guid? MatterId { get; init; }

    /// <summary>重复诉求, as <see cref="Repetition"/> marks it.</summary>
    public bool Repeats { get; init; }

    public required bool Supervised { get; init; }
    public required int Grade { get; init; }
    public required int SentBack { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required DateTimeOffset? RepliedAt { get; init; }
    public required DateTimeOffset? ReplyDueAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required bool? Contacted { get; init; }
    public required Solved? Solved { get; init; }
    public required Satisfied? Satisfied { get; init; }
    public required bool Synthetic { get; init; }

    public bool Open => EndedAt is null;

    public bool Shielded => Confidentiality != Confidentiality.Normal;
}
