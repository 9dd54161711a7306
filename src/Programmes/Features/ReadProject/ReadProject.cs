using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Themes;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>查看项目, with what the reader may do about it.</summary>
public sealed class ReadProject(ProgrammesDb db, ProjectDoor door, ScoreReader scores, IThemeTitles themes, IFileStore files)
{
    /// <summary>So many answers are shown in words, the newest.</summary>
    public const int Answers = 200;

    /// <param name="Scored">The project with its score.</param>
    /// <param name="History">Oldest first.</param>
    /// <param name="Idea">The proposal from which it came.</param>
    /// <param name="Theme">The theme from which it came.</param>
    /// <param name="Next">The project that goes on with it.</param>
    /// <param name="Said">What people wrote, newest first, without who; for supervisors and leaders alone.</param>
    /// <param name="Drawn">Numbers of milestones that this month's draw takes.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(
        ScoredProject Scored,
        IReadOnlyList<ProjectStep> History,
        Proposal? Idea,
        ThemeTitle? Theme,
        Project? Next,
        IReadOnlyList<string> Said,
        IReadOnlySet<int> Drawn,
        DateOnly Today
    )
    {
        public Project Project => Scored.Project;
    }

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ProgrammeAccess.Readers))
            return new NotAllowed();
        if (!(await door.Load(id, null, ct)).Ok(out var project, out var refusal))
            return refusal;
        var said = by.IsAny(Role.Supervisor, Role.Leader)
            ? await db
                .Answers.AsNoTracking()
                .Where(a => a.ProjectId == id && a.Text != "")
                .OrderByDescending(a => a.At)
                .Take(Answers)
                .Select(a => a.Text)
                .ToListAsync(ct)
            : [];
        var drawn = by.Is(Role.Supervisor) ? await Drawn(project, ct) : [];
        return new View(
            (await scores.Of([project], ct))[0],
            await db.Steps.AsNoTracking().Where(s => s.ProjectId == id).OrderBy(s => s.Seq).ToListAsync(ct),
            project.Proposal is { } idea ? await db.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == idea, ct) : null,
            project.Theme is { } theme ? await themes.Find(theme, ct) : null,
            await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.GoesOn == id, ct),
            said,
            drawn,
            door.Today
        );
    }

    /// <summary>A photo or document that a unit brought forward for a milestone.</summary>
    public async Task<Outcome<Stream>> File(Guid id, string file, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ProgrammeAccess.Readers))
            return new NotAllowed();
        if (!(await door.Load(id, null, ct)).Ok(out var project, out var refusal))
            return refusal;
        var held = project.Milestones.Any(m => m.FileList.Contains(file));
        return held && await files.Open(file, ct) is { } stream ? stream : new NotFound();
    }

    private async Task<HashSet<int>> Drawn(Project project, CancellationToken ct)
    {
        var accepted = await SpotList.Accepted(db, ct);
        var drawn = SpotDraw.Of(
            door.Today,
            [.. accepted.Where(a => a.Project.Programme == project.Programme).Select(a => a.Milestone.Id)],
            door.City.ProgrammeOf(project.Programme).SpotCheckPercent
        );
        return [.. project.Milestones.Where(m => drawn.Contains(m.Id)).Select(m => m.Number)];
    }
}
