using System.Globalization;
using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>What a report is about: days, and what part of the city's requests. Sealed and secret requests are in none.</summary>
public sealed record ReportScope
{
    /// <summary>Longer periods are no report but a year book.</summary>
    public const int MostDays = 366;

    public required DateOnly From { get; init; }

    /// <summary>Inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>An area with all below it; empty for the whole city.</summary>
    public string Area { get; init; } = "";

    /// <summary>A unit with all under it; empty for every one.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A category with all below it; empty for every one.</summary>
    public string Category { get; init; } = "";

    public int Days => To.DayNumber - From.DayNumber + 1;

    public string FromText => From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public ReportTimes Times(CitySnapshot city, DateTimeOffset asOf) =>
        new(city.Calendar.StartOf(From), city.Calendar.StartOf(To.AddDays(1)), asOf);

    /// <summary>What is wrong with it, or null.</summary>
    public Refusal? Check(CitySnapshot city, DateOnly today)
    {
        var problems = new List<FieldProblem>();
        if (From > To)
            problems.Add(new FieldProblem("to", "结束日期不能早于开始日期。"));
        else if (Days > MostDays)
            problems.Add(new FieldProblem("to", $"一份报告最长{MostDays}天，现在是{Days}天。"));
        if (To > today)
            problems.Add(new FieldProblem("to", "结束日期不能晚于今天。"));
        if (Area.Length > 0 && city.Areas.Find(Area) is null)
            problems.Add(new FieldProblem("area", "没有这个区划，请从列表里选。"));
        if (Unit.Length > 0 && city.Units.Find(Unit) is null)
            problems.Add(new FieldProblem("unit", "没有这个单位，请从列表里选。"));
        if (Category.Length > 0 && city.Categories.Find(Category) is null)
            problems.Add(new FieldProblem("category", "没有这个类别，请从列表里选。"));
        return problems.Count > 0 ? Refusal.Invalid([.. problems]) : null;
    }

    /// <summary>A test for many rows of one city.</summary>
    public Func<BoardRow, bool> In(CitySnapshot city)
    {
        var units = Unit.Length == 0 ? null : city.Units.Subtree(Unit).Select(u => u.Code).ToHashSet();
        var areas = new Remembered(code => city.Areas.Within(code, Area));
        var categories = new Remembered(code => city.Categories.Within(code, Category));
        return row =>
            !row.Shielded
            && (units is null || row.Unit is { } unit && units.Contains(unit))
            && (Area.Length == 0 || areas.Of(row.Area))
            && (Category.Length == 0 || categories.Of(row.Category));
    }
}
