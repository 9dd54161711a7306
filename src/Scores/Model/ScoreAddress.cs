using System.Globalization;
using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>Addresses of the pages of scores, and what stands in them.</summary>
public static class ScoreAddress
{
    public const string Board = "/desk/scores";

    /// <summary>2026-11, or null where it is no month.</summary>
    public static DateOnly? MonthIn(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    public static string Of(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Query(DateOnly month, UnitKind? kind = null) => $"?month={Of(month)}{(kind is null ? "" : $"&kind={kind}")}";

    public static string Unit(string unit, DateOnly month) => $"{Board}/{Uri.EscapeDataString(unit)}{Query(month)}";
}
