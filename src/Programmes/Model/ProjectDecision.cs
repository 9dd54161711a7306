using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>立项决定: what a meeting, a vote or a programme decided of a project.</summary>
public sealed record ProjectDecision
{
    public required string Programme { get; init; }

    public required int Year { get; init; }

    public required string Title { get; init; }

    /// <summary>目标, as it was decided.</summary>
    public required string Goal { get; init; }

    /// <summary>责任领导: the one accountable leader, by post and, where the city wishes, name.</summary>
    public required string Owner { get; init; }

    /// <summary>City, County or Township: whose leader.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Code of the unit that leads.</summary>
    public required string Lead { get; init; }

    /// <summary>Codes of the supporting units.</summary>
    public IReadOnlyList<string> Supporting { get; init; } = [];

    /// <summary>Code of the category whose requests it is to reduce; empty for none.</summary>
    public string Category { get; init; } = "";

    /// <summary>Code of the area in which it is done: the city, or a part of it.</summary>
    public required string Area { get; init; }

    /// <summary>By what it was decided, and when: 市政府第 12 次常务会议，2026-01-20.</summary>
    public required string By { get; init; }

    internal IEnumerable<FieldProblem> Problems(CitySnapshot city)
    {
        if (city.Programmes.FirstOrDefault(p => p.Code == Programme) is not { } programme)
            yield return new FieldProblem("programme", "没有这个方案，请从列表中选择。");
        else if (Year is < 2000 or > 2199 || !programme.Covers(Year))
            yield return new FieldProblem("year", $"请写“{programme.Name}”覆盖的年份，如 2027。");
        if (Title.Trim().Length is < 4 or > Project.LongestTitle)
            yield return new FieldProblem("title", $"请写题目，4 至 {Project.LongestTitle} 个字。");
        if (Project.TextProblem("goal", Goal) is { } goal)
            yield return goal;
        if (Owner.Trim().Length is < 2 or > 60)
            yield return new FieldProblem("owner", "请写一位责任领导的职务，如“市政府分管副市长”，2 至 60 个字。");
        if (Level is not (AreaLevel.City or AreaLevel.County or AreaLevel.Township))
            yield return new FieldProblem("level", "责任领导是市、县、乡哪一级的？");
        if (city.Units.Find(Lead) is not { } lead || lead.IsClosed())
            yield return new FieldProblem("lead", "请选择一个牵头单位。");
        if (Supporting.Any(u => city.Units.Find(u) is not { } unit || unit.IsClosed()) || Supporting.Count > Project.MostSupporting)
            yield return new FieldProblem("supporting", $"配合单位从列表里选，至多 {Project.MostSupporting} 个。");
        if (Supporting.Contains(Lead))
            yield return new FieldProblem("supporting", "牵头单位不再作配合单位。");
        if (Category.Length > 0 && city.Categories.Find(Category) is null)
            yield return new FieldProblem("category", "没有这个类别，请从列表中选择。");
        if (city.Areas.Find(Area) is null)
            yield return new FieldProblem("area", "没有这个地方，请从列表中选择。");
        if (By.Trim().Length is < 4 or > 200)
            yield return new FieldProblem("by", "请写依据，如“市政府第 12 次常务会议，2026-01-20”，4 至 200 个字。");
    }
}
