using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Suiying.Engines.Clock;
using Suiying.Engines.Statistics;

namespace Suiying.Understanding.Model;

/// <summary>Addresses of series.</summary>
internal static class RiseAddress
{
    /// <summary>The page of a series, by a method other than the usual one and with a week opened where these are given.</summary>
    public static string Of(SeriesKey key, BaselineMethod? method = null, string? week = null) =>
        $"/desk/rises/{Uri.EscapeDataString(key.Category)}/{Uri.EscapeDataString(key.Area)}"
        + Query(("method", method?.ToString()), ("week", week));

    /// <summary>The list of the requests that one week of a series counts.</summary>
    public static string Requests(SeriesKey key, CityWeeks weeks, int week) =>
        "/desk/all"
        + Query(
            ("area", key.Area),
            ("category", key.Category),
            ("from", Day(weeks.Monday(week))),
            ("to", Day(weeks.Sunday(week))),
            ("open", "1")
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A query of what is given, with its question mark; empty where nothing is.</summary>
    public static string Query(params IEnumerable<(string Name, string? Value)> parts) =>
        QueryHelpers.AddQueryString("", parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
}
