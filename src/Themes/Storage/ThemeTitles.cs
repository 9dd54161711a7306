using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Themes;
using Suiying.Themes.Model;

namespace Suiying.Themes.Storage;

/// <summary>Answers other modules' pages.</summary>
internal sealed class ThemeTitles(ThemesDb db) : IThemeTitles
{
    public async Task<ThemeTitle?> Find(Guid id, CancellationToken ct) =>
        await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct) is { } theme
            ? new ThemeTitle(theme.Id, theme.Title, theme.Category, theme.Topic, theme.IsPublic)
            : null;

    public async Task<IReadOnlyList<PublicTheme>> Decided(CancellationToken ct) =>
        [
            .. (await db.Themes.AsNoTracking().Where(t => t.Month != null).OrderByDescending(t => t.Month).ToListAsync(ct))
                .Where(t => t.IsPublic)
                .Select(t => new PublicTheme(
                    t.Id,
                    t.Title,
                    t.Category,
                    t.Month!.Value,
                    ThemeWords.Of(t.State),
                    t.PublishedOn is null ? null : Told(t.LookBack ?? t.Effect),
                    t.Synthetic
                )),
        ];

    /// <summary>What it would not be held for is not told.</summary>
    private static CategoryEffect? Told(ThemeEffect? effect) => effect is null or { Doubtful: true } ? null : effect.Change;
}
