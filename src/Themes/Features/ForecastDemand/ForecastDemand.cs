using Suiying.Contracts.Registry;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>季节预测: which seasons are near, and how many requests of their kinds are to be expected where. It forecasts; a person opens tasks.</summary>
public sealed class ForecastDemand(ThemeDoor door, ForecastReader forecasts)
{
    /// <summary>So many counties of each category are shown.</summary>
    public const int Most = 10;

    /// <param name="Season">The season.</param>
    /// <param name="From">Its first day.</param>
    /// <param name="Until">Its last day.</param>
    /// <param name="Kinds">Its categories, each with the counties that are to be expected to call most.</param>
    public sealed record Near(SeasonRule Season, DateOnly From, DateOnly Until, IReadOnlyList<Kind> Kinds);

    public sealed record Kind(Category Category, IReadOnlyList<ForecastReader.OfCounty> Counties);

    /// <param name="Now">Seasons that have come, or come soon.</param>
    /// <param name="Rules">All that the city has.</param>
    public sealed record View(IReadOnlyList<Near> Now, IReadOnlyList<SeasonRule> Rules);

    public async Task<Outcome<View>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        var (city, near) = (door.City, new List<Near>());
        foreach (var season in city.Themes.Seasons)
        {
            if (season.Near(door.Today) is not { } span)
                continue;
            var kinds = new List<Kind>();
            foreach (var code in season.Categories.Select(c => city.Categories.Acting(c)))
            {
                if (city.Categories.Find(code) is { } category)
                    kinds.Add(new Kind(category, [.. (await forecasts.Of(category.Code, ct)).Take(Most)]));
            }
            near.Add(new Near(season, span.From, span.Until, kinds));
        }
        return new View(near, city.Themes.Seasons);
    }
}
