using Microsoft.EntityFrameworkCore;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>票决结果: what a vote came to, for everybody, with all that is needed to count again.</summary>
public sealed class ShowVote(ProgrammesDb db)
{
    /// <param name="Vote">The vote.</param>
    /// <param name="Count">What it came to.</param>
    /// <param name="Candidates">In the order of the ballot.</param>
    public sealed record Result(ProjectVote Vote, VoteCount Count, IReadOnlyList<Proposal> Candidates);

    public async Task<Outcome<Result>> Run(Guid id, CancellationToken ct)
    {
        if (await db.Votes.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, ct) is not { } vote)
            return new NotFound();
        var ids = vote.CandidateIds;
        var found = await db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return new Result(vote, vote.Count(), [.. ids.Select(i => found[i])]);
    }
}
