namespace Suiying.Contracts.Themes;

/// <summary>主题链接: what another page says of a theme.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">题目</param>
/// <param name="Category">Code of the category that it is about.</param>
/// <param name="Topic">Number of a request of the topic from which it came, or null.</param>
/// <param name="IsPublic">Everybody may read of it.</param>
public sealed record ThemeTitle(Guid Id, string Title, string Category, string? Topic, bool IsPublic);

/// <summary>公开的主题: what everybody may know of a theme that the city has decided on.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">题目</param>
/// <param name="Category">Code of the category that it is about.</param>
/// <param name="Month">The month of which it is the theme, by its first day.</param>
/// <param name="State">主题状态, in the field's words.</param>
/// <param name="Effect">How its requests changed beside all others, as it was published; null before.</param>
/// <param name="Synthetic">Requests that a generator made are among its figures.</param>
public sealed record PublicTheme(
    Guid Id,
    string Title,
    string Category,
    DateOnly Month,
    string State,
    CategoryEffect? Effect,
    bool Synthetic
);

/// <summary>Finds themes for who links to them.</summary>
public interface IThemeTitles
{
    /// <summary>Those on the annual lists, newest month first.</summary>
    Task<IReadOnlyList<PublicTheme>> Decided(CancellationToken ct);

    Task<ThemeTitle?> Find(Guid id, CancellationToken ct);
}
