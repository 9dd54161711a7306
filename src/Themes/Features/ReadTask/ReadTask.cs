using Microsoft.EntityFrameworkCore;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>查看任务, with what the reader may do about it.</summary>
public sealed class ReadTask(ThemesDb db, ThemeDoor door, IFileStore files)
{
    /// <param name="Task">The task.</param>
    /// <param name="History">Oldest first.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(ProactiveTask Task, IReadOnlyList<ProactiveStep> History, DateOnly Today);

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ThemeAccess.Readers))
            return new NotAllowed();
        if (!(await door.LoadTask(id, null, by, ct)).Ok(out var task, out var refusal))
            return refusal;
        return new View(task, await db.TaskSteps.AsNoTracking().Where(s => s.TaskId == id).OrderBy(s => s.Seq).ToListAsync(ct), door.Today);
    }

    /// <summary>A photo or document that the unit brought forward.</summary>
    public async Task<Outcome<Stream>> File(Guid id, string file, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ThemeAccess.Readers))
            return new NotAllowed();
        if (!(await door.LoadTask(id, null, by, ct)).Ok(out var task, out var refusal))
            return refusal;
        return task.FileList.Contains(file) && await files.Open(file, ct) is { } stream ? stream : new NotFound();
    }
}
