using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// Adds a sealing key and an index key and has every record sealed again with them, in batches, while the city goes on working. Stopped
/// half way it leaves everything readable; whoever continues, this process after a restart or another one, finishes it.
/// </summary>
public sealed class RotateKeys(PeopleDb db, KeyRing ring, TimeProvider time)
{
    private const int BatchSize = 200;

    // "keyrotat": two administrators who start at the same moment start one rotation.
    private const long Lock = 0x6b6579726f746174;

    /// <summary>Longer than a batch takes; after a crash another process goes on when it is over.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    public sealed record Command
    {
        /// <summary>False seals again what is not under the keys in force, without making keys.</summary>
        public bool AddKeys { get; init; } = true;

        /// <summary>Why, for who reads the rotations later.</summary>
        public string Reason { get; init; } = "";
    }

    /// <param name="Resealed">Records that were sealed again.</param>
    /// <param name="KeyId">The sealing key now in force.</param>
    public sealed record Result(int Resealed, string KeyId);

    /// <summary>From the first batch to the last, here and now; finishes a rotation that another process left.</summary>
    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if ((await Start(command, by, ct)).Refusal is { } refusal && (command.AddKeys || refusal is not RotationUnderWay))
            return refusal;
        var resealed = 0;
        await foreach (var count in Batches(ct))
            resealed += count;
        await Finish(ct);
        return new Result(resealed, ring.Keys.Seal[0].Id);
    }

    /// <summary>Makes the keys and leaves the rest to <see cref="Continue"/>: what is sealed from now on is under the new keys.</summary>
    public async Task<Outcome<Done>> Start(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SecurityAdmin, Role.System))
            return new NotAllowed();
        var reason = command.Reason.Trim();
        if ((reason.Length == 0 && !by.Is(Role.System)) || reason.Length > KeyRotation.LongestReason || reason.Any(char.IsControl))
            return Refusal.Invalid(new FieldProblem("reason", $"请写明为什么轮换，最多{KeyRotation.LongestReason}个字。"));
        return await db.Write<Outcome<Done>>(
            async () =>
            {
                await db.Alone(Lock, ct);
                if (await db.KeyRotations.AnyAsync(r => r.FinishedAt == null, ct))
                    return new RotationUnderWay();
                var keys = command.AddKeys ? ring.AddKeys() : ring.Keys;
                db.KeyRotations.Add(KeyRotation.Start(keys, reason, by, time.GetUtcNow()));
                await db.SaveChangesAsync(ct);
                return new Done();
            },
            ct
        );
    }

    /// <summary>Goes on with a rotation that is under way, unless another process does; for the timer. True where there was work.</summary>
    public async Task<bool> Continue(CancellationToken ct)
    {
        if (!await db.KeyRotations.AnyAsync(r => r.FinishedAt == null, ct) || !await Claim(free: true, "", ct))
            return false;
        try
        {
            await foreach (var count in Batches(ct))
                await Claim(free: false, "", ct, count);
            await Finish(ct);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            await Claim(free: false, problem.Message[..Math.Min(problem.Message.Length, KeyRotation.LongestProblem)], ct);
            throw;
        }
    }

    private Task<bool> Claim(bool free, string problem, CancellationToken ct, int resealed = 0)
    {
        var now = time.GetUtcNow();
        var mine = db.KeyRotations.Where(r => r.FinishedAt == null && (!free || r.WorkedUntil == null || r.WorkedUntil < now));
        return db.Write(
            async () =>
                await mine.ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(r => r.WorkedUntil, now + Held)
                            .SetProperty(r => r.Problem, problem)
                            .SetProperty(r => r.Resealed, r => r.Resealed + resealed),
                    ct
                ) > 0,
            ct
        );
    }

    private Task<int> Finish(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return db.Write(
            () =>
                db
                    .KeyRotations.Where(r => r.FinishedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.FinishedAt, now).SetProperty(r => r.Problem, ""), ct),
            ct
        );
    }

    /// <summary>
    /// Walks by id, so that what is done is not read again for each batch, and begins anew as long as a walk still found something: others
    /// may have sealed with the old keys meanwhile.
    /// </summary>
    private async IAsyncEnumerable<int> Batches([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var (last, found) = (Guid.Empty, false); ; )
        {
            var batch = await Batch(last, ct);
            if (batch.Count == 0 && !found)
                yield break;
            (last, found) = batch.Count == 0 ? (Guid.Empty, false) : (batch[^1], true);
            yield return batch.Count;
        }
    }

    private async Task<List<Guid>> Batch(Guid after, CancellationToken ct)
    {
        var keys = ring.Keys;
        var (seal, index) = (keys.Seal[0].Id, keys.Index[0].Id);
        var persons = await db
            .Persons.Where(p => p.Id.CompareTo(after) > 0)
            .Where(p => p.ErasedAt == null && (p.KeyId != seal || (p.IndexKeyId != null && p.IndexKeyId != index)))
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
            // One of them was completed or erased meanwhile; the next walk reads it anew.
        }
        db.ChangeTracker.Clear();
        return [.. persons.Select(p => p.Id)];
    }
}
