using Suiying.Engines.Clock;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Engines.Clock;

/// <summary>
/// Known answers, counted from the notices of the State Council's office: 国办发明电 for 2024
/// (gov.cn/zhengce/zhengceku/202310/content_6911528.htm), 2025 (202411/content_6986383.htm) and 2026 (202511/content_7047091.htm), as holiday-cn gives them.
/// </summary>
public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_notice_leaves(int year, int workingDays) =>
        Assert.Equal(workingDays, Official.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData(2024, "02-04,02-18,04-07,04-28,05-11,09-14,09-29,10-12")]
    [InlineData(2025, "01-26,02-08,04-27,09-28,10-11")]
    [InlineData(2026, "01-04,02-14,02-28,05-09,09-20,10-10")]
    public void Make_up_days_are_working_days_though_they_fall_on_a_weekend(int year, string days)
    {
        foreach (var date in days.Split(',').Select(d => Day($"{year}-{d}")))
        {
            Assert.True(date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{date}");
            Assert.True(Official.IsWorkDay(date), $"{date}");
        }
    }

    [Theory]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2025-01-28", "2025-02-04")]
    [InlineData("2025-04-04", "2025-04-06")]
    [InlineData("2025-05-01", "2025-05-05")]
    [InlineData("2025-05-31", "2025-06-02")]
    [InlineData("2025-10-01", "2025-10-08")]
    [InlineData("2026-01-01", "2026-01-03")]
    [InlineData("2026-02-15", "2026-02-23")]
    [InlineData("2026-04-04", "2026-04-06")]
    [InlineData("2026-05-01", "2026-05-05")]
    [InlineData("2026-06-19", "2026-06-21")]
    [InlineData("2026-09-25", "2026-09-27")]
    [InlineData("2026-10-01", "2026-10-07")]
    public void No_day_of_a_holiday_is_a_working_day(string first, string last) =>
        Assert.Equal(0, Official.WorkingDaysBetween(Day(first).AddDays(-1), Day(last)));

    [Theory]
    [InlineData("2025-09-26", 5, "2025-10-10")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2025-04-25", 5, "2025-05-06")]
    [InlineData("2025-12-31", 5, "2026-01-08")]
    [InlineData("2025-01-24", 5, "2025-02-07")]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2026-10-09", 2, "2026-10-12")]
    [InlineData("2026-04-30", 1, "2026-05-06")]
    public void The_nth_working_day_is_counted_from_the_day_after_the_start(string start, int days, string due) =>
        Assert.Equal(new DueTime(At($"{due} 17:30"), Provisional: false), Official.AddWorkingDays(At($"{start} 10:00"), days));

    [Theory]
    [InlineData("2025-12-01", 60, "2026-01-30", "2026-01-30")]
    [InlineData("2025-12-01", 90, "2026-03-01", "2026-03-02")]
    [InlineData("2026-02-02", 15, "2026-02-17", "2026-02-24")]
    public void Natural_days_run_through_holidays_and_the_next_working_day_can_be_told(string start, int days, string due, string next)
    {
        var result = Official.AddNatural(At($"{start} 09:15"), TimeSpan.FromDays(days));

        Assert.Equal(new DueTime(At($"{due} 09:15"), Provisional: false), result);
        Assert.Equal(Day(next), Official.NextWorkDay(Official.DateOf(result.At)));
    }

    [Theory]
    [InlineData("2026-09-18 00:00")]
    [InlineData("2026-09-18 17:31")]
    [InlineData("2026-09-18 23:59:59")]
    public void A_dispatch_outside_office_hours_counts_as_that_same_date(string start) =>
        Assert.Equal(At("2026-09-24 17:30"), Official.AddWorkingDays(At(start), 5).At);

    [Fact]
    public void A_start_on_a_rest_day_counts_from_the_next_working_day() =>
        Assert.Equal(At("2026-10-08 17:30"), Official.AddWorkingDays(At("2026-10-03 12:00"), 1).At);

    [Fact]
    public void The_offset_of_the_start_does_not_matter_only_the_citys_date_does()
    {
        var thursdayInLondonFridayHere = new DateTimeOffset(2026, 9, 17, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal(At("2026-09-20 17:30"), Official.AddWorkingDays(thursdayInLondonFridayHere, 1).At);
    }

    [Theory]
    [InlineData("2026-02-24", "2026-02-14")]
    [InlineData("2026-02-14", "2026-02-13")]
    [InlineData("2025-10-09", "2025-09-30")]
    public void The_last_working_day_before_a_date_skips_the_holiday(string date, string before) =>
        Assert.Equal(Day(before), Official.LastWorkDayBefore(Day(date)));

    [Theory]
    [InlineData("2026-12-21 09:00", 3, false)]
    [InlineData("2026-12-21 09:00", 4, true)]
    [InlineData("2026-12-30 09:00", 5, true)]
    [InlineData("2025-12-24 09:00", 5, false)]
    [InlineData("2023-12-31 09:00", 1, false)]
    [InlineData("2023-12-28 09:00", 1, true)]
    public void A_date_that_a_missing_notice_may_move_makes_the_result_provisional(string start, int days, bool provisional) =>
        Assert.Equal(provisional, Official.AddWorkingDays(At(start), days).Provisional);

    [Fact]
    public void The_last_week_of_December_is_settled_by_the_next_years_notice()
    {
        Assert.True(Official.IsSettled(Day("2026-12-24")));
        Assert.False(Official.IsSettled(Day("2026-12-25")));
        Assert.True(Official.IsSettled(Day("2025-12-25")));
    }

    [Fact]
    public void A_notice_that_contradicts_itself_is_refused()
    {
        var day = new CalendarDay(Day("2026-12-31"), "元旦", Off: true);

        Assert.Contains("2026-12-31", Assert.Throws<ArgumentException>(() => With([day, day with { Off = false }])).Message);
        Assert.False(With([day, day]).IsWorkDay(day.Date));
    }

    [Fact]
    public void A_count_of_no_days_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Official.AddWorkingDays(At("2026-09-18 10:00"), 0));

    private static WorkCalendar With(CalendarDay[] days) => new(Shanghai, days, [2026], [AllYear]);
}
