using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Themes;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>一件实事的公开页: who answers for it, what is promised, what is done, what it cost, and what people say.</summary>
public sealed class ShowProject(ProgrammesDb db, ProjectDoor door, ScoreReader scores, IThemeTitles themes)
{
    /// <param name="Scored">The project with its score.</param>
    /// <param name="Idea">The proposal from which it came.</param>
    /// <param name="Theme">The theme from which it came; null also where that is not public.</param>
    /// <param name="Next">The project that goes on with it.</param>
    /// <param name="Own">What the reader said already; null where they said nothing.</param>
    /// <param name="Dates">When each public step was taken, oldest first.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(
        ScoredProject Scored,
        Proposal? Idea,
        ThemeTitle? Theme,
        Project? Next,
        ProjectAnswer? Own,
        IReadOnlyList<ProjectStep> Dates,
        DateOnly Today
    )
    {
        public Project Project => Scored.Project;
    }

    /// <summary>Steps that people are told of; who took them they are not.</summary>
    private static readonly ProjectAction[] Told =
    [
        ProjectAction.Decide,
        ProjectAction.Approve,
        ProjectAction.Accept,
        ProjectAction.Inspect,
        ProjectAction.Evaluate,
        ProjectAction.Close,
        ProjectAction.CarryOver,
    ];

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!(await door.Load(id, null, ct)).Ok(out var project, out var refusal))
            return refusal;
        var own =
            by.Is(Role.Resident) && by.Id != Guid.Empty
                ? await db.Answers.AsNoTracking().FirstOrDefaultAsync(a => a.ProjectId == id && a.PersonId == by.Id, ct)
                : null;
        var theme = project.Theme is { } from ? await themes.Find(from, ct) : null;
        return new View(
            (await scores.Of([project], ct))[0],
            project.Proposal is { } idea ? await db.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == idea, ct) : null,
            theme is { IsPublic: true } ? theme : null,
            await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.GoesOn == id, ct),
            own,
            await db.Steps.AsNoTracking().Where(s => s.ProjectId == id && Told.Contains(s.Action)).OrderBy(s => s.Seq).ToListAsync(ct),
            door.Today
        );
    }
}
