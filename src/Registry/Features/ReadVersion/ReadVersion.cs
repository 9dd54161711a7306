using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>读一个版本: who made it, why, and what differs from another.</summary>
public sealed class ReadVersion(RegistryDb db)
{
    public sealed record Query
    {
        public required int Version { get; init; }

        /// <summary>What it is compared with; the version before where null.</summary>
        public int? With { get; init; }
    }

    public sealed record View(RegistryVersion Version, int With, int Newest, IReadOnlyList<EntryDifference> Differences);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.Version == query.Version, ct) is not { } version)
            return new NotFound();
        var with = query.With ?? query.Version - 1;
        var newest = await db.Versions.MaxAsync(v => v.Version, ct);
        // Of the first version everything is new, which nobody reads.
        var differences = with < 1 ? [] : await Between(with, query.Version, ct);
        return new View(version, with, newest, differences);
    }

    /// <summary>Every version that changed one entry, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<Step>>> History(EntryKind kind, string code, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        return await Steps(db.Entries.Where(e => e.Kind == kind && e.Code == code), ct);
    }

    /// <summary>The same for all entries whose code begins so, such as the roster of a unit.</summary>
    public async Task<Outcome<IReadOnlyList<Step>>> HistoryUnder(EntryKind kind, string prefix, Actor by, CancellationToken ct) =>
        by.IsAny(Role.SystemAdmin, Role.AuditAdmin)
            ? await Steps(db.Entries.Where(e => e.Kind == kind && e.Code.StartsWith(prefix)), ct)
            : new NotAllowed();

    public sealed record Step(RegistryVersion Version, EntryDifference Difference);

    private async Task<List<Step>> Steps(IQueryable<RegistryEntry> rows, CancellationToken ct)
    {
        var entries = await rows.AsNoTracking().OrderBy(e => e.FromVersion).ToListAsync(ct);
        var numbers = entries.Select(e => e.FromVersion).Concat(entries.Select(e => e.ToVersion).OfType<int>()).ToHashSet();
        var versions = await db.Versions.AsNoTracking().Where(v => numbers.Contains(v.Version)).ToDictionaryAsync(v => v.Version, ct);
        var steps = new List<Step>();
        foreach (var entry in entries.GroupBy(e => (e.Kind, e.Code)))
        {
            string? before = null;
            foreach (var number in entry.SelectMany(e => new[] { e.FromVersion, e.ToVersion ?? 0 }).Where(v => v > 0).Distinct().Order())
            {
                var after = entry.SingleOrDefault(e => e.FromVersion == number)?.Payload;
                steps.Add(new Step(versions[number], EntryDifference.Of(new EntryChange(entry.Key.Kind, entry.Key.Code, after), before)));
                before = after;
            }
        }
        return [.. steps.OrderByDescending(s => s.Version.Version)];
    }

    private async Task<List<EntryDifference>> Between(int from, int to, CancellationToken ct)
    {
        var (before, after) = (await EntryStore.Read(db, from, ct), await EntryStore.Read(db, to, ct));
        return EntryDifference.Of(PackEntries.Between(before, after), before);
    }
}
