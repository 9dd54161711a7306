using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Scores;
using Suiying.Engines.Statistics;
using Suiying.Themes.Model;

namespace Suiying.Themes.Storage;

/// <summary>Measures what became of a theme's requests: by 双重差分 against the same weeks of an earlier year and all else in the city.</summary>
public sealed class EffectReader(IWeekTallies tallies, ICategoryRates rates, ICityRegistry registry, TimeProvider time)
{
    private WeekSeries? read;

    /// <summary>The effect since the Monday after a day; refused where too few weeks are over.</summary>
    /// <param name="category">Code of the category.</param>
    /// <param name="startedOn">When the work began: weeks that are compared with lie before it.</param>
    /// <param name="since">From when on is judged: the same day, or the day of publication for a look back.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ThemeEffect>> Read(string category, DateOnly startedOn, DateOnly since, CancellationToken ct)
    {
        if (!(await Change(category, startedOn, since, ct)).Ok(out var effect, out var refusal))
            return refusal;
        var city = registry.Current;
        var month = city.Scores.MonthOf(startedOn);
        return effect with
        {
            SolvedBefore = await Solved(category, month.AddMonths(-12), month.AddMonths(-1), city, ct),
            SolvedAfter = await Solved(category, month, city.Scores.MonthOf(city.Calendar.DateOf(effect.At)), city, ct),
        };
    }

    /// <summary>Only how requests changed, of who asks for many kinds at once; see <see cref="Read(string, DateOnly, DateOnly, CancellationToken)"/>.</summary>
    public async Task<Outcome<ThemeEffect>> Change(string category, DateOnly startedOn, DateOnly since, CancellationToken ct)
    {
        var series = await Series(ct);
        var (from, began) = (After(series, since), After(series, startedOn));
        if (WeekSeries.Whole - from < DifferenceInDifferences.LeastWeeks)
            return new TooEarly(MondayAfter(since).AddDays(7 * DifferenceInDifferences.LeastWeeks));
        var length = WeekSeries.Whole - from;
        // The weeks that it is compared with are the same of the year, and all over before the work began.
        var back = WeekSeries.Year;
        while (from + length - back > began)
            back += WeekSeries.Year;
        var pairs = series.Pairs(category, from, WeekSeries.Whole, back);
        var earlier = began - length >= 0 ? series.Pairs(category, began - length, began, WeekSeries.Year) : [];
        return new ThemeEffect
        {
            From = series.Weeks.Monday(from),
            WeeksBack = back,
            Weeks = pairs,
            Found = DifferenceInDifferences.Of(pairs),
            Earlier = DifferenceInDifferences.Of(earlier),
            At = time.GetUtcNow(),
        };
    }

    /// <summary>What became of a task: the calls of its weeks against the same weeks of the year before, and against the same kind in all other counties.</summary>
    public async Task<Outcome<ThemeEffect>> Read(ProactiveTask task, CancellationToken ct)
    {
        var series = await Series(ct);
        var from = series.IndexOf(task.JudgedFrom);
        var until = from + task.Weeks;
        if (until > WeekSeries.Whole)
            return new CallsNotIn(task.JudgedUntil.AddDays(1));
        if (from < WeekSeries.Year)
            return new TooLongAgo();
        var before =
            from - task.Weeks >= WeekSeries.Year
                ? series.PairsIn(task.Category, task.County, from - task.Weeks, from, WeekSeries.Year)
                : [];
        var pairs = series.PairsIn(task.Category, task.County, from, until, WeekSeries.Year);
        return new ThemeEffect
        {
            From = task.JudgedFrom,
            WeeksBack = WeekSeries.Year,
            Weeks = pairs,
            Found = DifferenceInDifferences.Of(pairs),
            Earlier = DifferenceInDifferences.Of(before),
            At = time.GetUtcNow(),
        };
    }

    /// <summary>Summed once for all that one page asks: a board of projects asks for each of them.</summary>
    private async Task<WeekSeries> Series(CancellationToken ct) =>
        read ??= await WeekSeries.Read(tallies, registry.Current, time.GetUtcNow(), ct);

    private async Task<SolvedCount> Solved(string category, DateOnly from, DateOnly to, CitySnapshot city, CancellationToken ct) =>
        FigureReader.SolvedOf(
            (await rates.Between(from, to, ct)).Where(r => city.Categories.Within(city.Categories.Acting(r.Category), category))
        );

    private static DateOnly MondayAfter(DateOnly day) => day.AddDays(7 - ((int)day.DayOfWeek + 6) % 7);

    /// <summary>The first whole week after the one of a day; the first that is known where that lies before all.</summary>
    private static int After(WeekSeries series, DateOnly day) =>
        Math.Max(0, (MondayAfter(day).DayNumber - series.Weeks.Monday(0).DayNumber) / 7);
}
