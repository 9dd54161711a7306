using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model;

/// <summary>Finds what a person typed into a form, by code or by whole name, and says what would be right where it is not clear.</summary>
public static class CityLookup
{
    /// <summary>Null, with no problem, for an empty text.</summary>
    public static (string? Code, FieldProblem? Problem) Unit(CitySnapshot city, string field, string? text) =>
        One(field, text, city.Units.Find(Trimmed(text))?.Code, city.Units.All, u => u.Code, u => u.Name, "单位");

    /// <summary>As <see cref="Unit"/>.</summary>
    public static (string? Code, FieldProblem? Problem) Area(CitySnapshot city, string field, string? text) =>
        One(field, text, city.Areas.Find(Trimmed(text))?.Code, city.Areas.All, a => a.Code, a => a.Name, "区划");

    /// <summary>As <see cref="Unit"/>.</summary>
    public static (string? Code, FieldProblem? Problem) Category(CitySnapshot city, string field, string? text) =>
        One(field, text, city.Categories.Find(Trimmed(text))?.Code, city.Categories.All, c => c.Code, c => c.Name, "类别");

    /// <summary>A rule of a retired category would never match: matters of it follow the successor's.</summary>
    public static IEnumerable<FieldProblem> Retired(CitySnapshot city, string field, string? category)
    {
        if (city.Categories.Find(category) is { Successor: not null } retired)
            yield return new FieldProblem(
                field,
                $"{retired.Name}已停用，请填承接的类别：{city.Categories.FullName(city.Categories.Acting(category))}。"
            );
    }

    private static string? Trimmed(string? text) => text?.Trim();

    private static (string?, FieldProblem?) One<T>(
        string field,
        string? text,
        string? byCode,
        IReadOnlyList<T> all,
        Func<T, string> code,
        Func<T, string> name,
        Phrase what
    )
    {
        var words = Trimmed(text);
        if (string.IsNullOrEmpty(words) || byCode is not null)
            return (byCode, null);
        var named = all.Where(x => name(x) == words).ToList();
        if (named.Count == 1)
            return (code(named[0]), null);
        var near = (named.Count > 0 ? named : all.Where(x => name(x).Contains(words, StringComparison.OrdinalIgnoreCase)))
            .Take(5)
            .Select(x => $"{name(x)}（{code(x)}）")
            .ToList();
        var says = named.Count > 1 ? (Phrase)$"有不止一个{what}叫“{words}”，请填代码。" : (Phrase)$"没有代码或全称是“{words}”的{what}。";
        return (null, new FieldProblem(field, near.Count == 0 ? says : (Phrase)$"{says}是否：{string.Join('、', near)}？"));
    }
}
