using CsvHelper;
using Suiying.People.Model;

namespace Suiying.People.Features;

/// <summary>One account of the demo.</summary>
public sealed record DemoStaffLine(StaffProfile Profile, IReadOnlySet<Role> Roles);

/// <summary>Reads <c>demo/staff.csv</c>: login, name, roles, unit, area. Every fault is told with its line.</summary>
public static class DemoStaffFile
{
    private static readonly string[] Columns = ["login", "name", "roles", "unit", "area"];

    public static (IReadOnlyList<DemoStaffLine> Lines, IReadOnlyList<FieldProblem> Problems) Read(string path)
    {
        var lines = new List<DemoStaffLine>();
        var problems = new List<FieldProblem>();
        try
        {
            using var csv = CsvReader.FromText(File.ReadAllText(path), CsvReaderOptions.Default with { TrackLineNumbers = true });
            csv.ReadHeader();
            if (Columns.Except(csv.Headers).Any())
                problems.Add(new FieldProblem("1", $"第一行必须是表头：{string.Join(',', Columns)}。"));
            else
                while (csv.Read())
                    problems.AddRange(ReadLine(csv, lines));
        }
        catch (CsvFormatException broken)
        {
            problems.Add(new FieldProblem("csv", $"文件不是合格的 CSV：{broken.Message}"));
        }
        return (lines, problems);
    }

    private static List<FieldProblem> ReadLine(CsvReader csv, List<DemoStaffLine> lines)
    {
        string Cell(string name) => csv.GetString(name).Trim();
        string? Optional(string name) => Cell(name) is { Length: > 0 } text ? text : null;

        var number = csv.LineNumber;
        var profile = new StaffProfile(Cell("login"), Cell("name"), Optional("unit"), Optional("area"));
        var words = Cell("roles");
        var roles = RoleWords.Read(words);
        var problems = profile.Problems().Select(p => p with { Field = $"{number}:{p.Field}" }).ToList();
        if (roles.Count == 0 || roles.Count != words.Split(';', StringSplitOptions.RemoveEmptyEntries).Length)
            problems.Add(new FieldProblem($"{number}:roles", $"有不认识或重复的角色：{words}"));
        else if (AdministratorSeparation.Check(roles) is { } refusal)
            problems.Add(new FieldProblem($"{number}:roles", refusal.Text));
        if (lines.Any(l => string.Equals(l.Profile.Login, profile.Login, StringComparison.OrdinalIgnoreCase)))
            problems.Add(new FieldProblem($"{number}:login", $"登录名重复：{profile.Login}"));
        lines.Add(new DemoStaffLine(profile, roles));
        return problems;
    }
}
