namespace Suiying.Registry.Model.Pack;

/// <summary>What came of reading a pack: the pack where nothing is wrong, else the problems in the order of the files.</summary>
/// <param name="Pack">Null as soon as there is one problem.</param>
/// <param name="Problems">At most <see cref="ProblemList.Most"/>.</param>
/// <param name="Cut">True where there were more.</param>
internal sealed record PackReading(CityPack? Pack, IReadOnlyList<PackProblem> Problems, bool Cut);

/// <summary>Reads a city pack and checks all of it; see docs/city-pack.md for the format.</summary>
internal static class PackReader
{
    public static PackReading Read(string path)
    {
        var folder = new PackFolder(path);
        if (!Directory.Exists(path))
        {
            folder.Report(path, null, null, "没有这个文件夹。", "城市数据包所在的文件夹");
            return new PackReading(null, folder.Problems.All, false);
        }
        var pack = ReadFiles(folder);
        return new PackReading(folder.Problems.All.Count == 0 ? pack : null, folder.Problems.All, folder.Problems.Cut);
    }

    private static CityPack? ReadFiles(PackFolder folder)
    {
        var bases = BasesFile.Read(folder);
        var city = CityFile.Read(folder, bases);
        var areas = AreasFile.Read(folder);
        CheckCode(folder, city, areas);
        var outlines = OutlinesFile.Read(folder, areas);
        var units = UnitsFile.Read(folder, areas);
        var categories = CategoriesFile.Read(folder);
        HelpPart.Check(folder, city, categories);
        ThemesPart.Check(folder, city, categories);
        ProgrammesPart.Check(folder, city, categories, units);
        var duties = DutiesFile.Read(folder, areas, units, categories, bases);
        var calendar = CalendarFiles.Read(folder);
        var deadlines = DeadlinesFile.Read(folder, categories, bases, city);
        var rosters = RostersFile.Read(folder, units);
        var messages = MessagesFile.Read(folder);
        StaffFile.Check(folder, areas, units);
        return city is null
            ? null
            : new CityPack
            {
                City = city,
                Areas = [.. areas.Areas.Select(a => a.Value)],
                Outlines = [.. outlines.Select(o => OutlinesFile.Rings(o.Code, o.Outline))],
                Units = [.. units.Units.Select(u => u.Value)],
                Categories = categories.Categories,
                Duties = duties,
                Bases = bases.Bases,
                Calendar = calendar,
                Deadlines = deadlines,
                Rosters = rosters,
                Messages = messages,
            };
    }

    private static void CheckCode(PackFolder folder, CityFacts? city, AreasFile areas)
    {
        var root = areas.Areas.Select(a => a.Value).FirstOrDefault(a => a.Parent is null && a.Code.Length > 0);
        if (city is { Profile.Code: { Length: > 0 } code } && root is not null && root.Code != code)
            folder.Report(CityFile.Name, null, "code", $"城市代码 {code} 与 {AreasFile.Name} 的 {root.Code} 不同。", root.Code);
    }
}
