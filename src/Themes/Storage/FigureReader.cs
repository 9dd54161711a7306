using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Scores;
using Suiying.Themes.Model;

namespace Suiying.Themes.Storage;

/// <summary>Counts what requests and callbacks say of categories: for candidates of all, for a score card of one.</summary>
public sealed class FigureReader(IWeekTallies tallies, ICategoryRates rates, ICityRegistry registry, TimeProvider time)
{
    private const int Span = WeekSeries.Year / ThemeFigures.Spans;

    /// <summary>Figures of a category and all below it.</summary>
    public async Task<ThemeFigures> Of(string category, CancellationToken ct)
    {
        var city = registry.Current;
        var (series, answers) = await Read(city, ct);
        var weeks = series.Weeks;
        var behind = await tallies.Behind(
            category,
            city.City.Code,
            weeks.Starts[WeekSeries.Whole - WeekSeries.Year],
            weeks.Starts[WeekSeries.Whole],
            ct
        );
        return Make(category, series, answers, Fronts(city, series), city) with { People = behind.People };
    }

    /// <summary>Figures of all categories of the lowest two levels that have enough requests, most first; people are not counted for so many.</summary>
    public async Task<IReadOnlyList<(Category Category, ThemeFigures Figures)>> All(CancellationToken ct)
    {
        var city = registry.Current;
        var (series, answers) = await Read(city, ct);
        var fronts = Fronts(city, series);
        return
        [
            .. city
                .Categories.All.Where(c => c.Level > 1 && !c.IsRetired())
                .Select(c => (c, Make(c.Code, series, answers, fronts, city)))
                .Where(c => c.Item2.Requests >= city.Themes.LeastRequests)
                .OrderByDescending(c => c.Item2.Requests)
                .ThenBy(c => c.c.Code, StringComparer.Ordinal),
        ];
    }

    private async Task<(WeekSeries, IReadOnlyList<CategoryRate>)> Read(CitySnapshot city, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var series = await WeekSeries.Read(tallies, city, now, ct);
        var running = city.Scores.MonthOf(city.Calendar.DateOf(now));
        return (series, await rates.Between(running.AddMonths(-12), running.AddMonths(-1), ct));
    }

    private static ThemeFigures Make(
        string category,
        WeekSeries series,
        IReadOnlyList<CategoryRate> answers,
        ILookup<string, int> fronts,
        CitySnapshot city
    )
    {
        var (from, middle, until) = (WeekSeries.Whole - 2 * WeekSeries.Year, WeekSeries.Whole - WeekSeries.Year, WeekSeries.Whole);
        var own = series.Of(category);
        var answered = SolvedOf(answers.Where(a => city.Categories.Within(city.Categories.Acting(a.Category), category)));
        var all = SolvedOf(answers);
        return new ThemeFigures
        {
            Until = series.Weeks.Sunday(until - 1),
            Requests = own.Skip(middle).Sum(),
            Before = own.Skip(from).Take(WeekSeries.Year).Sum(),
            People = 0,
            City = series.City.Skip(middle).Sum(),
            CityBefore = series.City.Skip(from).Take(WeekSeries.Year).Sum(),
            Counties = series.Cells(category, middle, until).Select(c => c.Area).OfType<string>().Distinct().Count(),
            CountiesAll = city.Areas.All.Count(a => a is { Level: AreaLevel.County, Served: true }),
            Front = fronts[category].Distinct().Count(),
            Valid = answered.Valid,
            Solved = answered.Solved,
            CityValid = all.Valid,
            CitySolved = all.Solved,
        };
    }

    internal static SolvedCount SolvedOf(IEnumerable<CategoryRate> rates) =>
        rates.Aggregate(default(SolvedCount), (sum, r) => new SolvedCount(sum.Valid + r.Valid, sum.Solved + r.Solved));

    /// <summary>By category the spans of four weeks, from 0, in which it was among the first of its level.</summary>
    private static ILookup<string, int> Fronts(CitySnapshot city, WeekSeries series)
    {
        var first = WeekSeries.Whole - WeekSeries.Year;
        var counted = city
            .Categories.All.Where(c => !c.IsRetired())
            .Select(c => (Category: c, Weeks: series.Of(c.Code)))
            .GroupBy(c => c.Category.Level)
            .ToList();
        return Enumerable
            .Range(0, ThemeFigures.Spans)
            .SelectMany(span =>
                counted.SelectMany(level =>
                    level
                        .Select(c => (c.Category.Code, Sum: c.Weeks.Skip(first + span * Span).Take(Span).Sum()))
                        .Where(c => c.Sum > 0)
                        .OrderByDescending(c => c.Sum)
                        .Take(ThemeFigures.FrontPlaces)
                        .Select(c => (c.Code, span))
                )
            )
            .ToLookup(f => f.Code, f => f.span);
    }
}
