using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Engines.Tables;

namespace Suiying.Knowledge.Model;

/// <summary>Reads knowledge from a table. Every bad row is told with its column, what is wrong and what would be right.</summary>
internal sealed class ItemTable(TableFile table, CitySnapshot city, string? owner, params string[] more)
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy-MM-dd HH:mm:ss"];

    private readonly Dictionary<string, int> columns = [];
    private readonly List<RowProblem> problems = [];
    private readonly HashSet<(string, string)> seen = [];
    private readonly ILookup<string, Unit> units = city.Units.All.Where(u => !u.IsClosed()).ToLookup(u => u.Name);
    private readonly ILookup<string, Area> areas = city.Areas.All.ToLookup(a => a.Name);
    private readonly ILookup<string, Category> categories = city.Categories.All.ToLookup(c => c.Name);

    /// <summary>What is wrong with the header; the table can then not be read at all.</summary>
    public IEnumerable<FieldProblem> HeaderProblems()
    {
        // What an export adds is not read again.
        string[] written = ["时效", "更新日期", "数据性质"];
        var strangers = new List<string>();
        foreach (var (name, at) in table.Header.Select((name, at) => (name, at)).Where(c => c.name.Length > 0))
        {
            var word = ItemColumns
                .All.FirstOrDefault(c => c.Chinese == name || string.Equals(c.Word, name, StringComparison.OrdinalIgnoreCase))
                .Word;
            word ??= more.Contains(name) ? name : null;
            if (word is null && !written.Contains(name))
                strangers.Add(name);
            else if (word is not null && !columns.TryAdd(word, at))
                yield return new FieldProblem("file", $"表头有两列都是“{name}”。请只留一列。");
        }
        if (strangers.Count > 0)
            yield return new FieldProblem(
                "file",
                $"表头有不认识的列：{string.Join('、', strangers)}。可用的列：{string.Join('、', ItemColumns.All.Select(c => c.Chinese))}。"
            );
        var missing = ItemColumns
            .All.Where(c => c.Word is "title" or "answer" && !columns.ContainsKey(c.Word))
            .Select(c => c.Chinese)
            .ToList();
        if (missing.Count > 0)
            yield return new FieldProblem("file", $"表头缺少：{string.Join('、', missing)}。第一行应写各列的名称，标题和答案必须有。");
    }

    public ItemFile Read(int most)
    {
        var lines = new List<ItemLine>();
        foreach (var row in table.Rows.Take(most))
        {
            if (row.Fault is not null)
                problems.Add(row.Fault);
            else if (Line(row) is { } line)
                lines.Add(line);
        }
        return new ItemFile(lines, problems);
    }

    private ItemLine? Line(TableRow row)
    {
        var before = problems.Count;
        var unit = Unit(row);
        var number = Text(row, "number");
        var content = Content(row);
        problems.AddRange(ContentCheck.Of(content, city, row.Number));
        if (number.Length > 60)
            Report(row, "number", new Wording("长达 {0} 个字。", number.Length), new Wording("至多 {0} 个字", 60));
        if (problems.Count == before && !seen.Add((unit!, number.Length > 0 ? number : content.Title)))
            Report(row, number.Length > 0 ? "number" : "title", "和前面一行是同一条。", "每条只写一行");
        if (problems.Count > before)
            return null;
        return new ItemLine(row.Number, unit!, number.Length > 0 ? number : null, content, more.ToDictionary(m => m, m => Text(row, m)));
    }

    private KnowledgeContent Content(TableRow row) =>
        new()
        {
            Title = Text(row, "title"),
            Variants = Several(row, "variants"),
            Answer = Text(row, "answer"),
            Bases = Several(row, "bases"),
            Area = Code(
                row,
                "area",
                t => city.Areas.Find(t) is not null,
                n => [.. areas[n].Select(a => a.Code)],
                new Wording("没有地区“{0}”。", Text(row, "area")),
                "本市区划的编码或不重名的名称；全市的空着"
            ),
            Category = Code(
                row,
                "category",
                t => city.Categories.Find(t) is not null,
                n => [.. categories[n].Select(c => c.Code)],
                new Wording("没有类别“{0}”。", Text(row, "category")),
                "类别的编码或不重名的名称；不分类的空着"
            ),
            Audience = Audience(row),
            Tags = Several(row, "tags"),
            Materials = Text(row, "materials"),
            Place = Text(row, "place"),
            Phone = Text(row, "phone"),
            Hours = Text(row, "hours"),
            From = Day(row, "from"),
            To = Day(row, "to"),
            ReviewCycleDays = Cycle(row),
            SourceUrl = Text(row, "url"),
            DocumentNumber = Text(row, "document"),
        };

    private string? Unit(TableRow row)
    {
        var text = Text(row, "owner");
        if (text.Length == 0 && owner is not null)
            return owner;
        var found = city.Units.Find(text) ?? (units[text].ToList() is [var only] ? only : null);
        if (found is null || found.IsClosed())
            Report(
                row,
                "owner",
                text.Length == 0 ? "空着。" : new Wording("没有在用的单位“{0}”。", text),
                new Wording("本市单位的编码或不重名的全称，如 {0}", owner ?? city.Units.All.FirstOrDefault(u => !u.IsClosed())?.Code ?? "-")
            );
        else if (owner is not null && found.Code != owner)
            Report(row, "owner", new Wording("“{0}”不是您的单位。", found.Name), new Wording("只能导入本单位的知识：{0}，或空着", owner));
        return found?.Code;
    }

    private string? Code(TableRow row, string column, Func<string, bool> known, Func<string, string[]> named, Wording what, Wording right)
    {
        var text = Text(row, column);
        if (text.Length == 0 || known(text))
            return text.Length == 0 ? null : text;
        if (named(text) is [var only])
            return only;
        Report(row, column, what, right);
        return null;
    }

    private Audience Audience(TableRow row)
    {
        var text = Text(row, "audience");
        foreach (var audience in Enum.GetValues<Audience>())
        {
            if (
                text.Length == 0
                || text == KnowledgeWords.Of(audience)
                || string.Equals(text, audience.ToString(), StringComparison.OrdinalIgnoreCase)
            )
                return audience;
        }
        Report(
            row,
            "audience",
            new Wording("不认识的对象“{0}”。", text),
            string.Join('、', Enum.GetValues<Audience>().Select(KnowledgeWords.Of))
        );
        return Model.Audience.Anyone;
    }

    private DateOnly? Day(TableRow row, string column)
    {
        var text = Text(row, column);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        // A workbook's date comes with its time.
        if (DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return DateOnly.FromDateTime(time);
        Report(row, column, new Wording("“{0}”不是日期。", text), "如 2026-03-02；没有的空着");
        return null;
    }

    private int Cycle(TableRow row)
    {
        var text = Text(row, "cycle");
        if (text.Length == 0)
            return KnowledgeContent.DefaultCycle;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return days;
        Report(
            row,
            "cycle",
            new Wording("“{0}”不是天数。", text),
            new Wording("1 至 {0} 的整数，空着是 {1}", ContentCheck.LongestCycle, KnowledgeContent.DefaultCycle)
        );
        return KnowledgeContent.DefaultCycle;
    }

    private IReadOnlyList<string> Several(TableRow row, string column) => ContentText.Lines(Text(row, column), '；', ';');

    private string Text(TableRow row, string column) =>
        columns.TryGetValue(column, out var at) ? row.Cells[at].ReplaceLineEndings("\n") : "";

    private void Report(TableRow row, string field, Wording what, Wording right) =>
        problems.Add(new RowProblem(row.Number, field, what, right));
}
