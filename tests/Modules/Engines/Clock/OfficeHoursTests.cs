using Suiying.Engines.Clock;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Engines.Clock;

public sealed class OfficeHoursTests
{
    private static readonly OfficeHours Summer = new(Day("2026-06-01"), new TimeOnly(8, 30), new TimeOnly(18, 0));
    private static readonly OfficeHours Winter = new(Day("2026-10-01"), new TimeOnly(8, 30), new TimeOnly(17, 30));
    private static readonly WorkCalendar Seasons = new(Shanghai, Official.Days, [2026], [Winter, Summer]);

    [Fact]
    public void A_deadline_ends_with_the_office_hours_of_the_day_on_which_it_ends()
    {
        Assert.Equal(At("2026-09-30 18:00"), Seasons.AddWorkingDays(At("2026-09-29 10:00"), 1).At);
        Assert.Equal(At("2026-10-08 17:30"), Seasons.AddWorkingDays(At("2026-09-29 10:00"), 2).At);
    }

    [Fact]
    public void Before_the_first_entry_the_first_hours_hold() => Assert.Equal(Summer, Seasons.OfficeHoursOn(Day("2026-01-05")));

    [Theory]
    [InlineData("2026-09-18 08:29:59", false)]
    [InlineData("2026-09-18 08:30", true)]
    [InlineData("2026-09-18 17:29:59", true)]
    [InlineData("2026-09-18 17:30", false)]
    [InlineData("2026-09-19 10:00", false)]
    [InlineData("2026-09-20 10:00", true)]
    [InlineData("2026-10-01 10:00", false)]
    public void Office_time_is_from_opening_to_closing_on_working_days(string at, bool open) =>
        Assert.Equal(open, Official.IsOfficeTime(At(at)));

    [Theory]
    [InlineData("2026-09-18 16:30", "2026-09-20 09:30", 2)]
    [InlineData("2026-09-18 00:00", "2026-09-19 00:00", 9)]
    [InlineData("2026-09-30 17:30", "2026-10-08 08:30", 0)]
    [InlineData("2026-09-18 16:30", "2026-09-18 16:30", 0)]
    [InlineData("2026-09-20 09:30", "2026-09-18 16:30", 0)]
    public void Office_time_between_two_instants_leaves_nights_and_rest_days_out(string from, string to, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Official.OfficeTimeBetween(At(from), At(to)));

    [Fact]
    public void A_city_without_office_hours_gets_no_guess()
    {
        var calendar = new WorkCalendar(Shanghai, [], [2026], []);

        Assert.Contains(
            "办公时间",
            Assert.Throws<InvalidOperationException>(() => calendar.AddWorkingDays(At("2026-09-18 10:00"), 1)).Message
        );
    }

    [Fact]
    public void An_office_that_closes_before_it_opens_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new WorkCalendar(Shanghai, [], [2026], [new OfficeHours(Day("2026-01-01"), new TimeOnly(17, 30), new TimeOnly(8, 30))])
        );

    [Fact]
    public void Hours_that_begin_twice_on_one_day_are_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkCalendar(Shanghai, [], [2026], [AllYear, AllYear]));
}
