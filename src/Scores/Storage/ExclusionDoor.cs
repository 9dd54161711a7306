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

    /// <summary>Codes of the units of whose exclusions the actor reads; null for all.</summary>
    public IReadOnlyList<string>? Readable(Actor by) =>
        ReadsAll(by) ? null : [.. City.Units.All.Where(unit => ScoreAccess.MayRead(by, unit, City)).Select(unit => unit.Code)];

    private bool MayRead(Actor by, string unit) =>
        ReadsAll(by) || (City.Units.Find(unit) is { } known && ScoreAccess.MayRead(by, known, City));

    private static bool ReadsAll(Actor by) => by.IsAny(Role.Reviewer, Role.Supervisor);

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
