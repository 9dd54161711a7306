using System.Globalization;
using Suiying.Engines.Dispatch;
using Suiying.Engines.Tables;
using Suiying.Kernel;

namespace Suiying.Cli.Evaluation;

/// <summary>One request with the unit that got it; without one where the file does not say.</summary>
internal sealed record DispatchRow(string Id, DispatchMatter Matter, DispatchUnit Unit)
{
    public bool Decided => Unit.Code.Length > 0;
}

/// <summary>A CSV of requests and the units that got them. Only what is known before the dispatch is read of a request.</summary>
internal sealed class DispatchTable
{
    private const int ProblemsShown = 20;
    private const string Created = "CREATE_TIME";
    private const string UnitCode = "DISPOSE_UNIT_ID";
    private const string UnitName = "DISPOSE_UNIT_NAME";
    private const string Nothing = "-";

    private static readonly string[] PlaceNames = ["COMMUNITY_NAME", "STREET_NAME"];

    private DispatchTable(IReadOnlyList<DispatchRow> rows) => Rows = rows;

    public static DispatchFields Fields { get; } =
        new()
        {
            What = ["SUB_TYPE_ID", "MAIN_TYPE_ID", "EVENT_TYPE_ID"],
            Where = ["COMMUNITY_ID", "STREET_ID"],
            How = ["EVENT_SRC_ID", "EVENT_PROPERTY_ID"],
        };

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<DispatchRow> Rows { get; }

    /// <summary>Tells bad rows and leaves them out; null, and told why, where the file cannot be read at all.</summary>
    public static DispatchTable? Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Say.Aside($"读不了文件 {path}：请检查它是否存在、能否读取。");
            return null;
        }
        if (!TableFile.TryRead(bytes, CsvText.Read, out var table, out var why))
        {
            Say.Aside($"{path}：{Translations.Of(why.Template, why.Values)}");
            return null;
        }
        var columns = table.Header.Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at);
        var missing = Fields.All.Append(Created).Append(UnitCode).Where(c => !columns.ContainsKey(c)).ToList();
        if (missing.Count > 0)
        {
            Say.Aside($"{path} 缺少这些列：{string.Join(' ', missing)}。");
            return null;
        }
        var (rows, problems) = (new List<DispatchRow>(), new List<RowProblem>());
        foreach (var line in table.Rows)
        {
            var problem = line.Fault ?? Take(line, columns, rows);
            if (problem is not null)
                problems.Add(problem);
        }
        Tell(path, problems);
        return new DispatchTable(rows);
    }

    private static RowProblem? Take(TableRow line, Dictionary<string, int> columns, List<DispatchRow> rows)
    {
        string Cell(string column) => columns.TryGetValue(column, out var at) && line.Cells[at] != Nothing ? line.Cells[at] : "";
        if (
            !DateTimeOffset.TryParse(Cell(Created), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || at.Year < 1900
        )
            return new RowProblem(line.Number, Created, "不是时间，这一行没有用。", "2026-01-31 08:30:00");
        var matter = new DispatchMatter
        {
            Codes = [.. Fields.All.Select(Cell)],
            At = at,
            Places = [.. PlaceNames.Select(Cell)],
        };
        rows.Add(new DispatchRow(Cell("REC_ID"), matter, new DispatchUnit(Cell(UnitCode), Cell(UnitName))));
        return rows[^1].Decided
            ? null
            : new RowProblem(line.Number, UnitCode, "没有承办单位，这一行不用来学习，也不计入成绩。", "单位编号");
    }

    private static void Tell(string path, List<RowProblem> problems)
    {
        if (problems.Count == 0)
            return;
        Say.Aside($"{path} 有 {problems.Count} 行不合格：");
        Say.Aside("行 row\t列 column\t问题 problem\t应为 expected");
        foreach (var problem in problems.Take(ProblemsShown))
            Say.Row(problem);
        if (problems.Count > ProblemsShown)
            Say.Aside($"以上是前 {ProblemsShown} 行。");
    }
}
