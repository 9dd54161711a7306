using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>票决: a supervisor enters the ballots of a meeting; what they come to is published with the rule and a file to count again.</summary>
public sealed class CountVote(ProgrammesDb db, ProjectDoor door)
{
    public sealed record Command
    {
        public required string Programme { get; init; }

        public required int Year { get; init; }

        public required int? Deputies { get; init; }

        public required int? Seats { get; init; }

        /// <summary>A line for each ballot.</summary>
        public required string Ballots { get; init; }
    }

    /// <param name="Programme">Which.</param>
    /// <param name="Year">Of which year.</param>
    /// <param name="Round">The round that would come next.</param>
    /// <param name="Candidates">Who stands in it, in the order of the ballot: the feasible, or who tied.</param>
    public sealed record Poll(ProgrammeScheme Programme, int Year, int Round, IReadOnlyList<Proposal> Candidates);

    /// <summary>Programmes and years whose candidates wait to be voted on.</summary>
    public async Task<IReadOnlyList<Poll>> Open(CancellationToken ct)
    {
        var voted = door.City.Programmes.Where(p => p.Choice is ProgrammeChoice.Vote).Select(p => p.Code).ToList();
        var waiting = await db
            .Proposals.Where(p => p.State == ProposalState.Feasible && voted.Contains(p.Programme))
            .Select(p => new { p.Programme, p.Year })
            .Distinct()
            .ToListAsync(ct);
        var polls = new List<Poll>();
        foreach (var each in waiting.OrderBy(w => w.Year))
            polls.Add(await PollOf(each.Programme, each.Year, ct));
        return [.. polls.Where(p => p.Candidates.Count > 1)];
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        var poll = await PollOf(command.Programme, command.Year, ct);
        if (
            !ProjectVote
                .Hold(
                    poll.Programme,
                    poll.Year,
                    poll.Round,
                    (command.Deputies, command.Seats, command.Ballots),
                    poll.Candidates,
                    by,
                    door.Now
                )
                .Ok(out var vote, out var refusal)
        )
            return refusal;
        db.Votes.Add(vote);
        return (await door.Save(ct)).Ok(out _, out refusal) ? vote.Id : refusal;
    }

    private async Task<Poll> PollOf(string programme, int year, CancellationToken ct)
    {
        var votes = await db.Votes.Where(v => v.Programme == programme && v.Year == year).OrderBy(v => v.Round).ToListAsync(ct);
        // After a tie only those who tied stand again.
        var last = votes.LastOrDefault();
        var tied = last?.Count().Tied.Select(c => last.CandidateIds[c - 1]).ToList() ?? [];
        var candidates = await db
            .Proposals.Where(p => p.Programme == programme && p.Year == year && p.State == ProposalState.Feasible)
            .Where(p => last == null || tied.Contains(p.Id))
            .OrderBy(p => p.Id)
            .ToListAsync(ct);
        return new Poll(door.City.ProgrammeOf(programme), year, votes.Count + 1, candidates);
    }
}
