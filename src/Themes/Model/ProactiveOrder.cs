using Suiying.Contracts.Registry;

namespace Suiying.Themes.Model;

/// <summary>任务要求: what a supervisor asks of a unit before anybody calls.</summary>
public sealed record ProactiveOrder
{
    public const int MostWeeks = 26;

    /// <summary>Code of the category.</summary>
    public required string Category { get; init; }

    /// <summary>Code of the county.</summary>
    public required string County { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string Unit { get; init; }

    public required string What { get; init; }

    public required DateOnly? DueOn { get; init; }

    /// <summary>The calls of so many weeks judge it, 4 to <see cref="MostWeeks"/>.</summary>
    public required int Weeks { get; init; }

    internal IEnumerable<FieldProblem> Problems(CitySnapshot city, DateOnly today)
    {
        if (city.Categories.Find(Category) is null)
            yield return new FieldProblem("category", "没有这个类别，请从列表中选择。");
        if (city.Areas.Find(County) is not { Level: AreaLevel.County, Served: true })
            yield return new FieldProblem("county", "请选择一个县（市、区）。");
        if (city.Units.Find(Unit) is not { } unit || unit.IsClosed())
            yield return new FieldProblem("unit", "请选择一个承办单位。");
        if (What.Trim().Length is < Theme.LeastText or > ProactiveTask.LongestText)
            yield return new FieldProblem(
                "what",
                $"请写 {Theme.LeastText} 至 {ProactiveTask.LongestText} 个字，现在是 {What.Trim().Length} 个字。"
            );
        if (DueOn is not { } due || due < today || due > today.AddDays(365))
            yield return new FieldProblem("due", "请选择从今天起一年以内的一天。");
        if (Weeks is < 4 or > MostWeeks)
            yield return new FieldProblem("weeks", $"按办成以后几周的诉求评判：4 至 {MostWeeks} 周。");
    }
}

/// <summary>诉求预测: how many requests are to be expected in some weeks to come.</summary>
/// <param name="From">The first Monday.</param>
/// <param name="Weeks">So many weeks.</param>
/// <param name="LastYear">So many there were in the same weeks of the year before.</param>
/// <param name="Trend">How the last weeks compare with the same of the year before.</param>
/// <param name="Expected">How many are to be expected.</param>
/// <param name="Low">Lower end of the interval of 95 %.</param>
/// <param name="High">Upper end.</param>
public sealed record DemandForecast(DateOnly From, int Weeks, int LastYear, double Trend, double Expected, double Low, double High);
