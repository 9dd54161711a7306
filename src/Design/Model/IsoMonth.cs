using System.Globalization;

namespace Suiying.Design;

/// <summary>A month as addresses, month fields and files have it: 2026-11 (ISO 8601); in the program it is its first day.</summary>
public static class IsoMonth
{
    private const string Form = "yyyy-MM";

    public static string Of(DateOnly month) => month.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The month that a text says; null where it says none, and for years beside which a calendar has no room.</summary>
    public static DateOnly? In(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year is >= 1900 and < 3000
            ? month
            : null;
}
