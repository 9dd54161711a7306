using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Statistics;
using Suiying.Themes.Model;

namespace Suiying.Themes.Storage;

/// <summary>Forecasts requests by category and county for the weeks to come.</summary>
public sealed class ForecastReader(IWeekTallies tallies, ICityRegistry registry, TimeProvider time)
{
    /// <summary>So many weeks to come.</summary>
    public const int Ahead = 8;

    /// <summary>So many last weeks tell how this year compares with the one before.</summary>
    private const int Recent = 8;

    /// <param name="County">Where.</param>
    /// <param name="LastWeeks">Requests of the last eight whole weeks.</param>
    /// <param name="Forecast">Null where there is too little to forecast.</param>
    public sealed record OfCounty(Area County, int LastWeeks, DemandForecast? Forecast);

    /// <summary>One category in every county, most to be expected first; counties without any request of two years are left out.</summary>
    public async Task<IReadOnlyList<OfCounty>> Of(string category, CancellationToken ct)
    {
        var city = registry.Current;
        var series = await WeekSeries.Read(tallies, city, time.GetUtcNow(), ct);
        return
        [
            .. city
                .Areas.All.Where(a => a is { Level: AreaLevel.County, Served: true })
                .Select(county => Of(series, category, county))
                .OfType<OfCounty>()
                .OrderByDescending(c => c.Forecast?.Expected ?? c.LastWeeks)
                .ThenBy(c => c.County.Code, StringComparer.Ordinal),
        ];
    }

    private static OfCounty? Of(WeekSeries series, string category, Area county)
    {
        var (own, end) = (series.In(category, county.Code), WeekSeries.Whole);
        if (own.Skip(end - 2 * WeekSeries.Year).Sum() == 0)
            return null;
        // The running week is the first to come: of the year before it is the one after the last whole week.
        var same = own.Skip(end - WeekSeries.Year).Take(Ahead).ToList();
        var before = own.Skip(end - WeekSeries.Year - Recent).Take(Recent).ToList();
        var recent = own.Skip(end - Recent).ToList();
        var found = SeasonForecast.Of(same, before, recent);
        return new OfCounty(
            county,
            recent.Sum(),
            found is null
                ? null
                : new DemandForecast(series.Weeks.Monday(end), Ahead, same.Sum(), found.Trend, found.Expected, found.Low, found.High)
        );
    }
}
