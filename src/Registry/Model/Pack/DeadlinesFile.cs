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
            CheckComplete(part, name, rules);
            CheckTwice(part, rules);
            profiles.Add(new DeadlineProfile { Name = name, Rules = rules });
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

    private static void CheckComplete(JsonPart profile, string name, List<DeadlineRule> rules)
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>())
        {
            var open = Enumerable
                .Range(1, 4)
                .Where(grade => !rules.Any(r => r.Kind == kind && r.Category is null && (r.Grade is null || r.Grade == grade)))
                .ToList();
            if (open.Count == 4)
                profile.Report("rules", $"方案“{name}”没有 {kind} 的时限。", "不限类别的一条规则");
            else if (open.Count > 0)
                profile.Report("rules", $"方案“{name}”的 {kind} 缺少等级 {string.Join('、', open)} 的时限。", "不限类别的规则");
        }
    }

    private static void CheckTwice(JsonPart profile, List<DeadlineRule> rules)
    {
        foreach (var same in rules.GroupBy(r => (r.Kind, r.Category, r.Grade, r.FromLaw)).Where(g => g.Count() > 1))
            profile.Report("rules", $"{same.Key.Kind} 对同一类别和等级有 {same.Count()} 条规则，无法决定用哪条。", "各一条");
    }
}
