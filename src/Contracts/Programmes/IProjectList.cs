namespace Suiying.Contracts.Programmes;

/// <summary>项目链接: what another page says of a project.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">题目</param>
/// <param name="Name">年份、方案和编号, such as 2026 民生实事 3.</param>
/// <param name="State">项目状态, in the field's words.</param>
/// <param name="Asks">People are asked whether it was done.</param>
public sealed record ProjectLink(Guid Id, string Title, string Name, string State, bool Asks);

/// <summary>公开的项目: how a project of this year stands.</summary>
/// <param name="Link">Which.</param>
/// <param name="Colour">亮灯, in the field's words.</param>
/// <param name="Done">核实进度, 0 to 100: what was accepted with evidence.</param>
/// <param name="Ended">验收 is over.</param>
/// <param name="Confirmed">People who said that it was done.</param>
/// <param name="Synthetic">演示数据</param>
public sealed record PublicProject(ProjectLink Link, string Colour, int Done, bool Ended, int Confirmed, bool Synthetic);

/// <summary>Finds projects, all of them public, for pages of what they came from.</summary>
public interface IProjectList
{
    /// <summary>Those of the city's first programme in the newest year that has any, by number.</summary>
    Task<IReadOnlyList<PublicProject>> Newest(CancellationToken ct);

    /// <summary>Those that came from a theme, newest first.</summary>
    Task<IReadOnlyList<ProjectLink>> OfTheme(Guid theme, CancellationToken ct);

    /// <summary>Those that are about a kind of matter in a place, or in the whole city, and are not closed; newest first.</summary>
    /// <param name="category">Code of the category of a matter.</param>
    /// <param name="area">Code of its area, or null where it is not known.</param>
    /// <param name="ct">Gives up.</param>
    Task<IReadOnlyList<ProjectLink>> About(string category, string? area, CancellationToken ct);
}
