using Suiying.Contracts.Registry;
using Suiying.Engines.Tables;
using Suiying.People.Model;

namespace Suiying.People.Features;

/// <summary>Reads accounts from a table. Every bad row is told with its column, what is wrong and what would be right; a bad row opens no account.</summary>
internal sealed class StaffFile(TableFile table, CitySnapshot city, IReadOnlyDictionary<string, StaffUser> known)
{
    /// <summary>The columns by their word and their Chinese name; the last ones stand in an exported list and are not read.</summary>
    private static readonly (string Word, string Chinese)[] Columns =
    [
        ("login", "登录名"),
        ("name", "姓名或岗位"),
        ("unit", "单位"),
        ("area", "区划"),
        ("roles", "角色"),
        ("asked_roles", "申请的角色"),
        ("state", "状态"),
        ("second_factor", "双因素"),
        ("created", "建立时间"),
    ];
    private const int Read5 = 5;

    private static readonly Role[] Administrators = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];
    private static readonly string Grantable = string.Join('、', RoleWords.Staff.Except(Administrators).Select(r => r.Chinese()));

    private readonly List<RowProblem> problems = [];
    private readonly List<StaffLine> lines = [];
    private readonly Dictionary<string, int> seen = [];
    private readonly Dictionary<string, int> columns = [];
    private readonly ILookup<string, Unit> unitsByName = city.Units.All.Where(u => !u.IsClosed()).ToLookup(u => u.Name);

    /// <summary>What is wrong with the header; the table can then not be read at all.</summary>
    public IEnumerable<FieldProblem> HeaderProblems()
    {
        var strangers = new List<string>();
        foreach (var (name, at) in table.Header.Select((name, at) => (name, at)).Where(c => c.name.Length > 0))
        {
            var column = Columns.FirstOrDefault(c => c.Chinese == name || string.Equals(c.Word, name, StringComparison.OrdinalIgnoreCase));
            if (column.Word is null)
                strangers.Add(name);
            else if (!columns.TryAdd(column.Word, at))
                yield return new FieldProblem("file", $"表头有两列都是“{column.Chinese}”。请只留一列。");
        }
        if (strangers.Count > 0)
            yield return new FieldProblem(
                "file",
                $"表头有不认识的列：{string.Join('、', strangers)}。可用的列：{Names(Columns[..Read5])}。"
            );
        var missing = Columns[..2].Where(c => !columns.ContainsKey(c.Word)).ToList();
        if (missing.Count > 0)
            yield return new FieldProblem("file", $"表头缺少：{Names(missing)}。第一行应写各列的名称，登录名和姓名必须有。");
    }

    public StaffTable Read()
    {
        var (rows, already) = (0, 0);
        foreach (var row in table.Rows)
        {
            rows++;
            if (row.Fault is { } fault)
                problems.Add(fault);
            else if (ReadRow(row))
                already++;
        }
        return new StaffTable(rows, lines, already, problems);
    }

    /// <summary>True where the account is there already, as the row has it.</summary>
    private bool ReadRow(TableRow row)
    {
        string? Cell(string column) => columns.TryGetValue(column, out var at) && row.Cells[at] is { Length: > 0 } text ? text : null;
        var before = problems.Count;

        var profile = new StaffProfile(Cell("login") ?? "", Cell("name") ?? "", UnitOf(row, Cell("unit")), AreaOf(row, Cell("area")));
        foreach (var field in profile.Problems().Select(p => p.Field).Where(f => f is "login" or "name"))
        {
            var (text, right) = field == "login" ? (profile.Login, "3 至 40 个字母、数字或 - . _ @") : (profile.Name, "1 至 40 个字");
            Report(row, field, text.Length == 0 ? "没有填写。" : new Wording("“{0}”不合格。", Short(text)), right);
        }
        var asked = RolesOf(row, Cell("roles"));
        var login = profile.Login.ToUpperInvariant();
        if (login.Length > 0 && !seen.TryAdd(login, row.Number))
            Report(row, "login", new Wording("登录名 {0} 在第 {1} 行已经有了。", profile.Login, seen[login]), "每人一个登录名");
        if (problems.Count > before)
            return false;
        if (known.TryGetValue(login, out var user))
            return IsSame(row, profile, user);
        lines.Add(new StaffLine(row.Number, profile, asked));
        return false;
    }

    /// <summary>An import changes no account that is there; a row that says something else of it is told.</summary>
    private bool IsSame(TableRow row, StaffProfile profile, StaffUser user)
    {
        var before = problems.Count;
        void Same(string column, string? said, string? there)
        {
            if (columns.ContainsKey(column) && said != there)
                Report(
                    row,
                    column,
                    new Wording("登录名 {0} 已有账号，其中是“{1}”。", profile.Login, there ?? ""),
                    "与已有账号一致，或换一个登录名；导入不改动已有账号"
                );
        }
        Same("name", profile.Name, user.DisplayName);
        Same("unit", profile.Unit, user.UnitCode);
        Same("area", profile.Area, user.AreaCode);
        return problems.Count == before;
    }

    private string? UnitOf(TableRow row, string? text)
    {
        if (text is null)
            return null;
        var found = city.Units.Find(text) ?? (unitsByName[text].ToList() is [var only] ? only : null);
        if (found is null)
            Report(
                row,
                "unit",
                unitsByName[text].Any() ? new Wording("有几个单位都叫“{0}”。", Short(text)) : new Wording("没有单位“{0}”。", Short(text)),
                new Wording("本市单位的编码或全称，如 {0}", city.Units.All.FirstOrDefault(u => !u.IsClosed())?.Code ?? "-")
            );
        else if (found.IsClosed())
            Report(
                row,
                "unit",
                new Wording("单位“{0}”已撤销。", found.Name),
                new Wording("承接单位，如 {0}", city.Units.Acting(found.Code) ?? "-")
            );
        return found?.Code;
    }

    private string? AreaOf(TableRow row, string? text)
    {
        if (text is not null && city.Areas.Find(text) is null)
            Report(row, "area", new Wording("没有区划“{0}”。", Short(text)), new Wording("本市区划的编码，如 {0}", city.City.Code));
        return text;
    }

    private string RolesOf(TableRow row, string? text)
    {
        var roles = new HashSet<Role>();
        foreach (
            var word in (text ?? "").Split(
                [';', '；', '、', ',', '，'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (RoleWords.Find(word) is not { } role)
                Report(row, "roles", new Wording("不认识的角色“{0}”。", Short(word)), new Wording("用分号隔开：{0}", Grantable));
            else if (Administrators.Contains(role))
                Report(row, "roles", new Wording("“{0}”不能批量申请。", word), "空着；管理员由安全管理员在账号页逐个授予");
            else
                roles.Add(role);
        }
        return RoleWords.Write(roles);
    }

    private void Report(TableRow row, string field, Wording what, Wording right) =>
        problems.Add(new RowProblem(row.Number, field, what, right));

    private static string Names(IEnumerable<(string Word, string Chinese)> columns) =>
        string.Join('、', columns.Select(c => $"{c.Chinese}（{c.Word}）"));

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
