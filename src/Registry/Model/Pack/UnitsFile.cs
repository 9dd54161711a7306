using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>units.csv: who can hold a ticket; one hotline at the root.</summary>
internal sealed class UnitsFile
{
    public const string Name = "units.csv";

    /// <summary>The level on which a kind of unit must stand; kinds that are not here may stand on any.</summary>
    private static readonly Dictionary<UnitKind, AreaLevel> LevelOf = new()
    {
        [UnitKind.Hotline] = AreaLevel.City,
        [UnitKind.CityDepartment] = AreaLevel.City,
        [UnitKind.CountyGovernment] = AreaLevel.County,
        [UnitKind.CountyDepartment] = AreaLevel.County,
        [UnitKind.Township] = AreaLevel.Township,
        [UnitKind.Village] = AreaLevel.Village,
    };

    public IReadOnlyList<Located<Unit>> Units { get; private init; } = [];

    public IReadOnlySet<string> Codes { get; private init; } = new HashSet<string>();

    public static UnitsFile Read(PackFolder folder, AreasFile areas)
    {
        var table = PackTable.Read(folder, Name, "code", "name", "kind", "parent", "area", "function", "phone");
        var units = (table?.Rows ?? []).Select(r => new Located<Unit>(One(r, areas), r.Row)).ToList();
        if (table is not null)
        {
            TreeCheck.Run(folder, Name, [.. units.Select(u => new Node(u.Value.Code, u.Value.Parent, u.Row))]);
            CheckRoot(folder, units);
            TreeCheck.Successors(folder, Name, [.. units.Select(u => new Node(u.Value.Code, u.Value.Successor, u.Row))]);
        }
        return new UnitsFile { Units = units, Codes = units.Select(u => u.Value.Code).ToHashSet() };
    }

    private static Unit One(PackRow row, AreasFile areas)
    {
        var unit = new Unit
        {
            Code = row.Text("code"),
            Name = row.Text("name"),
            Kind = row.Word<UnitKind>("kind"),
            Parent = row.Optional("parent"),
            Area = row.Text("area"),
            Function = row.Optional("function"),
            Phone = PhoneOf(row),
            Successor = row.Optional("successor"),
        };
        if (unit.Area.Length == 0)
            return unit;
        if (!areas.ByCode.TryGetValue(unit.Area, out var area))
            row.Report("area", $"区划 {unit.Area} 不存在。", $"{AreasFile.Name} 的 code");
        else if (PackRow.WordOf<UnitKind>(row.Optional("kind") ?? "") is { } kind && LevelOf.TryGetValue(kind, out var level))
        {
            if (area.Level != level)
                row.Report("area", $"{kind} 的区划应是 {level}，{area.Name} 却是 {area.Level}。", $"级别为 {level} 的区划");
        }
        return unit;
    }

    /// <summary>The cell "phone" of a unit or of a post.</summary>
    public static string? PhoneOf(PackRow row)
    {
        var phone = row.Optional("phone");
        if (phone?.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or '+' or ' ' or '(' or ')')) == true)
            row.Report("phone", $"“{phone}”不是电话号码。", "数字和 + - ( )");
        return phone;
    }

    private static void CheckRoot(PackFolder folder, List<Located<Unit>> units)
    {
        var hotlines = units.Where(u => u.Value.Kind == UnitKind.Hotline && u.Value.Code.Length > 0).ToList();
        if (hotlines.Count == 0)
            folder.Report(Name, null, "kind", "没有热线中心。", "恰好一行 kind 为 Hotline");
        foreach (var second in hotlines.Skip(1))
            folder.Report(Name, second.Row, "kind", "热线中心只能有一个。", "恰好一行 kind 为 Hotline");
        foreach (var (unit, row) in units)
        {
            if (unit.Kind == UnitKind.Hotline && unit.Parent is not null)
                folder.Report(Name, row, "parent", "热线中心在最上面，没有上级。", "空");
            if (unit.Kind != UnitKind.Hotline && unit.Parent is null)
                folder.Report(Name, row, "parent", "除热线中心外都要有上级：不便由本单位知悉的事项会交给上级。", "上级的 code");
        }
    }
}
