namespace Suiying.Requests.Model;

/// <summary>The moments by which a board counts: now, and the beginnings of days on the city's clocks.</summary>
public sealed record BoardTimes(DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>Days that a board looks back, today included.</summary>
    public const int Days = 30;

    public DateOnly Today { get; } = DateOf(Now, Zone);

    public DateTimeOffset TodayStart { get; } = StartOf(DateOf(Now, Zone), Zone);

    public DateTimeOffset TomorrowStart { get; } = StartOf(DateOf(Now, Zone).AddDays(1), Zone);

    /// <summary>Beginning of the seven days that end today.</summary>
    public DateTimeOffset WeekStart { get; } = StartOf(DateOf(Now, Zone).AddDays(-6), Zone);

    /// <summary>Beginning of the <see cref="Days"/> that end today.</summary>
    public DateTimeOffset PeriodStart { get; } = StartOf(DateOf(Now, Zone).AddDays(1 - Days), Zone);

    /// <summary>Beginning of this month.</summary>
    public DateTimeOffset MonthStart { get; } = StartOf(new DateOnly(DateOf(Now, Zone).Year, DateOf(Now, Zone).Month, 1), Zone);

    /// <summary>What ended before it is in no figure.</summary>
    public DateTimeOffset LoadStart => MonthStart < PeriodStart ? MonthStart : PeriodStart;

    /// <summary>0 for the first day of the period to 29 for today; outside of it where the time lies outside.</summary>
    public int DayIndex(DateTimeOffset at) => DateOf(at, Zone).DayNumber - Today.DayNumber + Days - 1;

    private static DateOnly DateOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
