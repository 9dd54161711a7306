using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Requests.Model;

/// <summary>Times as the city's clocks show them.</summary>
public static class ResidentTime
{
    public static DateTimeOffset In(this CitySnapshot city, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, city.Calendar.Zone);

    /// <summary>11月30日 17:30; with the year where it is another than <paramref name="now"/>'s.</summary>
    public static string Tell(this CitySnapshot city, DateTimeOffset at, DateTimeOffset now) => Moments.Near(city.In(at), city.In(now));
}
