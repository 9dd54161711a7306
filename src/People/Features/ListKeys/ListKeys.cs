using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>密封密钥一览: which keys there are, how much hangs on each, and the rotations. Nothing of a key but its id leaves the key ring.</summary>
public sealed class ListKeys(PeopleDb db, KeyRing ring)
{
    private const int Rotations = 50;

    /// <param name="Id">Name of the key, as its file has it.</param>
    /// <param name="MadeAt">When it was made.</param>
    /// <param name="InForce">What is sealed from now on is sealed with it.</param>
    /// <param name="Missing">Records name it, and its file is gone: they cannot be read.</param>
    /// <param name="Records">How many records need it.</param>
    public sealed record Line(string Id, DateTimeOffset? MadeAt, bool InForce, bool Missing, int Records);

    public sealed record View
    {
        /// <summary>Keys that seal, newest first.</summary>
        public required IReadOnlyList<Line> Seal { get; init; }

        /// <summary>Keys by which phones are found, newest first.</summary>
        public required IReadOnlyList<Line> Index { get; init; }

        /// <summary>Sealed identities.</summary>
        public required int Identities { get; init; }

        /// <summary>Those that are not under the keys in force.</summary>
        public required int Remaining { get; init; }

        /// <summary>Newest first; the first is under way where it has no end.</summary>
        public required IReadOnlyList<KeyRotation> Rotations { get; init; }

        public KeyRotation? UnderWay => Rotations.FirstOrDefault(r => r.FinishedAt is null);
    }

    public async Task<Outcome<View>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SecurityAdmin, Role.AuditAdmin, Role.System))
            return new NotAllowed();
        var keys = ring.Keys;
        var counts = await db
            .Persons.Where(p => p.ErasedAt == null)
            .GroupBy(p => new { p.KeyId, p.IndexKeyId })
            .Select(g => new
            {
                g.Key.KeyId,
                g.Key.IndexKeyId,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var (seal, index) = (keys.Seal[0].Id, keys.Index[0].Id);
        return new View
        {
            Seal = Lines(keys.Seal, counts.Select(c => (c.KeyId, c.Count))),
            Index = Lines(keys.Index, counts.Where(c => c.IndexKeyId is not null).Select(c => (c.IndexKeyId!, c.Count))),
            Identities = counts.Sum(c => c.Count),
            Remaining = counts.Where(c => c.KeyId != seal || (c.IndexKeyId is not null && c.IndexKeyId != index)).Sum(c => c.Count),
            Rotations = await db.KeyRotations.AsNoTracking().OrderByDescending(r => r.Id).Take(Rotations).ToListAsync(ct),
        };
    }

    private static List<Line> Lines(IReadOnlyList<SealingKey> keys, IEnumerable<(string Id, int Count)> counts)
    {
        var records = counts.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var there = keys.Select((k, i) => new Line(k.Id, k.MadeAt, i == 0, false, records.GetValueOrDefault(k.Id)));
        var gone = records.Keys.Except(keys.Select(k => k.Id)).Select(id => new Line(id, SealingKey.DateOf(id), false, true, records[id]));
        return [.. there, .. gone];
    }
}
