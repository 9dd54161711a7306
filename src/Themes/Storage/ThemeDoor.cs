using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Themes.Model;

namespace Suiying.Themes.Storage;

/// <summary>The way to a theme and back into the database.</summary>
public sealed class ThemeDoor(ThemesDb db, ICityRegistry registry, TimeProvider time) : IFilesInUse
{
    public CitySnapshot City { get; } = registry.Current;

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => City.Calendar.DateOf(Now);

    /// <summary>A theme with its milestones, to be changed; one that was seen before somebody else's change is refused.</summary>
    public async Task<Outcome<Theme>> Load(Guid id, int? revision, Actor by, CancellationToken ct)
    {
        var theme = await db.Themes.Include(t => t.Milestones.OrderBy(m => m.Number)).FirstOrDefaultAsync(t => t.Id == id, ct);
        if (theme is null || !ThemeAccess.MaySee(by, theme, City))
            return new NotFound();
        return revision is { } seen && seen != theme.Revision ? new ThemeChanged() : theme;
    }

    /// <summary>Takes a step of a theme and keeps it.</summary>
    /// <param name="id">Which theme.</param>
    /// <param name="revision">As it was seen; null where that is of no matter.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="step">The step; what it returns is why it was not taken.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Done>> Take(Guid id, int? revision, Actor by, Func<Theme, Refusal?> step, CancellationToken ct)
    {
        if (!(await Load(id, revision, by, ct)).Ok(out var theme, out var refusal))
            return refusal;
        return step(theme) ?? await Save(ct);
    }

    /// <summary>A task, to be changed; one that was seen before somebody else's change is refused.</summary>
    public async Task<Outcome<ProactiveTask>> LoadTask(Guid id, int? revision, Actor by, CancellationToken ct)
    {
        var task = await db.Tasks.FirstOrDefaultAsync(t => t.Id == id, ct);
        if (task is null || !ThemeAccess.MaySee(by, task, City))
            return new NotFound();
        return revision is { } seen && seen != task.Revision ? new TaskChanged() : task;
    }

    /// <summary>Takes a step of a task and keeps it.</summary>
    /// <param name="id">Which task.</param>
    /// <param name="revision">As it was seen; null where that is of no matter.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="step">The step; what it returns is why it was not taken.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Done>> TakeTask(Guid id, int? revision, Actor by, Func<ProactiveTask, Refusal?> step, CancellationToken ct)
    {
        if (!(await LoadTask(id, revision, by, ct)).Ok(out var task, out var refusal))
            return refusal;
        return step(task) ?? await Save(ct);
    }

    public async Task<Outcome<Done>> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ThemeChanged();
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested && db.ChangeTracker.Entries<ThemeStep>().Any())
        {
            // Two took a step at once: the key of the history lets one through.
            return new ThemeChanged();
        }
    }

    public async Task<OpinionCounts> Opinions(Guid id, CancellationToken ct)
    {
        var counted = await db
            .Opinions.Where(o => o.ThemeId == id)
            .GroupBy(o => o.Stance)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return OpinionCounts.Of(counted.Select(c => (c.Key, c.Count)));
    }

    public async Task<IReadOnlySet<string>> Files(CancellationToken ct)
    {
        var held = await db
            .Milestones.Where(m => m.Files != "")
            .Select(m => m.Files)
            .Concat(db.Tasks.Where(t => t.Files != "").Select(t => t.Files))
            .ToListAsync(ct);
        return held.SelectMany(f => f.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
    }
}
