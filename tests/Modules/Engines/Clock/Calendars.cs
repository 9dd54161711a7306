using System.Text.Json;
using Suiying.Engines.Clock;

namespace Suiying.Tests.Engines.Clock;

/// <summary>Calendars for tests: the official notices of 2024 to 2026, see Calendars/README.md, with office hours of a city.</summary>
public static class Calendars
{
    public static readonly TimeZoneInfo Shanghai = CityZone.Find("Asia/Shanghai");

    /// <summary>8:30 to 17:30 all year.</summary>
    public static readonly OfficeHours AllYear = new(new DateOnly(2020, 1, 1), new TimeOnly(8, 30), new TimeOnly(17, 30));

    /// <summary>2024, 2025 and 2026 are published; 2023 and 2027 are not.</summary>
    public static readonly WorkCalendar Official = Of(2024, 2025, 2026);

    public static WorkCalendar Of(params int[] years) => new(Shanghai, [.. years.SelectMany(Notice)], years, [AllYear]);

    /// <summary>One more year is published.</summary>
    public static WorkCalendar With(this WorkCalendar known, int year, params CalendarDay[] days) =>
        new(known.Zone, [.. known.Days, .. days], [.. known.PublishedYears, year], known.OfficeHours);

    /// <summary>Only the weekday rule, in a zone of one's choice.</summary>
    public static WorkCalendar Plain(string zone, params OfficeHours[] hours) =>
        new(CityZone.Find(zone), [], [2024, 2025, 2026, 2027], hours.Length > 0 ? hours : [AllYear]);

    /// <summary>A local time in Shanghai.</summary>
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, null), TimeSpan.FromHours(8));

    public static DateOnly Day(string date) => DateOnly.Parse(date, null);

    private static IEnumerable<CalendarDay> Notice(int year)
    {
        using var file =
            typeof(Calendars).Assembly.GetManifestResourceStream($"calendar/{year}.json")
            ?? throw new InvalidOperationException($"No notice of {year} among the test data.");
        using var json = JsonDocument.Parse(file);
        return
        [
            .. json
                .RootElement.GetProperty("days")
                .EnumerateArray()
                .Select(d => new CalendarDay(
                    Day(d.GetProperty("date").GetString()!),
                    d.GetProperty("name").GetString()!,
                    d.GetProperty("isOffDay").GetBoolean()
                )),
        ];
    }
}
