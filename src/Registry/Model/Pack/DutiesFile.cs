using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>duties.csv: 派单目录. A row names one unit, or a kind of unit that is found by the place.</summary>
internal static class DutiesFile
{
    public const string Name = "duties.csv";

    public static IReadOnlyList<DutyRule> Read(
        PackFolder folder,
        AreasFile areas,
        UnitsFile units,
        CategoriesFile categories,
        BasesFile bases
    )
    {
        var table = PackTable.Read(folder, Name, "id", "category", "area_level", "unit", "kind", "function", "basis");
        var resolver = new Resolver(areas, units);
        var rules = new List<Located<DutyRule>>();
        foreach (var row in table?.Rows ?? [])
        {
            var rule = One(row, bases);
            if (rule.Category.Length > 0 && !categories.Codes.Contains(rule.Category))
                row.Report("category", $"类别 {rule.Category} 不存在。", $"{CategoriesFile.Name} 的 code");
            CheckTarget(row, rule, units, resolver);
            rules.Add(new Located<DutyRule>(rule, row.Row));
        }
        TreeCheck.Once(folder, Name, "id", rules.Select(r => (r.Value.Id, r.Row)));
        foreach (var same in rules.GroupBy(r => (r.Value.Category, r.Value.AreaLevel, r.Value.Unit, r.Value.Kind, r.Value.Function)))
        {
            foreach (var second in same.Skip(1))
                folder.Report(Name, second.Row, null, $"与第 {same.First().Row} 行是同一条规则。");
        }
        return [.. rules.Select(r => r.Value)];
    }

    private static DutyRule One(PackRow row, BasesFile bases) =>
        new()
        {
            Id = row.Text("id"),
            Category = row.Text("category"),
            AreaLevel = row.Word<AreaLevel>("area_level"),
            Unit = row.Optional("unit"),
            Kind = row.OptionalWord<UnitKind>("kind"),
            Function = row.Optional("function"),
            Basis = bases.Cited(row, "basis"),
        };

    private static void CheckTarget(PackRow row, DutyRule rule, UnitsFile units, Resolver resolver)
    {
        var kindGiven = row.Optional("kind") is not null;
        if (rule.Unit is null == !kindGiven)
            row.Report("unit", "unit 和 kind 要恰好写一个。", "单位代码，或单位类别");
        else if (rule.Unit is not null && !units.Codes.Contains(rule.Unit))
            row.Report("unit", $"单位 {rule.Unit} 不存在。", $"{UnitsFile.Name} 的 code");
        else if (rule.Unit is not null && rule.Function is not null)
            row.Report("function", "function 只与 kind 一起使用。", "空");
        else if (rule.Kind is not null && !resolver.Finds(rule))
            row.Report("kind", $"没有一个 {rule.AreaLevel} 级区划能找到这样的单位。", $"{UnitsFile.Name} 中有此 kind 与 function 的单位");
    }

    /// <summary>Says whether at least one served area of the rule's level leads to a unit of its kind, as the duty list will look.</summary>
    private sealed class Resolver(AreasFile areas, UnitsFile units)
    {
        private readonly ILookup<(UnitKind, string?), string> areasOf = units
            .Units.SelectMany(u =>
                new[] { (Key: (u.Value.Kind, u.Value.Function), u.Value.Area), (Key: (u.Value.Kind, (string?)null), u.Value.Area) }
            )
            .ToLookup(u => u.Key, u => u.Area);

        private readonly Dictionary<(UnitKind, string?, AreaLevel), bool> known = [];

        public bool Finds(DutyRule rule)
        {
            var key = (rule.Kind!.Value, rule.Function, rule.AreaLevel);
            if (!known.TryGetValue(key, out var found))
                known[key] = found = Search(areasOf[(rule.Kind.Value, rule.Function)].ToHashSet(), rule.AreaLevel);
            return found;
        }

        private bool Search(HashSet<string> targets, AreaLevel level)
        {
            // The rule holds for places known to this level or deeper, and a unit is looked for from the place upwards.
            foreach (var (area, _) in areas.Areas)
            {
                if (area.Level < level || !area.Served)
                    continue;
                var code = area.Code;
                for (var step = 0; step < 4 && code is not null && areas.ByCode.TryGetValue(code, out var at); step++)
                {
                    if (targets.Contains(code))
                        return true;
                    code = at.Parent;
                }
            }
            return false;
        }
    }
}
