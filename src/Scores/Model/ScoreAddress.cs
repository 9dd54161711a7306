using Suiying.Design;

namespace Suiying.Scores.Model;

/// <summary>Addresses of the pages of scores, and what stands in them.</summary>
public static class ScoreAddress
{
    public const string Board = "/desk/scores",
        Bulletin = "/desk/scores/bulletin",
        Classes = "/desk/scores/classes",
        Daily = "/desk/scores/daily",
        Months = "/desk/scores/months",
        Tags = "/desk/scores/tags",
        Exclusions = "/desk/exclusions";

    /// <summary>Years before and after have no scores, and no room for the months beside them.</summary>
    private const int FirstYear = 1950;

    /// <summary>2026-11, or null where it is no month.</summary>
    public static DateOnly? MonthIn(string? text) => IsoMonth.In(text) is { Year: >= FirstYear } month ? month : null;

    /// <summary>2026-11-18, or null where it is no day.</summary>
    public static DateOnly? DayIn(string? text) => IsoDay.In(text) is { Year: >= FirstYear } day ? day : null;

    /// <summary>What is wrong with a month in an address; null where it is one.</summary>
    internal static Refusal? Problem(string? month) =>
        MonthIn(month) is null ? Refusal.Invalid(new FieldProblem("month", "请写考核月，如 2026-11。")) : null;

    public static string Of(DateOnly month) => IsoMonth.Of(month);

    public static string Query(DateOnly month, ScoreGroup? group = null) => $"?month={Of(month)}{(group is null ? "" : $"&kind={group}")}";

    /// <summary>The daily scores of a day, as the page or the file with that ending.</summary>
    public static string OfDay(DateOnly day, string ending = "") => $"{Daily}{ending}?day={IsoDay.Of(day)}";

    public static string Unit(string unit, DateOnly month) => $"{Board}/{Uri.EscapeDataString(unit)}{Query(month)}";
}
