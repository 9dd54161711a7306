using Microsoft.EntityFrameworkCore;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>主题库: every theme that the reader may see, those of a year by month, then what is still being chosen.</summary>
public sealed class ListThemes(ThemesDb db, ThemeDoor door)
{
    public sealed record Query
    {
        /// <summary>Only themes of this year, and those that have no month yet; null for all.</summary>
        public int? Year { get; init; }

        public ThemeState? State { get; init; }
    }

    /// <param name="Theme">The theme.</param>
    /// <param name="Total">Points of its score card; null before it was judged.</param>
    /// <param name="Done">Milestones that were accepted.</param>
    /// <param name="Planned">All milestones.</param>
    /// <param name="Late">Milestones that are late.</param>
    /// <param name="Waits">Something waits for the reader.</param>
    public sealed record Row(Theme Theme, double? Total, int Done, int Planned, int Late, bool Waits);

    /// <param name="Annual">年度主题, by month.</param>
    /// <param name="Choosing">What is being chosen, or was left out; who was judged best first.</param>
    /// <param name="Years">That have a theme, newest first.</param>
    public sealed record View(IReadOnlyList<Row> Annual, IReadOnlyList<Row> Choosing, IReadOnlyList<int> Years);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ThemeAccess.Readers))
            return new NotAllowed();
        var all = (await db.Themes.AsNoTracking().Include(t => t.Milestones.OrderBy(m => m.Number)).ToListAsync(ct))
            .Where(t => ThemeAccess.MaySee(by, t, door.City))
            .ToList();
        var rows = all.Where(t => query.State is not { } state || t.State == state)
            .Where(t => query.Year is not { } year || t.Month is not { } month || month.Year == year)
            .Select(t => Make(t, by))
            .ToList();
        return new View(
            [.. rows.Where(r => r.Theme.Month is not null).OrderBy(r => r.Theme.Month).ThenBy(r => r.Theme.CreatedAt)],
            [
                .. rows.Where(r => r.Theme.Month is null)
                    .OrderBy(r => r.Theme.State is ThemeState.Dropped)
                    .ThenByDescending(r => r.Theme.State)
                    .ThenByDescending(r => r.Total)
                    .ThenByDescending(r => r.Theme.UpdatedAt),
            ],
            [.. all.Select(t => t.Month?.Year).OfType<int>().Distinct().OrderDescending()]
        );
    }

    private Row Make(Theme theme, Actor by)
    {
        var (milestones, today) = (theme.Milestones, door.Today);
        return new Row(
            theme,
            theme.Card.Total(door.City.Themes),
            milestones.Count(m => m.State is MilestoneState.Accepted),
            milestones.Count,
            milestones.Count(m => m.IsLate(today)),
            Waits(theme, by, today)
        );
    }

    private bool Waits(Theme theme, Actor by, DateOnly today) =>
        theme.State switch
        {
            ThemeState.Consulting => theme.Lets(ThemeAction.Decide, by, door.City) && today > theme.OpinionUntil,
            ThemeState.Decided => theme.Lets(ThemeAction.Start, by, door.City) && today >= theme.Month,
            ThemeState.Started => theme.Lets(theme.Plan is null ? ThemeAction.Plan : ThemeAction.Approve, by, door.City),
            ThemeState.Running or ThemeState.Checked => theme.Milestones.Any(m => Waits(theme, m, by)),
            ThemeState.Evaluated => theme.Lets(ThemeAction.Publish, by, door.City),
            ThemeState.Published => theme.Lets(ThemeAction.LookBack, by, door.City) && today >= theme.LookBackOn(door.City),
            _ => false,
        };

    private bool Waits(Theme theme, ThemeMilestone milestone, Actor by) =>
        milestone.State switch
        {
            MilestoneState.Open => theme.Lets(ThemeAction.Report, by, door.City) && ThemeAccess.Answers(by, milestone.Unit, door.City),
            MilestoneState.Reported => theme.Lets(ThemeAction.Accept, by, door.City),
            _ => false,
        };
}
