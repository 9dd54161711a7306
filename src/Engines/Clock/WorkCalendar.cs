using System.Collections.Frozen;

namespace Suiying.Engines.Clock;

/// <summary>
/// Working days and office hours of a city, as data. Immutable and thread-safe. A date is a working day where the notice says so, else
/// from Monday to Friday (《全国年节及纪念日放假办法》 and the yearly notice of the State Council's office).
/// </summary>
public sealed partial class WorkCalendar
{
    /// <summary>
    /// Days at the end of December that the next year's notice may still move, as a New Year's holiday that starts on 30 December takes its
    /// make-up day from the weekend before.
    /// </summary>
    private const int UnsettledDaysOfDecember = 7;

    private readonly FrozenDictionary<DateOnly, CalendarDay> departures;
    private readonly FrozenSet<int> published;

    /// <exception cref="ArgumentException">Two entries contradict each other, or an office closes before it opens.</exception>
    public WorkCalendar(
        TimeZoneInfo zone,
        IReadOnlyList<CalendarDay> days,
        IReadOnlyList<int> publishedYears,
        IReadOnlyList<OfficeHours> officeHours
    )
    {
        Zone = zone;
        Days = days;
        PublishedYears = publishedYears;
        OfficeHours = [.. officeHours.OrderBy(h => h.From)];
        departures = Agreeing(days);
        published = publishedYears.ToFrozenSet();

        if (OfficeHours.FirstOrDefault(h => h.Close <= h.Open) is { } upsideDown)
            throw new ArgumentException($"自 {upsideDown.From:yyyy-MM-dd} 起的办公时间：下班不晚于上班。", nameof(officeHours));
        if (OfficeHours.GroupBy(h => h.From).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"自 {twice.Key:yyyy-MM-dd} 起的办公时间写了两次。", nameof(officeHours));
    }

    public TimeZoneInfo Zone { get; }

    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>Years whose notice is loaded; any other year is provisional.</summary>
    public IReadOnlyList<int> PublishedYears { get; }

    /// <summary>In order of the day from which they are in force.</summary>
    public IReadOnlyList<OfficeHours> OfficeHours { get; }

    /// <summary>True where the notice of that year is loaded.</summary>
    public bool IsPublished(int year) => published.Contains(year);

    /// <summary>
    /// True where nothing that is still to be published can move this date: its year is published and, in the last seven days of December,
    /// the next year is too.
    /// </summary>
    public bool IsSettled(DateOnly date) =>
        IsPublished(date.Year) && (date is not { Month: 12, Day: > 31 - UnsettledDaysOfDecember } || IsPublished(date.Year + 1));

    /// <summary>What the notice says of this date; null on a day that the weekday rule decides.</summary>
    public CalendarDay? DepartureOn(DateOnly date) => departures.GetValueOrDefault(date);

    /// <summary>True on a working day 工作日, make-up days 调休上班 included. A guess by the weekday where <see cref="IsSettled"/> is false.</summary>
    public bool IsWorkDay(DateOnly date) =>
        departures.TryGetValue(date, out var day) ? !day.Off : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The date itself if it is a working day, else the first one after it.</summary>
    public DateOnly NextWorkDay(DateOnly date)
    {
        while (!IsWorkDay(date))
            date = date.AddDays(1);
        return date;
    }

    /// <summary>The last working day strictly before the date.</summary>
    public DateOnly LastWorkDayBefore(DateOnly date)
    {
        do date = date.AddDays(-1);
        while (!IsWorkDay(date));
        return date;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>, the way deadlines count them; negative where
    /// <paramref name="to"/> is the earlier one.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkingDaysBetween(to, from);

        var count = 0;
        for (var date = from; date < to; )
        {
            date = date.AddDays(1);
            if (IsWorkDay(date))
                count++;
        }
        return count;
    }

    private static FrozenDictionary<DateOnly, CalendarDay> Agreeing(IReadOnlyList<CalendarDay> days)
    {
        var byDate = new Dictionary<DateOnly, CalendarDay>();
        foreach (var day in days)
        {
            // A late December day may stand in the notices of both years; that is no contradiction as long as they agree.
            if (!byDate.TryAdd(day.Date, day) && byDate[day.Date].Off != day.Off)
                throw new ArgumentException($"{day.Date:yyyy-MM-dd} 既写成放假又写成上班。", nameof(days));
        }
        return byDate.ToFrozenDictionary();
    }
}
