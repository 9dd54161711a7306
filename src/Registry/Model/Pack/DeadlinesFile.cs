using Suiying.Engines.Clock;

namespace Suiying.Registry.Model.Pack;

/// <summary>deadlines.json: profiles of time limits; each must answer for every kind and grade.</summary>
internal static class DeadlinesFile
{
    public const string Name = "deadlines.json";

    private const int MostAmount = 100_000;

    public static IReadOnlyList<DeadlineProfile> Read(PackFolder folder, CategoriesFile categories, BasesFile bases, CityFacts? city)
    {
        if (JsonPart.Read(folder, Name) is not { } root)
            return [];
        var profiles = new List<DeadlineProfile>();
        foreach (var part in root.Objects("profiles"))
        {
            var name = part.Text("name");
            if (profiles.Any(p => p.Name == name))
                part.Report("name", $"时限方案“{name}”重复。");
            var rules = part.Objects("rules").Select(rule => One(rule, categories, bases)).ToList();
            var profile = new DeadlineProfile { Name = name, Rules = rules };
            CheckWhole(part, profile);
            profiles.Add(profile);
        }
        if (city is { Profile.DeadlineProfile: { Length: > 0 } wanted } && profiles.All(p => p.Name != wanted))
            folder.Report(CityFile.Name, null, "deadlineProfile", $"时限方案“{wanted}”在 {Name} 中不存在。", "profiles 中的一个 name");
        return profiles;
    }

    private static DeadlineRule One(JsonPart part, CategoriesFile categories, BasesFile bases)
    {
        var category = part.OptionalText("category");
        if (category is not null && !categories.Codes.Contains(category))
            part.Report("category", $"类别 {category} 不存在。", $"{CategoriesFile.Name} 的 code");
        var amount = part.Whole("amount", 1, MostAmount);
        if (amount is null && !part.Element.TryGetProperty("amount", out _))
            part.Report("amount", "缺少 amount。", "1 以上的整数");
        return new DeadlineRule
        {
            Kind = part.Word<DeadlineKind>("kind"),
            Category = category,
            Grade = part.Whole("grade", 1, 4),
            Amount = amount ?? 1,
            Unit = part.Word<DeadlineUnit>("unit"),
            FromLaw = part.Flag("fromLaw", false),
            Basis = bases.Cited(part, "basis"),
            Verified = part.Flag("verified", false),
        };
    }

    /// <summary>Malformed members are reported where they are read; the clock itself says what else keeps it from counting.</summary>
    private static void CheckWhole(JsonPart part, DeadlineProfile profile)
    {
        foreach (var problem in profile.Problems().Where(p => p.Field != "basis"))
        {
            var field = problem.Rule is { } rule ? $"rules[{rule}].{problem.Field}" : problem.Field;
            part.Report(field, $"方案“{profile.Name}”：{Phrase.Of(problem.Says)}");
        }
    }
}
