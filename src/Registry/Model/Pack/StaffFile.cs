namespace Suiying.Registry.Model.Pack;

/// <summary>demo/staff.csv is loaded by others, but what it refers to is known here.</summary>
internal static class StaffFile
{
    public const string Name = "demo/staff.csv";

    public static void Check(PackFolder folder, AreasFile areas, UnitsFile units)
    {
        if (!File.Exists(folder.At(Name)))
            return;
        var rows = PackTable.Read(folder, Name, "login", "name", "roles", "unit", "area")?.Rows ?? [];
        TreeCheck.Once(folder, Name, "login", rows.Select(r => (r.Text("login"), r.Row)));
        foreach (var row in rows)
        {
            _ = row.Text("name");
            _ = row.Text("roles");
            foreach (var role in row.List("roles").Where(r => PackRow.WordOf<Role>(r) is null or Role.System))
                row.Report("roles", $"不认识角色“{role}”。", string.Join('、', Enum.GetNames<Role>().Where(r => r != nameof(Role.System))));
            if (row.Optional("unit") is { } unit && !units.Codes.Contains(unit))
                row.Report("unit", $"单位 {unit} 不存在。", $"{UnitsFile.Name} 的 code");
            if (row.Optional("area") is { } area && !areas.ByCode.ContainsKey(area))
                row.Report("area", $"区划 {area} 不存在。", $"{AreasFile.Name} 的 code");
        }
    }
}
