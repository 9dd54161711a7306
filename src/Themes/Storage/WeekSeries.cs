using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Engines.Statistics;

namespace Suiying.Themes.Storage;

/// <summary>周数列: requests of three years by week, of a category and of all else.</summary>
internal sealed class WeekSeries
{
    public const int Year = 52;

    /// <summary>Enough for a year that is judged, the year it is compared with and the one before that.</summary>
    public const int Whole = 3 * Year;

    private readonly CitySnapshot city;
    private readonly ILookup<string, WeekTally> byCategory;

    private WeekSeries(CitySnapshot city, CityWeeks weeks, WeekTallySet set)
    {
        this.city = city;
        Weeks = weeks;
        // What was filed under a retired category counts for the one that took its place.
        byCategory = set.Cells.Where(c => c.Week < Whole).ToLookup(c => city.Categories.Acting(c.Category) ?? c.Category);
        City = Sum(set.Cells.Where(c => c.Week < Whole));
    }

    public static async Task<WeekSeries> Read(IWeekTallies tallies, CitySnapshot city, DateTimeOffset now, CancellationToken ct)
    {
        // The running week stands at the end, so that the counts are kept until it is over; it is in no sum.
        var weeks = new CityWeeks(now, city.Calendar, Whole);
        return new WeekSeries(city, weeks, await tallies.Count(weeks.Starts, null, ct));
    }

    public CityWeeks Weeks { get; }

    /// <summary>All requests of the city, week by week.</summary>
    public IReadOnlyList<int> City { get; }

    /// <summary>Those of a category and all below it, from a week up to another.</summary>
    public IEnumerable<WeekTally> Cells(string category, int from, int until) =>
        Below(category).SelectMany(code => byCategory[code]).Where(c => c.Week >= from && c.Week < until);

    /// <summary>Those of a category and all below it, week by week.</summary>
    public IReadOnlyList<int> Of(string category) => Sum(Cells(category, 0, Whole));

    /// <summary>Some weeks, each with the week so many weeks earlier; none where they reach back too far.</summary>
    public IReadOnlyList<PairedWeek> Pairs(string category, int from, int until, int back) => Pairs(Of(category), City, from, until, back);

    /// <summary>Those of a category in a county, week by week.</summary>
    public IReadOnlyList<int> In(string category, string county) => Sum(Cells(category, 0, Whole).Where(c => c.Area == county));

    /// <summary>Weeks of a category in a county beside the same category in all other counties, each with the week so many weeks earlier.</summary>
    public IReadOnlyList<PairedWeek> PairsIn(string category, string county, int from, int until, int back) =>
        Pairs(In(category, county), Of(category), from, until, back);

    /// <summary>The week of a Monday; may lie outside of what is known.</summary>
    public int IndexOf(DateOnly monday) => (monday.DayNumber - Weeks.Monday(0).DayNumber) / 7;

    private static IReadOnlyList<PairedWeek> Pairs(IReadOnlyList<int> own, IReadOnlyList<int> all, int from, int until, int back) =>
        from - back < 0
            ? []
            :
            [
                .. Enumerable
                    .Range(from, until - from)
                    .Select(w => new PairedWeek(own[w - back], own[w], all[w - back] - own[w - back], all[w] - own[w])),
            ];

    private IEnumerable<string> Below(string category) =>
        city.Categories.All.Where(c => !c.IsRetired() && city.Categories.Within(c.Code, category)).Select(c => c.Code);

    private static int[] Sum(IEnumerable<WeekTally> cells)
    {
        var sums = new int[Whole];
        foreach (var cell in cells)
            sums[cell.Week] += cell.Requests;
        return sums;
    }
}
