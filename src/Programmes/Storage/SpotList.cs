using Microsoft.EntityFrameworkCore;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Storage;

/// <summary>抽查范围: milestones that count as done in projects that are not ended.</summary>
internal static class SpotList
{
    public static async Task<IReadOnlyList<(Project Project, ProjectMilestone Milestone)>> Accepted(ProgrammesDb db, CancellationToken ct)
    {
        var projects = await db
            .Projects.AsNoTracking()
            .Include(p => p.Milestones.OrderBy(m => m.Number))
            .Where(p => p.State == ProjectState.Running || p.State == ProjectState.Inspected)
            .OrderBy(p => p.Programme)
            .ThenBy(p => p.Year)
            .ThenBy(p => p.Number)
            .ToListAsync(ct);
        return [.. projects.SelectMany(p => p.Milestones.Where(m => m.Done).Select(m => (p, m)))];
    }
}
