using Suiying.Contracts.Registry;

namespace Suiying.Registry.Features;

/// <summary>单位一览: the tree by steps, or what a word finds.</summary>
public sealed class ListUnits(ICityRegistry registry)
{
    public const int Size = 50;

    public sealed record Filter
    {
        /// <summary>Part of a name or code.</summary>
        public string? Search { get; init; }

        /// <summary>Without a search: the unit whose children are listed; the root where null.</summary>
        public string? Under { get; init; }

        public int Skip { get; init; }
    }

    /// <param name="Path">From the root to the unit whose children are listed; empty for a search.</param>
    /// <param name="Rows">At most <see cref="Size"/>.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record View(IReadOnlyList<Unit> Path, IReadOnlyList<Unit> Rows, int Total);

    public Task<Outcome<View>> Run(Filter filter, Actor by, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return Task.FromResult<Outcome<View>>(new NotAllowed());
        var units = registry.Current.Units;
        var words = filter.Search?.Trim() ?? "";
        var root = units.All.First(u => u.Parent is null).Code;
        List<Unit> path = words.Length > 0 ? [] : [.. units.Upwards(units.Find(filter.Under)?.Code ?? root).Reverse()];
        var all = (words.Length > 0 ? units.All.Where(u => Holds(u, words)) : units.Children(path[^1].Code))
            .OrderBy(u => u.IsClosed())
            .ThenBy(u => u.Kind)
            .ThenBy(u => u.Code, StringComparer.Ordinal)
            .ToList();
        return Task.FromResult<Outcome<View>>(new View(path, [.. all.Skip(Math.Max(0, filter.Skip)).Take(Size)], all.Count));
    }

    private static bool Holds(Unit unit, string words) =>
        unit.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || unit.Code.Contains(words, StringComparison.OrdinalIgnoreCase);
}
