using Microsoft.EntityFrameworkCore;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>大家的建议: every idea that was looked at, with what became of it and why; whose it was is told to nobody.</summary>
public sealed class ShowIdeas(ProgrammesDb db)
{
    public const int Most = 300;

    /// <param name="Idea">The proposal.</param>
    /// <param name="Project">The project that came of it, or of the one that it was merged into.</param>
    /// <param name="Into">The proposal that it was merged into.</param>
    public sealed record Row(Proposal Idea, Guid? Project, Proposal? Into);

    /// <param name="Rows">Newest first, at most <see cref="Most"/>.</param>
    /// <param name="Own">What the reader proposed themselves, also before anybody looked.</param>
    /// <param name="Votes">Votes that were counted, newest first.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<Row> Own, IReadOnlyList<ProjectVote> Votes);

    public async Task<Outcome<View>> Run(Actor by, CancellationToken ct)
    {
        var shown = await db
            .Proposals.AsNoTracking()
            .Where(p => p.State != ProposalState.Received)
            .OrderByDescending(p => p.Id)
            .Take(Most)
            .ToListAsync(ct);
        var own =
            by.Is(Role.Resident) && by.Id != Guid.Empty
                ? await db.Proposals.AsNoTracking().Where(p => p.PersonId == by.Id).OrderByDescending(p => p.Id).Take(Most).ToListAsync(ct)
                : [];
        var into = shown.Concat(own).Select(p => p.MergedInto).OfType<Guid>().ToHashSet();
        var targets = await db.Proposals.AsNoTracking().Where(p => into.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var ids = shown.Concat(own).Select(p => p.Id).Concat(into).ToHashSet();
        var projects = await db
            .Projects.AsNoTracking()
            .Where(p => p.Proposal != null && p.GoesOn == null && ids.Contains(p.Proposal.Value))
            .ToDictionaryAsync(p => p.Proposal!.Value, p => p.Id, ct);
        return new View(
            [.. shown.Select(Make)],
            [.. own.Select(Make)],
            await db.Votes.AsNoTracking().OrderByDescending(v => v.Id).ToListAsync(ct)
        );

        Row Make(Proposal idea)
        {
            var target = idea.MergedInto is { } id ? targets.GetValueOrDefault(id) : null;
            return new Row(idea, projects.TryGetValue((target ?? idea).Id, out var project) ? project : null, target);
        }
    }
}
