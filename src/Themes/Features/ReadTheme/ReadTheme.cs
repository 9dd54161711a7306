using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Programmes;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>查看主题, with what the reader may do about it.</summary>
public sealed class ReadTheme(ThemesDb db, ThemeDoor door, IProjectList projects, IFileStore files)
{
    /// <summary>So many opinions are shown, the newest.</summary>
    public const int Opinions = 200;

    /// <param name="Theme">The theme.</param>
    /// <param name="History">Oldest first.</param>
    /// <param name="Counts">Opinions as they stand, or stood when it was decided.</param>
    /// <param name="Said">What people wrote, newest first, without who; for supervisors and leaders alone.</param>
    /// <param name="Projects">What came of it among the city's projects.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(
        Theme Theme,
        IReadOnlyList<ThemeStep> History,
        OpinionCounts Counts,
        IReadOnlyList<Opinion> Said,
        IReadOnlyList<ProjectLink> Projects,
        DateOnly Today
    );

    /// <param name="Stance">What they hold of it.</param>
    /// <param name="Text">In their words.</param>
    public sealed record Opinion(Stance Stance, string Text);

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ThemeAccess.Readers))
            return new NotAllowed();
        if (!(await door.Load(id, null, by, ct)).Ok(out var theme, out var refusal))
            return refusal;
        var history = await db.Steps.AsNoTracking().Where(s => s.ThemeId == id).OrderBy(s => s.Seq).ToListAsync(ct);
        var said = by.IsAny(Role.Supervisor, Role.Leader)
            ? await db
                .Opinions.AsNoTracking()
                .Where(o => o.ThemeId == id && o.Text != "")
                .OrderByDescending(o => o.At)
                .Take(Opinions)
                .Select(o => new Opinion(o.Stance, o.Text))
                .ToListAsync(ct)
            : [];
        return new View(theme, history, theme.Opinions ?? await door.Opinions(id, ct), said, await projects.OfTheme(id, ct), door.Today);
    }

    /// <summary>A photo or document that a unit brought forward for a milestone.</summary>
    public async Task<Outcome<Stream>> File(Guid id, string file, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ThemeAccess.Readers))
            return new NotAllowed();
        if (!(await door.Load(id, null, by, ct)).Ok(out var theme, out var refusal))
            return refusal;
        var held = theme.Milestones.Any(m => m.FileList.Contains(file));
        return held && await files.Open(file, ct) is { } stream ? stream : new NotFound();
    }
}
