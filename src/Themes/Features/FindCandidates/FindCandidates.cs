using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>找候选: what the requests of a year, and the concerns that people share now, offer as themes. It offers; a person proposes.</summary>
public sealed class FindCandidates(ThemesDb db, FigureReader figures, IHotTopicList topics, ICityRegistry registry)
{
    /// <summary>So many of each are offered.</summary>
    public const int Most = 60;

    /// <param name="Category">What it is about.</param>
    /// <param name="Figures">What requests say of it.</param>
    /// <param name="Theme">The theme that it already is; null for none.</param>
    public sealed record FromCounts(Category Category, ThemeFigures Figures, Guid? Theme);

    /// <param name="Topic">A concern or matter of now.</param>
    /// <param name="Theme">The theme that came from it; null for none.</param>
    public sealed record FromTopic(TopicTold Topic, Guid? Theme);

    public sealed record View(IReadOnlyList<FromCounts> Counts, IReadOnlyList<FromTopic> Topics);

    public async Task<Outcome<View>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        var themes = await db
            .Themes.AsNoTracking()
            .Where(t => t.State != ThemeState.LookedBack)
            .Select(t => new
            {
                t.Id,
                t.Category,
                t.Topic,
            })
            .ToListAsync(ct);
        var counts = (await figures.All(ct))
            .Take(Most)
            .Select(c => new FromCounts(c.Category, c.Figures, themes.Find(t => t.Category == c.Category.Code)?.Id));
        var told = topics
            .All()
            .Where(t => registry.Current.Categories.Find(t.Category) is not null)
            .Take(Most)
            .Select(t => new FromTopic(t, themes.Find(theme => theme.Topic is { } number && topics.Of(number)?.Key == t.Key)?.Id));
        return new View([.. counts], [.. told]);
    }
}
