using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Model;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>定拟议变更: accepts a draft with a reason, at once or for a day, or gives up a draft or a plan.</summary>
public sealed class DecideProposal(RegistryDb db, CityEdits edits)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>Null gives it up.</summary>
        public required ChangeReason? Accept { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        if (await db.Proposals.SingleOrDefaultAsync(p => p.Id == command.Id, ct) is not { } proposal)
            return new NotFound();
        if (proposal.State is not (ProposalState.Draft or ProposalState.Planned))
            return new ProposalDecided();
        if (command.Accept is { } reason)
            return await edits.Accept(proposal, reason, ct);

        proposal.State = ProposalState.Discarded;
        await db.SaveChangesAsync(ct);
        return new ChangeReceipt(null, null);
    }

    /// <summary>A proposal and what it would change today.</summary>
    public async Task<Outcome<View>> Look(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        if (await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            return new NotFound();
        var newest = await db.Versions.MaxAsync(v => (int?)v.Version, ct) ?? 0;
        // What was done is compared with what it was done to.
        var held = await EntryStore.Read(db, proposal.Version is { } version ? version - 1 : newest, ct);
        return new View(proposal, EntryDifference.Of(EntryChange.Read(proposal.Changes), held));
    }

    public sealed record View(CityProposal Proposal, IReadOnlyList<EntryDifference> Differences);
}
