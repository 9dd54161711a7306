using Suiying.Contracts.Registry;

namespace Suiying.OpenCity.Model;

/// <summary>
/// By which figures are filed: codes of areas and categories, and for what lies in none of the parts of one its code with a hyphen: a county's is what
/// is known to be in the county and in none of its townships, <c>-</c> what has no category.
/// </summary>
internal sealed class OpenKeys(CitySnapshot city)
{
    private const string Mark = "-";

    /// <summary>All categories.</summary>
    public const string All = "";

    /// <summary>The whole city.</summary>
    public string City => city.City.Code;

    public static bool IsRest(string key) => key.EndsWith(Mark, StringComparison.Ordinal);

    public static string RestOf(string key) => key + Mark;

    /// <summary>From the innermost area that is told of to that below the city: township and county.</summary>
    public IReadOnlyList<string> AreasOf(string? code) =>
        Path(city.Areas.Upwards(code).Where(a => a.Level is not (AreaLevel.City or AreaLevel.Village)).Select(a => a.Code), Areas, City);

    /// <summary>From the innermost category to that of the first level.</summary>
    public IReadOnlyList<string> CategoriesOf(string? code) =>
        Path(city.Categories.Upwards(city.Categories.Acting(code)).Select(c => c.Code), Categories, All);

    /// <summary>Parts of an area that are told of, without the rest.</summary>
    public IEnumerable<string> Areas(string area) =>
        city.Areas.Children(area).Where(a => a.Level is not AreaLevel.Village).Select(a => a.Code);

    /// <summary>Parts of a category, without the rest.</summary>
    public IEnumerable<string> Categories(string category) =>
        city.Categories.Children(category).Where(c => !c.IsRetired()).Select(c => c.Code);

    /// <summary>万人诉求比: requests for 10,000 inhabitants of the area of a line; null where either is not known.</summary>
    public double? PerTenThousand(OpenFigure line) =>
        line.Received is { } received && city.Areas.Find(line.Area)?.Population is > 0 and { } people ? 10_000.0 * received / people : null;

    /// <summary>As people say it; what lies in no part of something is said to.</summary>
    public string NameOf(OpenKind kind, string key) =>
        (kind, key, IsRest(key)) switch
        {
            (OpenKind.Area, _, false) => city.Areas.Find(key)?.Name ?? key,
            (OpenKind.Area, _, true) => key == RestOf(City) ? Translations.Of("地点不明") : Translations.Of("未定到乡镇（街道）"),
            (_, All, _) => Translations.Of("全部类别"),
            (_, Mark, _) => Translations.Of("待分类"),
            (_, _, true) => Translations.Of("其他"),
            _ => city.Categories.Find(key)?.Name ?? key,
        };

    /// <summary>Down from the whole as far as it is broken down, the innermost first.</summary>
    private static List<string> Path(IEnumerable<string> upwards, Func<string, IEnumerable<string>> parts, string whole)
    {
        var (path, at) = (new List<string>(), whole);
        foreach (var code in upwards.Reverse().TakeWhile(code => parts(at).Contains(code)))
        {
            path.Insert(0, code);
            at = code;
        }
        if (path.Count == 0 || parts(at).Any())
            path.Insert(0, RestOf(at));
        return path;
    }
}
