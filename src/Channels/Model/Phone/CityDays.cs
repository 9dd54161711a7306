using Suiying.Contracts.Registry;

namespace Suiying.Channels.Model.Phone;

/// <summary>Days and times of day in the city's zone.</summary>
internal static class CityDays
{
    public static DateTimeOffset Local(this CitySnapshot city, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, city.Calendar.Zone);

    /// <summary>When a day begins.</summary>
    public static DateTimeOffset StartOf(this CitySnapshot city, DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(start, city.Calendar.Zone.GetUtcOffset(start)).ToUniversalTime();
    }
}
