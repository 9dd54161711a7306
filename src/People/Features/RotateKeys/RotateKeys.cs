using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// Adds a sealing key and an index key and seals every record again with them, in batches, while the city goes on working. Stopped half
/// way it leaves everything readable; run again with <see cref="Command.AddKeys"/> false, it finishes.
/// </summary>
public sealed class RotateKeys(PeopleDb db, KeyRing ring)
{
    private const int BatchSize = 200;

    public sealed record Command
    {
        /// <summary>False finishes an earlier rotation without making keys.</summary>
        public bool AddKeys { get; init; } = true;
    }

    /// <param name="Resealed">Records that were sealed again.</param>
    /// <param name="KeyId">The sealing key now in force.</param>
    public sealed record Result(int Resealed, string KeyId);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SecurityAdmin, Role.System))
            return new NotAllowed();
        var keys = command.AddKeys ? ring.AddKeys() : ring.Keys;

        var resealed = 0;
        while (true)
        {
            var batch = await Batch(keys, ct);
            if (batch == 0)
                return new Result(resealed, keys.Seal[0].Id);
            resealed += batch;
        }
    }

    private async Task<int> Batch(KeySet keys, CancellationToken ct)
    {
        var (seal, index) = (keys.Seal[0].Id, keys.Index[0].Id);
        var persons = await db
            .Persons.Where(p => p.ErasedAt == null && (p.KeyId != seal || (p.IndexKeyId != null && p.IndexKeyId != index)))
            .OrderBy(p => p.Id)
            .Take(BatchSize)
            .ToListAsync(ct);
        foreach (var person in persons)
            person.Rotate(keys);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // One of them was completed or erased meanwhile; the next batch reads it anew.
        }
        db.ChangeTracker.Clear();
        return persons.Count;
    }
}
