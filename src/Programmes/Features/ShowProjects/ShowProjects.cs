using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>公开的实事: every project of a programme's year with how it stands, for everybody, without signing in.</summary>
public sealed class ShowProjects(ProgrammesDb db, ProjectDoor door, ScoreReader scores)
{
    /// <param name="Scored">The project with its score.</param>
    /// <param name="Colour">How it lies beside its plan.</param>
    public sealed record Row(ScoredProject Scored, ProjectColour Colour)
    {
        public Project Project => Scored.Project;
    }

    /// <param name="Programme">Which.</param>
    /// <param name="Year">Of which year.</param>
    /// <param name="Years">Programmes and years that have projects, newest first.</param>
    /// <param name="Rows">By number.</param>
    public sealed record View(
        ProgrammeScheme Programme,
        int Year,
        IReadOnlyList<(string Programme, int Year)> Years,
        IReadOnlyList<Row> Rows
    )
    {
        public IEnumerable<(Project Project, ProjectSite Site, int Index)> Sites =>
            Rows.SelectMany(r => (r.Project.Plan?.Sites ?? []).Select((s, i) => (r.Project, s, i)));
    }

    public async Task<View> Run(string? programme, int? year, CancellationToken ct)
    {
        var known = (await db.Projects.Select(p => new { p.Programme, p.Year }).Distinct().ToListAsync(ct))
            .Select(p => (p.Programme, p.Year))
            .OrderByDescending(p => p.Year)
            .ThenBy(p => p.Programme, StringComparer.Ordinal)
            .ToList();
        var scheme = door.City.Programmes.FirstOrDefault(p => p.Code == programme) ?? door.City.Programmes[0];
        var own = known.Where(k => k.Programme == scheme.Code).Select(k => k.Year).ToList();
        var shown =
            year is { } asked && own.Contains(asked) ? asked
            : own.Contains(door.Today.Year) || own.Count == 0 ? door.Today.Year
            : own[0];
        var projects = await db
            .Projects.AsNoTracking()
            .Include(p => p.Milestones.OrderBy(m => m.Number))
            .Where(p => p.Programme == scheme.Code && p.Year == shown)
            .OrderBy(p => p.Number)
            .ToListAsync(ct);
        var rows = (await scores.Of(projects, ct)).Select(s => new Row(s, s.Score.Colour(scheme))).ToList();
        return new View(scheme, shown, known, rows);
    }
}
