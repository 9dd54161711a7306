using System.Globalization;

namespace Suiying.Programmes.Model;

/// <summary>数量: numbers as people type them.</summary>
internal static class Amounts
{
    /// <summary>With at most two digits behind the point; 1,200 and 1 200 are 1200. Null where it is no number.</summary>
    public static decimal? In(string text) =>
        decimal.TryParse(
            text.Trim()
                .Replace(",", "", StringComparison.Ordinal)
                .Replace("，", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var amount
        )
        && Math.Abs(amount) < 1_000_000_000_000m
        && Math.Round(amount, 2) == amount
            ? amount
            : null;

    public static int? WholeIn(string text) =>
        In(text) is { } amount && amount == Math.Truncate(amount) && Math.Abs(amount) < int.MaxValue ? (int)amount : null;

    /// <summary>As people read it: 1,234.5.</summary>
    public static string Of(decimal amount) => amount.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>As a field holds it: 1234.5.</summary>
    public static string Plain(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
}
