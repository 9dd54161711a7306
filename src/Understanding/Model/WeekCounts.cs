using System.Collections.Concurrent;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Engines.Statistics;

namespace Suiying.Understanding.Model;

/// <summary>Which series: a category with all below it, in an area with all below it.</summary>
public readonly record struct SeriesKey(string Category, string Area);

/// <summary>周计数: the counts of all series by week as they were at one moment. Thread-safe; nothing in it changes.</summary>
public sealed class WeekCounts
{
    private readonly Dictionary<SeriesKey, int[]> series = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<JudgedSeries>> judged = [];

    private WeekCounts(CitySnapshot city, CityWeeks weeks, int first, DateTimeOffset asOf) =>
        (City, Weeks, First, AsOf) = (city, weeks, first, asOf);

    public CitySnapshot City { get; }

    public CityWeeks Weeks { get; }

    /// <summary>The first week that is known as a whole.</summary>
    public int First { get; }

    /// <summary>How many whole weeks are known.</summary>
    public int History => Weeks.Whole - First;

    /// <summary>Whether anything in it was made by a generator.</summary>
    public bool Synthetic { get; private set; }

    /// <summary>When they were counted.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The city and its counties.</summary>
    public static WeekCounts OfCity(CitySnapshot city, CityWeeks weeks, IReadOnlyList<WeekTally> tallies, DateTimeOffset asOf)
    {
        // The week in which the first request came was not counted from its beginning, unless there were requests before what is read.
        var earliest = tallies.Count == 0 ? weeks.Whole : tallies.Min(t => t.Week);
        var counts = new WeekCounts(city, weeks, Math.Min(earliest == 0 ? 0 : earliest + 1, weeks.Whole), asOf);
        counts.Add(tallies, area => city.Areas.Upwards(area).FirstOrDefault()?.Code, city.City.Code);
        return counts;
    }

    /// <summary>The townships of one county, over the weeks that are known of the city.</summary>
    public static WeekCounts OfCounty(WeekCounts whole, IReadOnlyList<WeekTally> tallies, DateTimeOffset asOf)
    {
        var counts = new WeekCounts(whole.City, whole.Weeks, whole.First, asOf);
        counts.Add(tallies, area => whole.City.Areas.TownshipOf(area)?.Code, null);
        return counts;
    }

    /// <summary>The counts of the whole weeks that are known, oldest first; all zero where nothing came.</summary>
    public ReadOnlySpan<int> Of(SeriesKey key) => series.TryGetValue(key, out var counts) ? counts.AsSpan(0, History) : new int[History];

    /// <summary>What the running week has so far.</summary>
    public int Running(SeriesKey key) => series.TryGetValue(key, out var counts) ? counts[History] : 0;

    /// <summary>The last whole week of each series that has anything, by one method; null chooses by the length of the history.</summary>
    public IReadOnlyList<JudgedSeries> Judge(BaselineMethod? method) =>
        judged.GetOrAdd(
            method?.ToString() ?? "",
            _ => History == 0 ? [] : [.. series.Select(s => JudgedSeries.Of(s.Key, s.Value.AsSpan(0, History), method))]
        );

    private void Add(IReadOnlyList<WeekTally> tallies, Func<string?, string?> placeOf, string? everywhere)
    {
        var places = new Dictionary<string, string?>();
        var paths = new Dictionary<string, string[]>();
        foreach (var tally in tallies.Where(t => t.Week >= First))
        {
            Synthetic |= tally.Synthetic > 0;
            if (!paths.TryGetValue(tally.Category, out var path))
                path = paths[tally.Category] = [.. City.Categories.Upwards(City.Categories.Acting(tally.Category)).Select(c => c.Code)];
            if (!places.TryGetValue(tally.Area ?? "", out var place))
                place = places[tally.Area ?? ""] = placeOf(tally.Area);
            foreach (var category in path)
            {
                if (place is not null && place != everywhere)
                    Add(new SeriesKey(category, place), tally);
                if (everywhere is not null)
                    Add(new SeriesKey(category, everywhere), tally);
            }
        }
    }

    private void Add(SeriesKey key, WeekTally tally)
    {
        if (!series.TryGetValue(key, out var counts))
            counts = series[key] = new int[History + 1];
        counts[tally.Week - First] += tally.Requests;
    }
}
