namespace Suiying.Registry.Storage;

/// <summary>One thing a pack says, for the versions in which it said it. The newest version's rows have no end.</summary>
public sealed class RegistryEntry
{
    public required EntryKind Kind { get; init; }

    /// <summary>Key within the kind: a code, a year, a profile's name.</summary>
    public required string Code { get; init; }

    public required int FromVersion { get; init; }

    /// <summary>The first version that no longer has it; null while it holds.</summary>
    public int? ToVersion { get; private set; }

    /// <summary>The record as JSON.</summary>
    public required string Payload { get; init; }
}

/// <summary>Stored as words: a member may be added, never renamed.</summary>
public enum EntryKind
{
    City,
    Area,
    Outline,
    Unit,
    Category,
    Duty,
    Basis,
    Calendar,
    Deadlines,
    Roster,
    Message,
}

/// <summary>One load that changed something.</summary>
public sealed class RegistryVersion
{
    /// <summary>1 and up.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>Who loaded it, as history shows people.</summary>
    public required string LoadedBy { get; init; }

    /// <summary>SHA-256 over all entries; the same pack has the same on every machine.</summary>
    public required string PackHash { get; init; }

    /// <summary>What was added, changed and removed, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Why, in the words of who changed it; null for a load from the command line.</summary>
    public string? Reason { get; init; }
}
