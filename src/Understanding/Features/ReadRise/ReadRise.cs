using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Engines.Statistics;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>One series: every week that is known, judged by every method from what came before it, and what lies behind one week.</summary>
public sealed class ReadRise(WeekShelf shelf, IWeekTallies tallies, ICityRegistry registry)
{
    public sealed record Query
    {
        public required string Category { get; init; }

        public required string Area { get; init; }

        /// <summary>The week whose requests are told, as <see cref="CityWeeks.NameOf"/> has it; null for none.</summary>
        public string? Week { get; init; }
    }

    /// <summary>One whole week.</summary>
    /// <param name="Index">Which of the weeks.</param>
    /// <param name="Count">How many requests.</param>
    /// <param name="Judged">By each of <see cref="RiseRules.Methods"/>.</param>
    public sealed record Week(int Index, int Count, IReadOnlyList<Baseline> Judged);

    /// <param name="Counts">All counts.</param>
    /// <param name="Key">Which series.</param>
    /// <param name="Weeks">Oldest first.</param>
    /// <param name="Opened">The week that was asked for, or null.</param>
    /// <param name="Behind">What lies behind it.</param>
    public sealed record View(WeekCounts Counts, SeriesKey Key, IReadOnlyList<Week> Weeks, int? Opened, WeekMatters? Behind);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!RiseAccess.MayRead(by))
            return new NotAllowed();
        var city = await shelf.City(registry.Current, tallies, ct);
        var area = city.City.Areas.Find(query.Area);
        if (city.City.Categories.Find(query.Category) is not { } category || area is null or { Level: AreaLevel.Village })
            return new NotFound();
        if (!RiseAccess.MayRead(by, area.Code, city.City.Areas))
            return new NotAllowed();

        var counts =
            area.Level == AreaLevel.Township && city.City.Areas.CountyOf(area.Code) is { } county
                ? await shelf.County(city, county.Code, tallies, ct)
                : city;
        var key = new SeriesKey(category.Code, area.Code);
        var opened = counts.Weeks.Find(query.Week);
        var behind = opened is { } week
            ? await tallies.Behind(key.Category, key.Area, counts.Weeks.Starts[week], counts.Weeks.Starts[week + 1], ct)
            : null;
        return new View(counts, key, Weeks(counts, key), opened, behind);
    }

    private static List<Week> Weeks(WeekCounts counts, SeriesKey key)
    {
        var all = counts.Of(key);
        var weeks = new List<Week>();
        for (var at = 0; at < all.Length; at++)
        {
            var judged = new List<Baseline>();
            foreach (var method in RiseRules.Methods)
                judged.Add(RiseRules.Judge(method, all[..(at + 1)]));
            weeks.Add(new Week(counts.First + at, all[at], judged));
        }
        return weeks;
    }
}
