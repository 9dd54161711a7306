namespace Suiying.Engines.Dispatch;

/// <summary>A matter as it is known before its dispatch.</summary>
public sealed record DispatchMatter
{
    /// <summary>Codes in the order of <see cref="DispatchFields.All"/>; empty where nothing is known.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>When it came. Decisions long before it weigh less.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Names of its places in the order of <see cref="DispatchFields.Where"/>; may be empty.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}

/// <summary>A unit by its code, with the name by which people know it.</summary>
/// <param name="Code">Stays when the name changes.</param>
/// <param name="Name">May tell which place the unit is for.</param>
public readonly record struct DispatchUnit(string Code, string Name);

/// <summary>One unit that may get the matter.</summary>
/// <param name="Unit">The unit, with its latest name.</param>
/// <param name="Probability">0 to 1; over all units that come into question they sum to 1: in a city of a few hundred all that are not excluded.</param>
/// <param name="Evidence">What speaks for it, or null where no decision does.</param>
public sealed record DispatchProposal(DispatchUnit Unit, double Probability, DispatchEvidence? Evidence);

/// <summary>“41 of 44 such matters (this sub-type, this street) since May went there”: plain counts of decisions learnt.</summary>
/// <param name="Fields">In which fields those matters agree with this one.</param>
/// <param name="Went">How many of them went to the unit.</param>
/// <param name="Of">How many there are, at least <paramref name="Went"/>.</param>
/// <param name="Since">First day of the month from which they are counted.</param>
/// <param name="Elsewhere">They went to units that do for other places what this one does for its own; it is told apart, as no count of the unit itself.</param>
public sealed record DispatchEvidence(IReadOnlyList<string> Fields, int Went, int Of, DateOnly Since, bool Elsewhere);
