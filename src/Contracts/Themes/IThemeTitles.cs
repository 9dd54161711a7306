namespace Suiying.Contracts.Themes;

/// <summary>主题链接: what another page says of a theme.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">题目</param>
/// <param name="Category">Code of the category that it is about.</param>
/// <param name="Topic">Number of a request of the topic from which it came, or null.</param>
/// <param name="IsPublic">Everybody may read of it.</param>
public sealed record ThemeTitle(Guid Id, string Title, string Category, string? Topic, bool IsPublic);

/// <summary>Finds themes for who links to them.</summary>
public interface IThemeTitles
{
    Task<ThemeTitle?> Find(Guid id, CancellationToken ct);
}
