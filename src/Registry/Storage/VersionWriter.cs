using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Features;
using Suiying.Registry.Model;

namespace Suiying.Registry.Storage;

/// <summary>Who makes a version and why.</summary>
/// <param name="By">As history shows people.</param>
/// <param name="Reason">Null for a load from the command line.</param>
/// <param name="Base">The version that the entries were made from; null where they replace whatever there is.</param>
/// <param name="Proposal">The proposal that is carried out by it, or null.</param>
internal sealed record VersionNote(string By, string? Reason, int? Base = null, Guid? Proposal = null);

/// <summary>The one place where a version comes to be: what ended, what began, who did it.</summary>
public sealed class VersionWriter(RegistryDb db, CityRegistry registry, TimeProvider time)
{
    internal async Task<Outcome<LoadSummary>> Write(SortedDictionary<EntryKey, string> entries, VersionNote note, CancellationToken ct)
    {
        Outcome<LoadSummary> outcome;
        try
        {
            outcome = await db.Write(() => Replace(entries, note, ct), ct);
        }
        catch (DbUpdateException)
        {
            // Another process made this version in the same moment.
            return new CityChanged();
        }
        await registry.Refresh(ct);
        return outcome;
    }

    private async Task<Outcome<LoadSummary>> Replace(SortedDictionary<EntryKey, string> entries, VersionNote note, CancellationToken ct)
    {
        var newest = await db.Versions.AsNoTracking().OrderByDescending(v => v.Version).FirstOrDefaultAsync(ct);
        if (note.Base is { } seen && seen != newest?.Version)
            return new CityChanged();
        var hash = PackEntries.Hash(entries);
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
        if (note.Proposal is { } proposal && !await Take(proposal, summary.Version, ct))
            return new ProposalDecided();

        await EntryStore.Close(db, summary.Version, ended, ct);
        await EntryStore.Append(db, summary.Version, begun, ct);
        db.Versions.Add(
            new RegistryVersion
            {
                Version = summary.Version,
                LoadedAt = time.GetUtcNow(),
                LoadedBy = note.By,
                PackHash = hash,
                Summary = summary.ToString(),
                Reason = note.Reason,
            }
        );
        await db.SaveChangesAsync(ct);
        return summary;
    }

    /// <summary>False where somebody else, or another process, decided on it before.</summary>
    private async Task<bool> Take(Guid proposal, int version, CancellationToken ct) =>
        await db
            .Proposals.Where(p => p.Id == proposal && (p.State == ProposalState.Draft || p.State == ProposalState.Planned))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProposalState.Done).SetProperty(p => p.Version, version), ct) == 1;

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
