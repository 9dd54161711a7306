using Microsoft.EntityFrameworkCore;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>公开的主题: what everybody may know, without signing in.</summary>
public sealed class ShowThemes(ThemesDb db, ThemeDoor door)
{
    /// <param name="Asking">What opinions are asked for now; the ones that end first in front.</param>
    /// <param name="Annual">On the annual list, newest month first.</param>
    public sealed record View(IReadOnlyList<Theme> Asking, IReadOnlyList<Theme> Annual);

    public async Task<View> Run(CancellationToken ct)
    {
        var all = (await db.Themes.AsNoTracking().Include(t => t.Milestones.OrderBy(m => m.Number)).ToListAsync(ct))
            .Where(t => t.IsPublic)
            .ToList();
        return new View(
            [.. all.Where(t => t.Asks(door.Today)).OrderBy(t => t.OpinionUntil).ThenBy(t => t.CreatedAt)],
            [.. all.Where(t => t.Month is not null).OrderByDescending(t => t.Month).ThenBy(t => t.CreatedAt)]
        );
    }
}
