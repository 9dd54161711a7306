using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Model;

namespace Suiying.Registry.Storage;

/// <summary>Finds what somebody else did to an entry after who changes it now saw it.</summary>
internal static class Meanwhile
{
    private const int CodesPerQuery = 200;

    /// <summary>The first such entry; null where all are as they were seen, or already as they shall be.</summary>
    public static async Task<EntryChanged?> Find(RegistryDb db, IReadOnlyCollection<EntryChange> changes, CancellationToken ct)
    {
        foreach (var alike in changes.Where(c => c.Seen is not null).GroupBy(c => (c.Kind, Seen: c.Seen!.Value)))
        {
            foreach (var part in alike.Chunk(CodesPerQuery))
            {
                var (kind, seen) = alike.Key;
                var codes = part.Select(c => c.Code).ToList();
                var later = await db
                    .Entries.AsNoTracking()
                    .Where(e => e.Kind == kind && codes.Contains(e.Code) && (e.FromVersion > seen || e.ToVersion > seen))
                    .ToListAsync(ct);
                foreach (var change in part)
                {
                    var rows = later.Where(e => e.Code == change.Code).ToList();
                    if (rows.Count > 0 && rows.SingleOrDefault(e => e.ToVersion is null)?.Payload != change.Payload)
                        return await Tell(db, change, rows, ct);
                }
            }
        }
        return null;
    }

    private static async Task<EntryChanged> Tell(RegistryDb db, EntryChange change, List<RegistryEntry> rows, CancellationToken ct)
    {
        var number = rows.Max(e => Math.Max(e.FromVersion, e.ToVersion ?? 0));
        var version = await db.Versions.AsNoTracking().SingleAsync(v => v.Version == number, ct);
        var before = rows.SingleOrDefault(e => e.FromVersion <= change.Seen)?.Payload;
        var now = rows.SingleOrDefault(e => e.ToVersion is null)?.Payload;
        var difference = EntryDifference.Of(change with { Payload = now }, before);
        return new EntryChanged(change.Kind, NameIn(before ?? now) ?? change.Code, version, difference);
    }

    private static string? NameIn(string? payload)
    {
        if (payload is null)
            return null;
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty("name", out var name) ? name.GetString() : null;
    }
}
