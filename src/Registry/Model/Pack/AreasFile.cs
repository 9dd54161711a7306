using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>areas.csv: the divisions, one city at the top.</summary>
internal sealed class AreasFile
{
    public const string Name = "areas.csv";

    /// <summary>More people than any city has; more is a slip of the pen.</summary>
    private const int MostInhabitants = 100_000_000;

    /// <summary>Two places of one city are never further apart; further is a slip of the pen.</summary>
    private const double MostDegreesFromMiddle = 8;

    public IReadOnlyList<Located<Area>> Areas { get; private init; } = [];

    public IReadOnlyDictionary<string, Area> ByCode { get; private init; } = new Dictionary<string, Area>();

    public static AreasFile Read(PackFolder folder)
    {
        var table = PackTable.Read(folder, Name, "code", "name", "level", "parent", "served", "administered_by");
        var areas = (table?.Rows ?? []).Select(r => new Located<Area>(One(r), r.Row)).ToList();
        var byCode = new Dictionary<string, Area>();
        foreach (var area in areas)
            byCode.TryAdd(area.Value.Code, area.Value);
        if (table is not null)
        {
            TreeCheck.Run(folder, Name, [.. areas.Select(a => new Node(a.Value.Code, a.Value.Parent, a.Row))]);
            CheckLevels(folder, areas, byCode);
            CheckServed(folder, areas, byCode);
            CheckPositions(folder, areas);
        }
        return new AreasFile { Areas = areas, ByCode = byCode };
    }

    private static Area One(PackRow row)
    {
        var area = new Area
        {
            Code = row.Text("code"),
            Name = row.Text("name"),
            Level = row.Word<AreaLevel>("level"),
            Parent = row.Optional("parent"),
            Served = row.Flag("served", true),
            AdministeredBy = row.Optional("administered_by"),
            Aliases = row.List("aliases") is { Count: > 0 } names ? names : null,
            Population = row.Whole("population", 0, MostInhabitants),
            Longitude = row.Number("lon"),
            Latitude = row.Number("lat"),
            Schematic = row.Flag("schematic", false),
        };
        if ((row.Optional("lon") is null) != (row.Optional("lat") is null))
            row.Report(row.Optional("lon") is null ? "lon" : "lat", "经度和纬度要么都有，要么都没有。");
        return area;
    }

    private static void CheckLevels(PackFolder folder, List<Located<Area>> areas, Dictionary<string, Area> byCode)
    {
        foreach (var (area, row) in areas)
        {
            if (area.Level == AreaLevel.City && area.Parent is not null)
                folder.Report(Name, row, "parent", "市一级没有上级。", "空");
            else if (area.Level != AreaLevel.City && area.Parent is null)
                folder.Report(Name, row, "parent", "除市以外都要有上级。", "上级的 code");
            else if (area.Parent is not null && byCode.TryGetValue(area.Parent, out var above) && above.Level >= area.Level)
                folder.Report(
                    Name,
                    row,
                    "level",
                    $"级别 {area.Level} 不能在 {above.Level}（{above.Name}）之下。",
                    $"低于 {above.Level} 的级别"
                );
        }
        var cities = areas.Where(a => a.Value.Level == AreaLevel.City && a.Value.Code.Length > 0).ToList();
        if (cities.Count == 0)
            folder.Report(Name, null, "level", "没有市这一级。", "恰好一行 level 为 City");
        foreach (var second in cities.Skip(1))
            folder.Report(Name, second.Row, "level", "市这一级只能有一行。", "恰好一行 level 为 City");
    }

    private static void CheckServed(PackFolder folder, List<Located<Area>> areas, Dictionary<string, Area> byCode)
    {
        foreach (var (area, row) in areas)
        {
            var above = area.Parent is null ? null : byCode.GetValueOrDefault(area.Parent);
            if (above is { Served: false } && area.Served)
                folder.Report(Name, row, "served", $"上级 {above.Name} 不由本热线服务，本级也不能。", "false");
            else if (!area.Served && area.AdministeredBy is null && above is not { Served: false })
                folder.Report(Name, row, "administered_by", "不服务的区划要写明由谁管理，以便告知来电人。");
        }
    }

    private static void CheckPositions(PackFolder folder, List<Located<Area>> areas)
    {
        var placed = areas.Where(a => a.Value is { Longitude: not null, Latitude: not null }).ToList();
        if (placed.Count == 0)
            return;
        var middle = Middle(placed);
        foreach (var (area, row) in placed)
            CheckPosition(folder, Name, row, ("lon", "lat"), (area.Longitude!.Value, area.Latitude!.Value), middle);
    }

    /// <summary>The median position, which a few swapped pairs cannot move; null without positions.</summary>
    public static (double Longitude, double Latitude) Middle(IReadOnlyList<Located<Area>> placed)
    {
        var longitudes = placed.Select(a => a.Value.Longitude!.Value).Order().ToList();
        var latitudes = placed.Select(a => a.Value.Latitude!.Value).Order().ToList();
        return (longitudes[placed.Count / 2], latitudes[placed.Count / 2]);
    }

    public static void CheckPosition(
        PackFolder folder,
        string file,
        int row,
        (string Longitude, string Latitude) fields,
        (double Longitude, double Latitude) at,
        (double Longitude, double Latitude)? middle
    )
    {
        var swapped = Math.Abs(at.Latitude) > 90 && Math.Abs(at.Longitude) <= 90;
        if (swapped)
            folder.Report(file, row, fields.Latitude, $"纬度 {at.Latitude} 超出范围，疑似经纬度写反。", "-90–90，先经度后纬度");
        else if (Math.Abs(at.Latitude) > 90)
            folder.Report(file, row, fields.Latitude, $"纬度 {at.Latitude} 超出范围。", "-90–90");
        else if (Math.Abs(at.Longitude) > 180)
            folder.Report(file, row, fields.Longitude, $"经度 {at.Longitude} 超出范围。", "-180–180");
        else if (middle is { } centre && Far(at.Longitude, at.Latitude, centre))
        {
            Phrase hint = Far(at.Latitude, at.Longitude, centre) ? "" : "，疑似经纬度写反";
            folder.Report(file, row, fields.Longitude, $"位置 {at.Longitude},{at.Latitude} 离本市其他位置太远{hint}。", "WGS-84 的度");
        }
    }

    private static bool Far(double longitude, double latitude, (double Longitude, double Latitude) centre) =>
        Math.Abs(longitude - centre.Longitude) > MostDegreesFromMiddle || Math.Abs(latitude - centre.Latitude) > MostDegreesFromMiddle;
}
