using System.Globalization;

namespace Suiying.Engines.Clock;

/// <summary>整周: ISO weeks of the city's own days, oldest first, up to the last that is over; and the one that still runs.</summary>
public sealed class CityWeeks
{
    private const int Days = 7;
    private readonly DateOnly first;

    /// <param name="now">The moment that lies in the running week.</param>
    /// <param name="calendar">The city's days.</param>
    /// <param name="whole">How many weeks that are over, 1 or more.</param>
    public CityWeeks(DateTimeOffset now, WorkCalendar calendar, int whole)
    {
        var today = calendar.DateOf(now);
        Whole = whole;
        first = today.AddDays(-(((int)today.DayOfWeek + Days - 1) % Days) - Days * whole);
        Starts = [.. Enumerable.Range(0, whole + 2).Select(week => calendar.StartOf(Monday(week)))];
    }

    /// <summary>How many weeks are over; the running week's index.</summary>
    public int Whole { get; }

    /// <summary>When each week begins, the running one's beginning and its end last.</summary>
    public IReadOnlyList<DateTimeOffset> Starts { get; }

    /// <summary>The first day of a week.</summary>
    public DateOnly Monday(int week) => first.AddDays(Days * week);

    /// <summary>The last day of a week.</summary>
    public DateOnly Sunday(int week) => Monday(week).AddDays(Days - 1);

    /// <summary>As ISO 8601 names it: 2026-W09.</summary>
    public string NameOf(int week)
    {
        var monday = Monday(week).ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday)}-W{ISOWeek.GetWeekOfYear(monday):00}");
    }

    /// <summary>The week of a name; null where it is none of these.</summary>
    public int? Find(string? name)
    {
        for (var week = Whole; name is not null && week >= 0; week--)
        {
            if (NameOf(week) == name)
                return week;
        }
        return null;
    }
}
