using System.Globalization;

namespace Suiying.Design;

/// <summary>A day as addresses, date fields and files have it: 2026-11-18 (ISO 8601).</summary>
public static class IsoDay
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that a text says; null where it says none, and for years that are still being typed.</summary>
    public static DateOnly? In(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 3000
            ? day
            : null;
}
