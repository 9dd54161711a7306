using Suiying.Engines.Clock;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Engines.Clock;

/// <summary>Clocks change in New York on 2026-03-08 02:00 (forward) and 2026-11-01 02:00 (back), IANA time zone database.</summary>
public sealed class CityZoneTests
{
    private static readonly WorkCalendar NewYork = Plain("America/New_York");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Asia/Baoding")]
    [InlineData("../../etc/passwd")]
    [InlineData("China Standard Time")]
    public void An_unknown_zone_is_an_error_and_never_UTC(string name) =>
        Assert.Throws<TimeZoneNotFoundException>(() => CityZone.Find(name));

    [Fact]
    public void A_working_day_deadline_ends_at_the_local_close_on_both_sides_of_a_change_of_clocks()
    {
        var friday = new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.FromHours(-5));

        Assert.Equal(new DateTimeOffset(2026, 3, 9, 17, 30, 0, TimeSpan.FromHours(-4)), NewYork.AddWorkingDays(friday, 1).At);
        Assert.Equal(TimeSpan.FromHours(-4), NewYork.AddWorkingDays(friday, 1).At.Offset);
    }

    [Fact]
    public void A_natural_day_is_24_hours_though_the_local_clock_jumps()
    {
        var due = NewYork.AddNatural(new DateTimeOffset(2026, 3, 7, 12, 0, 0, TimeSpan.FromHours(-5)), TimeSpan.FromDays(1)).At;

        Assert.Equal(new DateTime(2026, 3, 8, 13, 0, 0), due.DateTime);
        Assert.Equal(TimeSpan.FromHours(-4), due.Offset);
    }

    [Fact]
    public void A_day_shortened_or_lengthened_at_night_has_the_same_office_time()
    {
        foreach (var sunday in new[] { new DateTime(2026, 3, 8), new DateTime(2026, 11, 1) })
        {
            var start = new DateTimeOffset(sunday.AddDays(-2), NewYork.Zone.GetUtcOffset(sunday.AddDays(-2)));
            var end = new DateTimeOffset(sunday.AddDays(2), NewYork.Zone.GetUtcOffset(sunday.AddDays(2)));

            Assert.Equal(TimeSpan.FromHours(18), NewYork.OfficeTimeBetween(start, end));
        }
    }

    [Fact]
    public void A_close_that_the_clocks_skip_is_the_first_instant_after_the_gap()
    {
        // A market office that closes at 02:30 on every day; on 2026-03-08 there is no 02:30 in New York, and that Sunday is worked.
        var night = new OfficeHours(Day("2020-01-01"), new TimeOnly(0, 30), new TimeOnly(2, 30));
        var sunday = new CalendarDay(Day("2026-03-08"), "演示", Off: false);
        var calendar = new WorkCalendar(NewYork.Zone, [sunday], [2026], [night]);

        var due = calendar.AddWorkingDays(new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.FromHours(-5)), 1);

        Assert.Equal(new DateTimeOffset(2026, 3, 8, 3, 0, 0, TimeSpan.FromHours(-4)), due.At);
    }

    [Fact]
    public void A_close_that_the_clocks_show_twice_is_the_first_of_the_two()
    {
        var night = new OfficeHours(Day("2020-01-01"), new TimeOnly(0, 30), new TimeOnly(1, 30));
        var sunday = new CalendarDay(Day("2026-11-01"), "演示", Off: false);
        var calendar = new WorkCalendar(NewYork.Zone, [sunday], [2026], [night]);

        var due = calendar.AddWorkingDays(new DateTimeOffset(2026, 10, 30, 10, 0, 0, TimeSpan.FromHours(-4)), 1);

        Assert.Equal(new DateTimeOffset(2026, 11, 1, 1, 30, 0, TimeSpan.FromHours(-4)), due.At);
    }
}
