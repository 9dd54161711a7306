using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Engines.Clock;

namespace Suiying.Scores.Model;

/// <summary>考核日起止: the hours of a day of scores, noon to noon where a city says nothing (see <see cref="ScoreScheme.DayHour"/>).</summary>
/// <param name="Day">On which it ends; where it begins at 0:00, which it is.</param>
/// <param name="From">Its first instant.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="Over">False while more callbacks may come.</param>
public sealed record DaySpan(DateOnly Day, DateTimeOffset From, DateTimeOffset Until, bool Over)
{
    /// <param name="day">Which.</param>
    /// <param name="scheme">That says at which hour it begins.</param>
    /// <param name="calendar">Whose clocks count.</param>
    /// <param name="now">By which it is over or not.</param>
    public static DaySpan Of(DateOnly day, ScoreScheme scheme, WorkCalendar calendar, DateTimeOffset now)
    {
        var hour = scheme.DayHour;
        var first = hour > 0 ? day.AddDays(-1) : day;
        var (from, until) = (At(first), At(first.AddDays(1)));
        return new DaySpan(day, from, until, now >= until);

        DateTimeOffset At(DateOnly date) => calendar.Instant(date, new TimeOnly(hour, 0));
    }

    /// <summary>The newest one that is over.</summary>
    public static DaySpan Last(ScoreScheme scheme, WorkCalendar calendar, DateTimeOffset now)
    {
        var today = Of(calendar.DateOf(now), scheme, calendar, now);
        return today.Over ? today : Of(today.Day.AddDays(-1), scheme, calendar, now);
    }

    /// <summary>11月17日 12:00 至 11月18日 12:00</summary>
    internal string Words(WorkCalendar calendar, IStringLocalizer<Texts> t) =>
        t["{0} 至 {1}", Moments.Short(calendar.Local(From)), Moments.Short(calendar.Local(Until))]
        + (Over ? "" : " · " + t["这一天还没有结束"]);
}
