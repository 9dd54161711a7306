using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>实事台账: the projects of a programme's year with score and colour; what lies behind first in the eye.</summary>
public sealed class ListProjects(ProgrammesDb db, ProjectDoor door, ScoreReader scores, DecideProject deciding)
{
    public sealed record Query
    {
        /// <summary>Code; null for the first of the city.</summary>
        public string? Programme { get; init; }

        /// <summary>Null for the running one.</summary>
        public int? Year { get; init; }
    }

    /// <param name="Scored">The project with its score.</param>
    /// <param name="Colour">How it lies beside its plan.</param>
    /// <param name="Total">Out of 100; null where nothing can be told.</param>
    /// <param name="Waits">Something waits for the reader.</param>
    public sealed record Row(ScoredProject Scored, ProjectColour Colour, decimal? Total, bool Waits)
    {
        public Project Project => Scored.Project;
    }

    /// <param name="Programme">Which.</param>
    /// <param name="Year">Of which year.</param>
    /// <param name="Years">That have a project or a task, newest first.</param>
    /// <param name="Rows">By number.</param>
    /// <param name="Waiting">What stands in the programme and has no project yet.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(
        ProgrammeScheme Programme,
        int Year,
        IReadOnlyList<int> Years,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<ProgrammeTask> Waiting,
        DateOnly Today
    );

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ProgrammeAccess.Readers))
            return new NotAllowed();
        if (query.Programme is { } code && !door.City.Programmes.Any(p => p.Code == code))
            return Refusal.Invalid(new FieldProblem("programme", "没有这个方案，请从列表中选择。"));
        var programme = query.Programme is { } asked ? door.City.ProgrammeOf(asked) : door.City.Programmes[0];
        var years = await db.Projects.Where(p => p.Programme == programme.Code).Select(p => p.Year).Distinct().ToListAsync(ct);
        var known = years.Union(programme.Tasks.Select(t => t.Year)).OrderDescending().ToList();
        var year = query.Year ?? (known.Contains(door.Today.Year) || known.Count == 0 ? door.Today.Year : known[0]);
        var projects = await db
            .Projects.AsNoTracking()
            .Include(p => p.Milestones.OrderBy(m => m.Number))
            .Where(p => p.Programme == programme.Code && p.Year == year)
            .OrderBy(p => p.Number)
            .ToListAsync(ct);
        var rows = (await scores.Of(projects, ct))
            .Select(s => new Row(s, s.Score.Colour(programme), s.Score.Total(programme), Waits(s.Project, by)))
            .ToList();
        return new View(programme, year, known, rows, await deciding.Waiting(programme, year, ct), door.Today);
    }

    private bool Waits(Project project, Actor by) =>
        project.State switch
        {
            ProjectState.Decided => project.Lets(project.Plan is null ? ProjectAction.Plan : ProjectAction.Approve, by, door.City),
            ProjectState.Running => project.Milestones.Any(m => Waits(project, m, by))
                || (project.Milestones.All(m => m.Done) && project.Lets(ProjectAction.Inspect, by, door.City)),
            ProjectState.Inspected => project.Lets(ProjectAction.Evaluate, by, door.City),
            ProjectState.Evaluated => project.Lets(ProjectAction.Close, by, door.City),
            _ => false,
        };

    private bool Waits(Project project, ProjectMilestone milestone, Actor by) =>
        milestone.State switch
        {
            ProjectMilestoneState.Open => ProgrammeAccess.Answers(by, milestone.Unit, door.City)
                && milestone.DueOn <= door.Today.AddDays(30),
            ProjectMilestoneState.Reported => project.Lets(ProjectAction.Accept, by, door.City),
            _ => false,
        };
}
