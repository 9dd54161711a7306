using System.Globalization;
using Suiying.Engines.Tables;
using Suiying.Kernel;

namespace Suiying.Cli.Evaluation;

/// <summary>One good row of a <see cref="TestTable"/>.</summary>
internal readonly record struct TestRow(int Number, IReadOnlyList<string> Cells, IReadOnlyDictionary<string, int> Columns)
{
    /// <summary>The cell of a column; empty where the file has no such column.</summary>
    public string this[string column] => Columns.TryGetValue(column, out var at) ? Cells[at] : "";

    /// <summary>The time in a column, or what is wrong with it.</summary>
    public RowProblem? Time(string column, out DateTimeOffset at) =>
        DateTimeOffset.TryParse(this[column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at) && at.Year >= 1900
            ? null
            : new RowProblem(Number, column, "不是时间，这一行没有用。", "2026-01-31 08:30:00");
}

/// <summary>A table to learn from or to measure on. Why it cannot be used, and which rows are bad, is told on standard error.</summary>
internal sealed class TestTable
{
    private const int ProblemsShown = 20;

    private readonly string path;
    private readonly Dictionary<string, int> columns;
    private readonly IEnumerable<TableRow> rows;

    private TestTable(string path, TableFile table)
    {
        this.path = path;
        columns = table.Header.Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at);
        rows = table.Rows;
    }

    /// <summary>Null, and told why, where the file cannot be read at all.</summary>
    public static TestTable? Open(string path)
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
        if (TableFile.TryRead(bytes, CsvText.Read, out var table, out var why))
            return new TestTable(path, table);
        Say.Aside($"{path}：{Translations.Of(why.Template, why.Values)}");
        return null;
    }

    /// <summary>Whether the header names all these columns.</summary>
    public bool Has(params IEnumerable<string> names) => names.All(columns.ContainsKey);

    /// <summary>Like <see cref="Has"/>, and tells which are missing.</summary>
    public bool Needs(params IEnumerable<string> names)
    {
        var missing = names.Where(name => !columns.ContainsKey(name)).ToList();
        if (missing.Count > 0)
            Say.Aside($"{path} 缺少这些列：{string.Join(' ', missing)}。");
        return missing.Count == 0;
    }

    /// <summary>Hands each readable row over, in the order of the file, and tells what was found wrong. Once.</summary>
    /// <param name="take">Takes one row and says what is wrong with it, or null.</param>
    public void Each(Func<TestRow, RowProblem?> take)
    {
        var problems = new List<RowProblem>();
        foreach (var row in rows)
        {
            if ((row.Fault ?? take(new TestRow(row.Number, row.Cells, columns))) is { } problem)
                problems.Add(problem);
        }
        Tell(problems);
    }

    /// <summary>The rows; null, and told, where there are none to measure on.</summary>
    public static IReadOnlyList<TRow>? Some<TRow>(List<TRow> rows)
    {
        if (rows.Count > 0)
            return rows;
        Say.Aside("测量至少要有一行合格的数据。");
        return null;
    }

    private void Tell(List<RowProblem> problems)
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
