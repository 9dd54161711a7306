using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>The way to an exclusion and back into the database, with the score that follows from it.</summary>
public sealed class ExclusionDoor(ScoresDb db, CallbackDesk desk, ICityRegistry registry, TimeProvider time) : IFilesInUse
{
    public CitySnapshot City => registry.Current;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What the actor may read of.</summary>
    public async Task<Outcome<Exclusion>> Open(Guid id, Actor by, CancellationToken ct) =>
        await db.Exclusions.FirstOrDefaultAsync(e => e.Id == id, ct) is { } exclusion && MayRead(by, exclusion.Unit)
            ? exclusion
            : new NotFound();

    public bool MayRead(Actor by, string unit) =>
        by.IsAny(Role.Reviewer, Role.Supervisor) || (City.Units.Find(unit) is { } known && ScoreAccess.MayRead(by, known, City));

    /// <summary>Saves a step; where it decides, the score follows in the same transaction.</summary>
    public async Task<Outcome<Done>> Save(Exclusion exclusion, CancellationToken ct)
    {
        try
        {
            return await db.Write(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    if (exclusion.State is ExclusionState.Granted)
                    {
                        await desk.Settle(exclusion.RequestId, ct);
                        await db.SaveChangesAsync(ct);
                    }
                    return new Done();
                },
                ct
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ExclusionMoved(exclusion.State);
        }
    }

    public async Task<IReadOnlySet<string>> Files(CancellationToken ct)
    {
        var held = await db.Exclusions.Where(e => e.Files != "").Select(e => e.Files).ToListAsync(ct);
        return held.SelectMany(f => f.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
    }
}
