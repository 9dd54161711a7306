namespace Suiying.Contracts.Understanding;

/// <summary>
/// Reads what somebody says of a matter and proposes what it is about and whose it is, with reasons. It never decides. Works in memory
/// on the newest city and on what was learnt; thread-safe, a few milliseconds.
/// </summary>
public interface IMatterReader
{
    /// <summary>Proposals for a matter, as far as it is known.</summary>
    MatterReading Read(MatterAsked matter);

    /// <summary>The most urgent signal in the words alone; null where there is none.</summary>
    DangerProposal? Danger(string text);
}

/// <summary>A matter while somebody takes it down or dispatches it.</summary>
public sealed record MatterAsked
{
    /// <summary>What the person says; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Code of the category that a person chose; null while none did.</summary>
    public string? Category { get; init; }

    /// <summary>Code of the area that a person chose; null while none did.</summary>
    public string? Area { get; init; }

    /// <summary>被反映单位 of a shielded matter: neither it nor anything under it is proposed.</summary>
    public string? Accused { get; init; }

    /// <summary>Units that returned it; they are not proposed again.</summary>
    public IReadOnlyList<string> Returned { get; init; } = [];

    /// <summary>How it came, as <see cref="Requests.MatterDecision.Channel"/> names it; empty where it is not known.</summary>
    public string Channel { get; init; } = "";

    /// <summary>What sort of matter the person says it is, as <see cref="Requests.MatterDecision.Kind"/> names it.</summary>
    public string Kind { get; init; } = "";
}

/// <summary>What is proposed for a matter. Nothing in it is a decision.</summary>
public sealed record MatterReading
{
    /// <summary>诉求类别, best first, at most three; empty where one was chosen already or the words say nothing.</summary>
    public IReadOnlyList<CategoryProposal> Categories { get; init; } = [];

    /// <summary>Where it may lie, best first, at most four; empty where an area was chosen already or the words name none.</summary>
    public IReadOnlyList<PlaceProposal> Places { get; init; } = [];

    /// <summary>The most urgent signal in the words; null where there is none, which says nothing about safety.</summary>
    public DangerProposal? Danger { get; init; }

    /// <summary>承办单位, best first; empty while category and area do not lead to one.</summary>
    public IReadOnlyList<UnitProposal> Units { get; init; } = [];
}
