using Suiying.Contracts.Registry;
using Suiying.Registry.Model.Rosters;

namespace Suiying.Registry.Features;

/// <summary>值班一览: who of which unit is reached when, and when nobody is.</summary>
public sealed class ListRosters(ICityRegistry registry)
{
    public const int Size = 50;

    /// <summary>Which units are listed.</summary>
    public enum Show
    {
        /// <summary>有值班表的</summary>
        Kept,

        /// <summary>有空档的: a roster, but not for the whole week.</summary>
        Gaps,

        /// <summary>没有值班表的</summary>
        None,
    }

    public sealed record Filter
    {
        /// <summary>Part of a unit's name or code, of a post or of its number.</summary>
        public string? Search { get; init; }

        public Show Show { get; init; }

        public int Skip { get; init; }
    }

    /// <param name="Unit">One that is not closed.</param>
    /// <param name="Entries">First to be rung first.</param>
    /// <param name="Gaps">When nobody is on duty; empty where there is no entry at all.</param>
    public sealed record Roster(Unit Unit, IReadOnlyList<RosterEntry> Entries, IReadOnlyList<RosterGap> Gaps);

    /// <param name="Rows">At most <see cref="Size"/>.</param>
    /// <param name="Total">How many fit.</param>
    /// <param name="WithGaps">Units of the city that have a roster with gaps.</param>
    /// <param name="Without">Units of the city without a roster.</param>
    public sealed record View(IReadOnlyList<Roster> Rows, int Total, int WithGaps, int Without);

    public Task<Outcome<View>> Run(Filter filter, Actor by, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return Task.FromResult<Outcome<View>>(new NotAllowed());
        var city = registry.Current;
        var entries = city.Rosters.OrderBy(r => r.Order).ThenBy(r => r.From).ToLookup(r => r.Unit);
        var units = city.Units.All.Where(u => !u.IsClosed()).Select(u => Of(u, [.. entries[u.Code]])).ToList();

        var words = filter.Search?.Trim() ?? "";
        var fitting = units
            .Where(r => Fits(r, filter.Show) && (words.Length == 0 || Holds(r, words)))
            .OrderBy(r => r.Unit.Kind)
            .ThenBy(r => r.Unit.Code, StringComparer.Ordinal)
            .ToList();
        var rows = fitting.Skip(Math.Max(0, filter.Skip)).Take(Size).ToList();
        return Task.FromResult<Outcome<View>>(
            new View(rows, fitting.Count, units.Count(r => r.Gaps.Count > 0), units.Count(r => r.Entries.Count == 0))
        );
    }

    private static Roster Of(Unit unit, List<RosterEntry> entries) => new(unit, entries, entries.Count == 0 ? [] : RosterGap.Of(entries));

    private static bool Fits(Roster roster, Show show) =>
        show switch
        {
            Show.Gaps => roster.Gaps.Count > 0,
            Show.None => roster.Entries.Count == 0,
            _ => roster.Entries.Count > 0,
        };

    private static bool Holds(Roster roster, string words) =>
        new[] { roster.Unit.Name, roster.Unit.Code }
            .Concat(roster.Entries.SelectMany(e => new[] { e.Post, e.Phone ?? "" }))
            .Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
