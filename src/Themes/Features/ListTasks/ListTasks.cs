using Microsoft.EntityFrameworkCore;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>未诉先办任务: those that the reader may see, what waits first.</summary>
public sealed class ListTasks(ThemesDb db, ThemeDoor door)
{
    public const int Most = 500;

    /// <param name="Rows">What is not ended first, by the day on which it is due; at most <see cref="Most"/>.</param>
    /// <param name="More">There are more than are told.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(IReadOnlyList<ProactiveTask> Rows, bool More, DateOnly Today);

    public async Task<Outcome<View>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ThemeAccess.Readers))
            return new NotAllowed();
        var found = db.Tasks.AsNoTracking();
        if (!by.IsAny(Role.Supervisor, Role.Leader))
        {
            var own = door.City.Units.All.Where(u => ThemeAccess.Answers(by, u.Code, door.City)).Select(u => u.Code).ToList();
            found = found.Where(t => own.Contains(t.Unit));
        }
        var rows = await found
            .OrderBy(t => t.State == ProactiveState.Judged || t.State == ProactiveState.Cancelled)
            .ThenBy(t => t.DueOn)
            .ThenBy(t => t.Id)
            .Take(Most + 1)
            .ToListAsync(ct);
        return new View([.. rows.Take(Most)], rows.Count > Most, door.Today);
    }
}
