using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.People.Model;

/// <summary>Times as the city tells them.</summary>
internal sealed class CityClock(ICityRegistry registry, TimeProvider time)
{
    private readonly WorkCalendar calendar = registry.Current.Calendar;

    public DateTimeOffset Local(DateTimeOffset time) => calendar.Local(time);

    /// <summary>Whole days that have passed.</summary>
    public int DaysSince(DateTimeOffset then) => Math.Max(0, (int)(time.GetUtcNow() - then).TotalDays);

    /// <summary>Midnight at which the day begins (ISO date), some days later; null for what is no date.</summary>
    public DateTimeOffset? StartOf(string? date, int days = 0)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        if (day.Year is < 1900 or > 9000)
            return null;
        return calendar.StartOf(day.AddDays(days));
    }
}
