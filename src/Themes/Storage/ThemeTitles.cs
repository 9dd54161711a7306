using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Themes;

namespace Suiying.Themes.Storage;

/// <summary>Answers other modules' pages.</summary>
internal sealed class ThemeTitles(ThemesDb db) : IThemeTitles
{
    public async Task<ThemeTitle?> Find(Guid id, CancellationToken ct) =>
        await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct) is { } theme
            ? new ThemeTitle(theme.Id, theme.Title, theme.Category, theme.Topic, theme.IsPublic)
            : null;
}
