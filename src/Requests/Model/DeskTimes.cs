using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Requests.Model;

/// <summary>Times as desks show them: on the city's clocks.</summary>
public static class DeskTimes
{
    public static DateTimeOffset Local(this CitySnapshot city, DateTimeOffset at) => city.Calendar.Local(at);

    /// <summary>7月15日 17:30</summary>
    public static string Short(this CitySnapshot city, DateTimeOffset at) => Moments.Short(city.Local(at));

    /// <summary>7月15日 17:30, or the day with its year where it is not this one: letters that were taken over may be years old.</summary>
    public static string ShortOrDay(this CitySnapshot city, DateTimeOffset at, DateTimeOffset now) =>
        city.Local(at).Year == city.Local(now).Year ? city.Short(at) : Moments.Day(DateOnly.FromDateTime(city.Local(at).Date));

    /// <summary>2026年7月15日 17:30, or a dash where it has not happened.</summary>
    public static string Long(this CitySnapshot city, DateTimeOffset? at) => at is { } time ? Moments.Long(city.Local(time)) : "—";
}
