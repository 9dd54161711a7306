using Suiying.Contracts.People;

namespace Suiying.Contracts.Requests;

/// <summary>How many matters are alike in what the duty list asks of them. Sealed ones are counted and never named.</summary>
/// <param name="Category">Code of the category, or null.</param>
/// <param name="Area">Code of the area, or null.</param>
/// <param name="Accused">The unit that a sealed matter accuses, or null.</param>
/// <param name="Count">All of them.</param>
/// <param name="Open">Those that have not ended.</param>
public sealed record MatterTally(string? Category, string? Area, string? Accused, int Count, int Open);

/// <summary>Matters that have not ended.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Numbers">The oldest of those that the public may know of, by number.</param>
public sealed record OpenMatters(int Count, IReadOnlyList<string> Numbers);

/// <summary>How many open matters are alike in what a deadline rule asks of them.</summary>
/// <param name="Category">Code of the category, or null.</param>
/// <param name="Grade">Urgency, 1 to 4.</param>
/// <param name="Running">Those that were dispatched: their clocks run and are never changed.</param>
/// <param name="Waiting">Those that wait for a dispatch, which starts their clocks.</param>
public sealed record OpenTally(string? Category, int Grade, int Running, int Waiting);

/// <summary>点数: counts matters for those who keep the city's data; nothing that a person wrote is told.</summary>
public interface IRequestTallies
{
    /// <summary>Matters registered since a moment, and all that are open.</summary>
    Task<IReadOnlyList<MatterTally>> Since(DateTimeOffset from, CancellationToken ct);

    /// <summary>Numbers of the newest such matters that the public may know of.</summary>
    Task<IReadOnlyList<string>> Numbers(string? category, string? area, DateTimeOffset from, CancellationToken ct);

    /// <summary>What these units have not ended.</summary>
    Task<OpenMatters> OpenOf(IReadOnlyCollection<string> units, CancellationToken ct);

    /// <summary>What has not ended of these categories.</summary>
    Task<OpenMatters> OpenIn(IReadOnlyCollection<string> categories, CancellationToken ct);

    /// <summary>Those of these persons who have no request, not even one that has ended, and follow no place.</summary>
    Task<IReadOnlyList<PersonId>> WithNothingHere(IReadOnlyCollection<PersonId> persons, CancellationToken ct);

    /// <summary>All that has not ended, by category and grade.</summary>
    Task<IReadOnlyList<OpenTally>> OpenByGrade(CancellationToken ct);
}
