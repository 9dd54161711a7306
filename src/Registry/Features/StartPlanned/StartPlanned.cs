using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>让到期的变更生效: each plan whose day has come becomes a version; one that no longer fits is marked, and nothing changes.</summary>
public sealed class StartPlanned(RegistryDb db, CityEdits edits)
{
    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (!await db.Proposals.AnyAsync(p => p.State == ProposalState.Planned, ct))
            return new Done();
        var today = await edits.Today(ct);
        var due = await db
            .Proposals.AsNoTracking()
            .Where(p => p.State == ProposalState.Planned && p.On <= today)
            .OrderBy(p => p.On)
            .ThenBy(p => p.Id)
            .ToListAsync(ct);
        foreach (var plan in due)
        {
            var outcome = await edits.Write(EntryChange.Read(plan.Changes), plan.ByName, plan.Reason, plan.Id, ct);
            // Where the city changed in the same moment, the next look tries again.
            if (outcome.Refusal is { } refusal and not Model.CityChanged and not Model.ProposalDecided)
                await db
                    .Proposals.Where(p => p.Id == plan.Id && p.State == ProposalState.Planned)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(p => p.State, ProposalState.Failed).SetProperty(p => p.Problem, refusal.Text.ToString()),
                        ct
                    );
        }
        return new Done();
    }
}
