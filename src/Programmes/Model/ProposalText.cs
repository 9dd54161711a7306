using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>建议内容: what is proposed, as it was written.</summary>
public sealed record ProposalText
{
    public required string Programme { get; init; }

    public required int Year { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required ProposalSource Source { get; init; }

    /// <summary>Unit, or motion; not asked of residents.</summary>
    public string From { get; init; } = "";

    /// <summary>Code of the category, or empty.</summary>
    public string Category { get; init; } = "";

    /// <summary>Code of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The theme from which it came, or null.</summary>
    public Guid? Theme { get; init; }

    /// <summary>A resident for themselves, a unit for a department, a supervisor for calls and deputies.</summary>
    internal bool MayBeMadeBy(Actor by, CitySnapshot city) =>
        Source switch
        {
            ProposalSource.Residents => by.Is(Role.Resident) && by.Id != Guid.Empty,
            ProposalSource.Departments => by.Is(Role.Supervisor) || (by.Is(Role.UnitHandler) && city.Units.Find(by.UnitCode) is not null),
            _ => by.Is(Role.Supervisor),
        };

    internal IEnumerable<FieldProblem> Problems(CitySnapshot city)
    {
        if (city.Programmes.FirstOrDefault(p => p.Code == Programme) is not { } programme)
            yield return new FieldProblem("programme", "没有这个方案，请从列表中选择。");
        else if (Year is < 2000 or > 2199 || !programme.Covers(Year) || programme.Choice is ProgrammeChoice.Given)
            yield return new FieldProblem("year", $"“{programme.Name}”不征集 {Year} 年的项目。");
        if (Title.Trim().Length is < 4 or > Proposal.LongestTitle)
            yield return new FieldProblem("title", $"请写题目，4 至 {Proposal.LongestTitle} 个字。");
        if (Text.Trim().Length is < Proposal.LeastText or > Proposal.LongestText)
            yield return new FieldProblem(
                "text",
                $"请写 {Proposal.LeastText} 至 {Proposal.LongestText} 个字，现在是 {Text.Trim().Length} 个字。"
            );
        if (Source is not ProposalSource.Residents && From.Trim().Length is < 2 or > 100)
            yield return new FieldProblem("from", "请写是谁提出的，如部门名称、议案编号或“12345 诉求分析”，2 至 100 个字。");
        if (Category.Length > 0 && city.Categories.Find(Category) is null)
            yield return new FieldProblem("category", "没有这个类别，请从列表中选择。");
        if (city.Areas.Find(Area) is null)
            yield return new FieldProblem("area", "没有这个地方，请从列表中选择。");
    }
}
