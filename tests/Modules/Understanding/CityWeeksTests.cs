using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Testing;

namespace Suiying.Tests.Understanding;

/// <summary>Which week a moment belongs to, also where clocks are changed.</summary>
public sealed class CityWeeksTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-03-02T00:00:00+08:00", "2026-W10", "2026-03-02")]
    [InlineData("2026-03-01T23:59:59+08:00", "2026-W09", "2026-02-23")]
    [InlineData("2027-01-03T12:00:00+08:00", "2026-W53", "2026-12-28")]
    [InlineData("2027-01-04T00:00:00+08:00", "2027-W01", "2027-01-04")]
    public void A_week_runs_from_Monday_to_Sunday_on_the_citys_clocks(string now, string name, string monday)
    {
        var weeks = new CityWeeks(
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
            Calendar("Asia/Shanghai"),
            4
        );
        Assert.Equal(name, weeks.NameOf(weeks.Whole));
        Assert.Equal(monday, weeks.Monday(weeks.Whole).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(weeks.Whole - 3, weeks.Find(weeks.NameOf(1)));
        Assert.Null(weeks.Find("2019-W01"));
    }

    [Fact]
    public void A_week_in_which_clocks_are_changed_is_an_hour_longer_or_shorter()
    {
        var weeks = new CityWeeks(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero), Calendar("Europe/Berlin"), 50);
        var hours = Enumerable.Range(0, weeks.Starts.Count - 1).Select(w => (weeks.Starts[w + 1] - weeks.Starts[w]).TotalHours).ToList();
        Assert.Equal([167, 168, 169], hours.Distinct().Order());
    }

    [Fact]
    public async Task The_database_finds_the_same_week_also_after_an_uneven_one()
    {
        var start = app.Now;
        // 169 hours, then 167, then two even ones.
        var hours = new[] { 0, 169, 336, 504, 672 };
        foreach (var hour in new[] { 0, 168, 169, 335, 336, 503, 504, 671, 672 })
        {
            app.Clock.Advance(start + TimeSpan.FromHours(hour) - app.Now);
            await app.Given.Request();
        }
        var counted = await app.Use<IWeekTallies, WeekTallySet>(t =>
            t.Count([.. hours.Select(h => start + TimeSpan.FromHours(h))], null, Ct)
        );
        Assert.Equal([2, 2, 2, 2], counted.Cells.OrderBy(t => t.Week).Select(t => t.Requests));
        Assert.All(counted.Cells, t => Assert.Equal(("010101", "990102", 0), (t.Category, t.Area, t.Synthetic)));
        var within = await app.Use<IWeekTallies, WeekTallySet>(t => t.Count([start, start + TimeSpan.FromDays(90)], "990102", Ct));
        Assert.Equal(("990102001001", 9), (Assert.Single(within.Cells).Area, within.Cells[0].Requests));
        var other = await app.Use<IWeekTallies, WeekTallySet>(t => t.Count([start, start + TimeSpan.FromDays(90)], "990103", Ct));
        Assert.Empty(other.Cells);
    }

    private static WorkCalendar Calendar(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), [], [], []);
}
