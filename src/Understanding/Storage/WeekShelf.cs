using System.Runtime.CompilerServices;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Series made once of counts that are kept, and judged once by each method that somebody asks for. Thread-safe.</summary>
public sealed class WeekShelf(TimeProvider time)
{
    private readonly ConditionalWeakTable<WeekTallySet, WeekCounts> made = [];

    /// <summary>The city and its counties.</summary>
    public async Task<WeekCounts> City(CitySnapshot city, IWeekTallies tallies, CancellationToken ct)
    {
        var weeks = new CityWeeks(time.GetUtcNow(), city.Calendar, RiseRules.WeeksRead);
        var set = await tallies.Count(weeks.Starts, null, ct);
        return Made(set, city, () => WeekCounts.OfCity(city, weeks, set.Cells, set.AsOf));
    }

    /// <summary>The townships of a county of the city.</summary>
    public async Task<WeekCounts> County(WeekCounts whole, string county, IWeekTallies tallies, CancellationToken ct)
    {
        var set = await tallies.Count(whole.Weeks.Starts, county, ct);
        return Made(set, whole.City, () => WeekCounts.OfCounty(whole, set.Cells, set.AsOf));
    }

    private WeekCounts Made(WeekTallySet set, CitySnapshot city, Func<WeekCounts> make)
    {
        if (made.TryGetValue(set, out var counts) && counts.City.Version == city.Version)
            return counts;
        counts = make();
        made.AddOrUpdate(set, counts);
        return counts;
    }
}
