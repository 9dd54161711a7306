using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>
/// 跟学: brings this process's models up to the newest decisions, so that a correction counts within seconds. Each decision is asked about
/// first: how far proposals and decisions drift apart is counted once, by whichever process comes first.
/// </summary>
public sealed class FollowDecisions(
    UnderstandingDb db,
    IMatterDecisions decisions,
    ICityRegistry registry,
    ModelFiles files,
    ModelsInUse held
)
{
    private const int Page = 500;

    /// <summary>At most so many pages at once; what is left is for the next turn.</summary>
    private const int Pages = 20;

    public async Task<Outcome<int>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var learnt = 0;
        foreach (var kind in Enum.GetValues<ModelKind>())
        {
            if (await Hold(kind, ct) is { } row)
                learnt += await Follow(row, ct);
        }
        return learnt;
    }

    private async Task<LearntModel?> Hold(ModelKind kind, CancellationToken ct)
    {
        var row = await db.Models.FirstOrDefaultAsync(m => m.Kind == kind && m.State == ModelState.InUse, ct);
        if (row is null)
        {
            held.Drop(kind);
            return null;
        }
        if (held.Holds(kind)?.Id == row.Id || await files.Hold(row, ct))
            return row;
        held.Drop(kind);
        return null;
    }

    private async Task<int> Follow(LearntModel row, CancellationToken ct)
    {
        var learnt = 0;
        for (var page = 0; page < Pages && held.Holds(row.Kind) is { } mark; page++)
        {
            var next = await decisions.After(mark.Learnt, Page, ct);
            var city = registry.Current;
            var judged = next.Select(decision => (decision.Position, Judged: held.Learn(row.Kind, city, decision))).ToList();
            await Count(row, [.. judged.Where(j => j.Position > row.CountedTo).Select(j => j.Judged).OfType<Judgement>()], next, ct);
            learnt += next.Count;
            if (next.Count < Page)
                break;
        }
        return learnt;
    }

    private async Task Count(LearntModel row, List<Judgement> judged, IReadOnlyList<MatterDecision> next, CancellationToken ct)
    {
        if (next.Count == 0 || next[^1].Position <= row.CountedTo)
            return;
        foreach (var day in judged.GroupBy(j => j.Day))
        {
            var count =
                await db.Days.FindAsync([row.Id, day.Key], ct) ?? db.Days.Add(new ModelDay { ModelId = row.Id, Day = day.Key }).Entity;
            foreach (var judgement in day)
                count.Add(judgement);
        }
        foreach (var pair in judged.Where(j => j.Rank != 0).GroupBy(j => (j.Decided, j.Proposed)))
        {
            var (decided, proposed) = pair.Key;
            var mistake =
                await db.Mistakes.FindAsync([row.Id, decided, proposed], ct)
                ?? db.Mistakes.Add(
                    new ModelMistake
                    {
                        ModelId = row.Id,
                        Decided = decided,
                        Proposed = proposed,
                    }
                ).Entity;
            mistake.Count += pair.Count();
        }
        var counted = row.CountedTo;
        row.Counted(next[^1].Position);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another process counted the same decisions, or the model was replaced: what is learnt is learnt, and nothing counts twice.
            db.ChangeTracker.Clear();
            db.Attach(row);
            await db.Entry(row).ReloadAsync(ct);
            if (row.CountedTo == counted && row.State is ModelState.InUse)
                throw;
        }
    }
}
