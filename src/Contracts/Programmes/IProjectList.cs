namespace Suiying.Contracts.Programmes;

/// <summary>项目链接: what another page says of a project.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">题目</param>
/// <param name="Name">年份、方案和编号, such as 2026 民生实事 3.</param>
/// <param name="State">项目状态, in the field's words.</param>
/// <param name="Asks">People are asked whether it was done.</param>
public sealed record ProjectLink(Guid Id, string Title, string Name, string State, bool Asks);

/// <summary>Finds projects, all of them public, for pages of what they came from.</summary>
public interface IProjectList
{
    /// <summary>Those that came from a theme, newest first.</summary>
    Task<IReadOnlyList<ProjectLink>> OfTheme(Guid theme, CancellationToken ct);

    /// <summary>Those that are about a kind of matter in a place, or in the whole city, and are not closed; newest first.</summary>
    /// <param name="category">Code of the category of a matter.</param>
    /// <param name="area">Code of its area, or null where it is not known.</param>
    /// <param name="ct">Gives up.</param>
    Task<IReadOnlyList<ProjectLink>> About(string category, string? area, CancellationToken ct);
}
