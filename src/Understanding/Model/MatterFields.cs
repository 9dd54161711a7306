using Suiying.Contracts.Registry;
using Suiying.Engines.Dispatch;

namespace Suiying.Understanding.Model;

/// <summary>What a dispatch is learnt by: category and area on each level, and how the matter came.</summary>
internal static class MatterFields
{
    public static DispatchFields Fields { get; } =
        new()
        {
            What = ["category", "group", "field"],
            Where = ["village", "township", "county"],
            How = ["channel", "kind"],
        };

    /// <summary>A matter of today's city: a retired category stands for what took its place.</summary>
    public static DispatchMatter Of(CitySnapshot city, string? category, string? area, (string Channel, string Kind) how, DateTimeOffset at)
    {
        var what = city.Categories.Upwards(city.Categories.Acting(category)).Select(c => c.Code).ToList();
        var upwards = city.Areas.Upwards(area).ToList();
        string Place(AreaLevel level) => upwards.Find(a => a.Level == level)?.Code ?? "";
        string[] where = [Place(AreaLevel.Village), Place(AreaLevel.Township), Place(AreaLevel.County)];
        return new DispatchMatter
        {
            Codes = [.. Enumerable.Range(0, 3).Select(i => what.ElementAtOrDefault(i) ?? ""), .. where, how.Channel, how.Kind],
            At = at,
            Places = [.. where.Select(code => city.Areas.Find(code)?.Name ?? "")],
        };
    }

    /// <summary>The names behind the fields of a matter: 路灯不亮，莲池区.</summary>
    public static string NamesOf(CitySnapshot city, DispatchMatter matter, IReadOnlyList<string> fields) =>
        string.Join(
            '，',
            Fields
                .All.Select((field, i) => (field, Code: matter.Codes[i]))
                .Where(f => fields.Contains(f.field))
                .Select(f => city.Categories.Find(f.Code)?.Name ?? city.Areas.Find(f.Code)?.Name)
                .OfType<string>()
        );
}
