using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Programmes;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>一个主题的公开页: why it was chosen, what is planned, what was done, and whether it helped.</summary>
public sealed class ShowTheme(ThemesDb db, ThemeDoor door, IProjectList projects)
{
    /// <param name="Theme">The theme.</param>
    /// <param name="Asks">Opinions may be given today.</param>
    /// <param name="Own">What the reader said already; null where they said nothing.</param>
    /// <param name="Dates">When each public step was taken, oldest first.</param>
    /// <param name="Projects">What came of it among the city's projects.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(
        Theme Theme,
        bool Asks,
        ThemeOpinion? Own,
        IReadOnlyList<ThemeStep> Dates,
        IReadOnlyList<ProjectLink> Projects,
        DateOnly Today
    );

    /// <summary>Steps that people are told of; who took them they are not.</summary>
    private static readonly ThemeAction[] Told =
    [
        ThemeAction.Consult,
        ThemeAction.Decide,
        ThemeAction.Start,
        ThemeAction.Approve,
        ThemeAction.Check,
        ThemeAction.Publish,
        ThemeAction.LookBack,
    ];

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        var theme = await db
            .Themes.AsNoTracking()
            .Include(t => t.Milestones.OrderBy(m => m.Number))
            .FirstOrDefaultAsync(t => t.Id == id, ct);
        if (theme is null || !theme.IsPublic)
            return new NotFound();
        var own =
            by.Is(Role.Resident) && by.Id != Guid.Empty
                ? await db.Opinions.AsNoTracking().FirstOrDefaultAsync(o => o.ThemeId == id && o.PersonId == by.Id, ct)
                : null;
        var dates = await db
            .Steps.AsNoTracking()
            .Where(s => s.ThemeId == id && Told.Contains(s.Action))
            .OrderBy(s => s.Seq)
            .ToListAsync(ct);
        return new View(theme, theme.Asks(door.Today), own, dates, await projects.OfTheme(id, ct), door.Today);
    }
}
