using System.Globalization;
using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>themes</c> of city.json: 每月一题的办法. What it leaves out is as <see cref="ThemeScheme.Usual"/> says.</summary>
internal static class ThemesPart
{
    private const string Member = "themes";

    public static ThemeScheme? Read(JsonPart city, BasesFile bases)
    {
        if (city.Object(Member) is not { } part)
            return null;
        var usual = ThemeScheme.Usual;
        var scheme = new ThemeScheme
        {
            Lists = part.Element.TryGetProperty("lists", out _) ? ListsOf(part) : usual.Lists,
            WideWeight = part.Whole("wideWeight", 0, 100) ?? usual.WideWeight,
            VolumeWeight = part.Whole("volumeWeight", 0, 100) ?? usual.VolumeWeight,
            UnsolvedWeight = part.Whole("unsolvedWeight", 0, 100) ?? usual.UnsolvedWeight,
            ReadyWeight = part.Whole("readyWeight", 0, 100) ?? usual.ReadyWeight,
            OpinionDays = part.Whole("opinionDays", 1, 180) ?? usual.OpinionDays,
            LookBackMonths = part.Whole("lookBackMonths", 1, 24) ?? usual.LookBackMonths,
            LeastRequests = part.Whole("leastRequests", 1, 100_000) ?? usual.LeastRequests,
            Seasons = part.Element.TryGetProperty("seasons", out _)
                ? [.. part.Objects("seasons").Select(SeasonOf).OfType<SeasonRule>()]
                : [],
            Basis = bases.Cited(part, "basis"),
            Verified = part.Flag("verified", false),
        };
        if (scheme.WideWeight + scheme.VolumeWeight + scheme.UnsolvedWeight + scheme.ReadyWeight is not 100 and var sum)
            part.Report("wideWeight", $"评分卡权重之和是 {sum}。", "wideWeight、volumeWeight、unsolvedWeight、readyWeight 之和为 100");
        return scheme;
    }

    public static void Check(PackFolder folder, CityFacts? city, CategoriesFile categories)
    {
        foreach (var (season, i) in (city?.Profile.Themes?.Seasons ?? []).Select((s, i) => (s, i)))
        {
            foreach (var unknown in season.Categories.Where(code => !categories.Categories.Any(c => c.Code == code)))
                folder.Report(CityFile.Name, null, $"{Member}.seasons[{i}].categories", $"没有类别 {unknown}。", CategoriesFile.Name);
        }
    }

    public static void Write(Utf8JsonWriter json, ThemeScheme scheme)
    {
        json.WriteStartObject(Member);
        json.WriteStartArray("lists");
        foreach (var list in scheme.Lists)
            json.WriteStringValue(list);
        json.WriteEndArray();
        json.WriteNumber("wideWeight", scheme.WideWeight);
        json.WriteNumber("volumeWeight", scheme.VolumeWeight);
        json.WriteNumber("unsolvedWeight", scheme.UnsolvedWeight);
        json.WriteNumber("readyWeight", scheme.ReadyWeight);
        json.WriteNumber("opinionDays", scheme.OpinionDays);
        json.WriteNumber("lookBackMonths", scheme.LookBackMonths);
        json.WriteNumber("leastRequests", scheme.LeastRequests);
        json.WriteStartArray("seasons");
        foreach (var season in scheme.Seasons)
        {
            json.WriteStartObject();
            json.WriteString("name", season.Name);
            json.WriteStartArray("categories");
            foreach (var category in season.Categories)
                json.WriteStringValue(category);
            json.WriteEndArray();
            json.WriteString("from", season.From.ToString());
            json.WriteString("until", season.Until.ToString());
            json.WriteNumber("leadDays", season.LeadDays);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("basis", scheme.Basis);
        json.WriteBoolean("verified", scheme.Verified);
        json.WriteEndObject();
    }

    private static SeasonRule? SeasonOf(JsonPart part)
    {
        var (name, from, until) = (part.Text("name"), DayOf(part, "from"), DayOf(part, "until"));
        var categories = part.Texts("categories");
        if (categories.Count == 0)
            part.Report("categories", "季节至少写一个类别。", "[\"0301\"]");
        return from is { } first && until is { } last
            ? new SeasonRule
            {
                Name = name,
                Categories = categories,
                From = first,
                Until = last,
                LeadDays = part.Whole("leadDays", 0, SeasonRule.MostLeadDays) ?? 30,
            }
            : null;
    }

    /// <summary>A day of a leap year is a day of any.</summary>
    private static DayOfYear? DayOf(JsonPart part, string member)
    {
        var text = part.Text(member);
        if (DateOnly.TryParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DayOfYear(day.Month, day.Day);
        if (text.Length > 0)
            part.Report(member, $"“{text}”不是一年里的一天。", "如 11-15");
        return null;
    }

    private static IReadOnlyList<string> ListsOf(JsonPart part)
    {
        var lists = part.Texts("lists");
        if (lists.Count != ThemeScheme.ListCount || lists.Any(l => l.Trim().Length is 0 or > 20) || lists.Distinct().Count() != lists.Count)
            part.Report("lists", $"lists 应有 {ThemeScheme.ListCount} 个不同的名称，每个至多 20 个字。", "[\"…\", …]");
        return lists;
    }
}
