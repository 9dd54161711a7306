using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Themes;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>初筛: a supervisor looks at an idea and says what becomes of it.</summary>
public sealed class ReviewProposal(ProgrammesDb db, ProjectDoor door, IThemeTitles themes)
{
    /// <param name="Idea">The proposal.</param>
    /// <param name="Others">What it may be merged into.</param>
    /// <param name="Project">The project that came of it.</param>
    /// <param name="Theme">The theme from which it came.</param>
    /// <param name="Into">The proposal that it was merged into.</param>
    public sealed record View(Proposal Idea, IReadOnlyList<Proposal> Others, Project? Project, ThemeTitle? Theme, Proposal? Into);

    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required int? Revision { get; init; }

        /// <summary>Feasible, Rejected or Merged.</summary>
        public required ProposalState? To { get; init; }

        public Screening? Screening { get; init; }

        public string Reason { get; init; } = "";

        public Guid? Into { get; init; }
    }

    public async Task<Outcome<View>> Read(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ProgrammeAccess.Readers))
            return new NotAllowed();
        if (!(await door.LoadProposal(id, null, ct)).Ok(out var idea, out var refusal))
            return refusal;
        if (!by.IsAny(Role.Supervisor, Role.Leader) && idea is { State: ProposalState.Received, Source: ProposalSource.Residents })
            return new NotFound();
        var others = by.Is(Role.Supervisor)
            ? await db
                .Proposals.AsNoTracking()
                .Where(p => p.Id != id && p.Programme == idea.Programme && p.Year == idea.Year)
                .Where(p => p.State != ProposalState.Merged && p.State != ProposalState.Rejected)
                .OrderBy(p => p.Id)
                .Take(ListProposals.Most)
                .ToListAsync(ct)
            : [];
        return new View(
            idea,
            others,
            await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Proposal == id && p.GoesOn == null, ct),
            idea.Theme is { } theme ? await themes.Find(theme, ct) : null,
            idea.MergedInto is { } into ? await db.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == into, ct) : null
        );
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.LoadProposal(command.Id, command.Revision, ct)).Ok(out var idea, out var refusal))
            return refusal;
        refusal = command.To switch
        {
            ProposalState.Feasible when command.Screening is { } found => idea.Screen(found, by, door.Now),
            ProposalState.Rejected => idea.Reject(command.Reason, by, door.Now),
            ProposalState.Merged => await Merge(idea, command.Into, by, ct),
            _ => Refusal.Invalid(new FieldProblem("to", "请选择可行、不采纳或并入。")),
        };
        return refusal ?? await door.Save(ct);
    }

    private async Task<Refusal?> Merge(Proposal idea, Guid? into, Actor by, CancellationToken ct)
    {
        var target = into is { } id ? await db.Proposals.FirstOrDefaultAsync(p => p.Id == id, ct) : null;
        return target is null
            ? Refusal.Invalid(new FieldProblem("into", "请选择另一条没有并入别处、也没有不采纳的建议。"))
            : idea.Merge(target, by, door.Now);
    }
}
