using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Programmes;
using Suiying.Contracts.Registry;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Storage;

/// <summary>Answers other modules' pages.</summary>
internal sealed class ProjectList(ProgrammesDb db, ScoreReader scores, ICityRegistry registry) : IProjectList
{
    public async Task<IReadOnlyList<PublicProject>> Newest(CancellationToken ct)
    {
        var programme = registry.Current.Programmes[0];
        var own = db.Projects.Where(p => p.Programme == programme.Code);
        var year = await own.MaxAsync(p => (int?)p.Year, ct);
        var projects = await Newest(own.Where(p => p.Year == year)).ToListAsync(ct);
        return
        [
            .. (await scores.Of(projects, ct)).Select(s => new PublicProject(
                Links([s.Project])[0],
                ProgrammeWords.Of(s.Score.Colour(programme)),
                s.Score.Done,
                s.Project.IsInspected,
                s.Answers.Done,
                s.Project.Synthetic
            )),
        ];
    }

    public async Task<IReadOnlyList<ProjectLink>> OfTheme(Guid theme, CancellationToken ct) =>
        Links(await Newest(db.Projects.Where(p => p.Theme == theme)).ToListAsync(ct));

    public async Task<IReadOnlyList<ProjectLink>> About(string category, string? area, CancellationToken ct)
    {
        var city = registry.Current;
        var kinds = city.Categories.Upwards(city.Categories.Acting(category)).Select(c => c.Code).ToList();
        var found = await Newest(
                db.Projects.Where(p => p.Category != null && kinds.Contains(p.Category))
                    .Where(p => p.State != ProjectState.Closed && p.State != ProjectState.CarriedOver)
            )
            .ToListAsync(ct);
        return Links(found.Where(p => p.Area == city.City.Code || city.Areas.Within(area, p.Area)));
    }

    private static IQueryable<Project> Newest(IQueryable<Project> projects) =>
        projects.AsNoTracking().Include(p => p.Milestones).OrderByDescending(p => p.Year).ThenBy(p => p.Number);

    private List<ProjectLink> Links(IEnumerable<Project> projects) =>
        [
            .. projects.Select(p => new ProjectLink(
                p.Id,
                p.Title,
                $"{p.Year} {registry.Current.ProgrammeOf(p.Programme).Name} {p.Number}",
                ProgrammeWords.Of(p.State),
                p.Asks
            )),
        ];
}
