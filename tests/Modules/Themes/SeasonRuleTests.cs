using System.Globalization;
using Suiying.Contracts.Registry;

namespace Suiying.Tests.Themes;

/// <summary>季节: when one is near, also over the end of a year.</summary>
public sealed class SeasonRuleTests
{
    private static readonly SeasonRule Heating = new()
    {
        Name = "供暖季",
        Categories = ["0301"],
        From = new DayOfYear(11, 15),
        Until = new DayOfYear(3, 15),
        LeadDays = 30,
    };

    [Theory]
    [InlineData("2026-10-15", null)]
    [InlineData("2026-10-16", "2026-11-15")]
    [InlineData("2026-12-31", "2026-11-15")]
    [InlineData("2027-01-01", "2026-11-15")]
    [InlineData("2027-03-15", "2026-11-15")]
    [InlineData("2027-03-16", null)]
    public void It_is_near_from_its_lead_to_its_last_day(string day, string? from)
    {
        var near = Heating.Near(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(from, near?.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (near is { } span)
            Assert.Equal(new DateOnly(2027, 3, 15), span.Until);
    }

    [Fact]
    public void The_last_day_of_February_is_there_each_year()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), new DayOfYear(2, 29).In(2028));
        Assert.Equal(new DateOnly(2027, 2, 28), new DayOfYear(2, 29).In(2027));
    }
}
