using Microsoft.EntityFrameworkCore;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>项目建议库: all that was proposed; what waits to be screened first.</summary>
public sealed class ListProposals(ProgrammesDb db)
{
    public const int Most = 1000;

    public sealed record Query
    {
        public ProposalState? State { get; init; }

        public ProposalSource? Source { get; init; }
    }

    /// <param name="Rows">At most <see cref="Most"/>.</param>
    /// <param name="Counts">How many stand in each state, whatever is asked for.</param>
    /// <param name="More">There are more than are told.</param>
    public sealed record View(IReadOnlyList<Proposal> Rows, IReadOnlyDictionary<ProposalState, int> Counts, bool More);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ProgrammeAccess.Readers))
            return new NotAllowed();
        // What nobody has looked at is not everybody's: a unit sees its desk's and what is public.
        var seen = db.Proposals.AsNoTracking();
        if (!by.IsAny(Role.Supervisor, Role.Leader))
            seen = seen.Where(p => p.State != ProposalState.Received || p.Source != ProposalSource.Residents);
        var counts = await seen.GroupBy(p => p.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        var rows = await seen.Where(p => query.State == null || p.State == query.State)
            .Where(p => query.Source == null || p.Source == query.Source)
            .OrderBy(p => p.State != ProposalState.Received)
            .ThenByDescending(p => p.Year)
            .ThenByDescending(p => p.Id)
            .Take(Most + 1)
            .ToListAsync(ct);
        return new View([.. rows.Take(Most)], counts, rows.Count > Most);
    }
}
