using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Scores.Model;

/// <summary>考核月起止: the days of a month of scores.</summary>
/// <param name="Month">By the first day of the calendar month that names it.</param>
/// <param name="From">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Over">False while more callbacks may come.</param>
public sealed record MonthSpan(DateOnly Month, DateOnly From, DateOnly Last, bool Over)
{
    /// <param name="month">Which.</param>
    /// <param name="scheme">That counts it: of a released month the one of its release.</param>
    /// <param name="today">In the city.</param>
    public static MonthSpan Of(DateOnly month, ScoreScheme scheme, DateOnly today)
    {
        var (from, until) = scheme.DaysOf(month);
        return new MonthSpan(month, from, until.AddDays(-1), today >= until);
    }

    /// <summary>The month of scores to which an instant belongs.</summary>
    public static DateOnly MonthOf(CitySnapshot city, DateTimeOffset at) => city.Scores.MonthOf(city.Calendar.DateOf(at));

    /// <summary>The instants at which a month of scores begins and at which the next one does.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) HoursOf(CitySnapshot city, DateOnly month)
    {
        var (from, until) = city.Scores.DaysOf(month);
        return (city.Calendar.StartOf(from), city.Calendar.StartOf(until));
    }

    /// <summary>Months of scores from that of an instant up to that of another, the oldest first.</summary>
    public static IEnumerable<DateOnly> Between(CitySnapshot city, DateTimeOffset from, DateTimeOffset until)
    {
        var last = MonthOf(city, until);
        for (var month = MonthOf(city, from); month <= last; month = month.AddMonths(1))
            yield return month;
    }

    /// <summary>2026-11：10月19日 0:00 至 11月18日 24:00</summary>
    internal string Words(IStringLocalizer<Texts> t) =>
        t["{0}：{1} 0:00 至 {2} 24:00", ScoreAddress.Of(Month), Moments.ShortDay(From), Moments.ShortDay(Last)]
        + (Over ? "" : " · " + t["本月还没有结束"]);
}
