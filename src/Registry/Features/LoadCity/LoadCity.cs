using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>Takes over a pack as the next version, all or nothing. A pack that says nothing new makes no version.</summary>
public sealed class LoadCity(RegistryDb db, CityRegistry registry, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Folder of the pack.</summary>
        public required string Path { get; init; }
    }

    public async Task<Outcome<LoadSummary>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();

        var reading = PackReader.Read(command.Path);
        if (reading.Pack is not { } pack)
            return new PackIsBroken(reading.Problems, reading.Cut);
        var entries = PackEntries.Of(pack);
        var hash = PackEntries.Hash(entries);

        var summary = await db.Write(() => Replace(entries, hash, by, ct), ct);
        await registry.Refresh(ct);
        return summary;
    }

    private async Task<LoadSummary> Replace(SortedDictionary<EntryKey, string> entries, string hash, Actor by, CancellationToken ct)
    {
        var newest = await db.Versions.OrderByDescending(v => v.Version).FirstOrDefaultAsync(ct);
        if (newest?.PackHash == hash)
            return new LoadSummary { Version = newest.Version, Changed = false };

        var held = newest is null ? [] : await EntryStore.Read(db, newest.Version, ct);
        var ended = held.Where(e => !entries.TryGetValue(e.Key, out var payload) || payload != e.Value).Select(e => e.Key).ToList();
        var begun = entries.Where(e => !held.TryGetValue(e.Key, out var payload) || payload != e.Value).ToList();
        var summary = new LoadSummary
        {
            Version = (newest?.Version ?? 0) + 1,
            Changed = true,
            Kinds = Count(held, entries, begun),
        };

        await EntryStore.Close(db, summary.Version, ended, ct);
        await EntryStore.Append(db, summary.Version, begun, ct);
        db.Versions.Add(
            new RegistryVersion
            {
                Version = summary.Version,
                LoadedAt = time.GetUtcNow(),
                LoadedBy = by.Name,
                PackHash = hash,
                Summary = summary.ToString(),
            }
        );
        await db.SaveChangesAsync(ct);
        return summary;
    }

    private static List<KindCount> Count(
        Dictionary<EntryKey, string> held,
        SortedDictionary<EntryKey, string> entries,
        List<KeyValuePair<EntryKey, string>> begun
    ) =>
        [
            .. from kind in Enum.GetValues<EntryKind>()
            let changed = begun.Count(e => e.Key.Kind == kind && held.ContainsKey(e.Key))
            let added = begun.Count(e => e.Key.Kind == kind) - changed
            let removed = held.Keys.Count(k => k.Kind == kind && !entries.ContainsKey(k))
            where added + changed + removed > 0
            select new KindCount(kind, added, changed, removed),
        ];
}
