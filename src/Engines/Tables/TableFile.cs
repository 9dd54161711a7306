using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Suiying.Engines.Tables;

/// <summary>One row of a table that somebody handed in.</summary>
/// <param name="Number">As a spreadsheet counts, the header being 1.</param>
/// <param name="Cells">As many as the header has, trimmed; empty where <paramref name="Fault"/> is set.</param>
/// <param name="Fault">What makes the row unreadable, or null.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells, RowProblem? Fault = null);

/// <summary>Takes CSV apart: every line with its cells, and what is broken about it or null.</summary>
public delegate IEnumerable<(IReadOnlyList<string> Cells, string? Broken)> CsvLines(string text);

/// <summary>
/// A table as CSV (UTF-8, UTF-16 or GB18030) or as an Excel workbook. Whoever made it is not trusted: a cell is at most as long as a
/// spreadsheet allows, and a packed file is never unpacked without end.
/// </summary>
public sealed class TableFile
{
    /// <summary>What one cell of a spreadsheet can hold.</summary>
    public const int LongestCell = 32_767;

    /// <summary>What is larger is not read into memory.</summary>
    public const long LargestFile = 1L << 30;

    private const string Whole = "-";

    private TableFile(IReadOnlyList<string> header, IEnumerable<TableRow> rows) => (Header, Rows) = (header, rows);

    /// <summary>Names of the columns, trimmed; empty ones too.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>All rows that hold anything. Read once.</summary>
    public IEnumerable<TableRow> Rows { get; }

    /// <summary>Reads the header; the rows are read as they are asked for.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="csv">How text becomes lines; an engine has no library of its own for that.</param>
    /// <param name="table">The table, where the file is one.</param>
    /// <param name="problem">Why it is none, and what to hand in instead.</param>
    public static bool TryRead(byte[] bytes, CsvLines csv, [NotNullWhen(true)] out TableFile? table, out Wording problem)
    {
        (table, problem) = (null, default);
        if (bytes.LongLength > LargestFile)
            problem = "文件超过 1 GB，请分成几个文件。";
        else if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
            problem = "这是旧版 Excel 文件（.xls）或加了密码的文件，请另存为不加密的 .xlsx 或 CSV。";
        else if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
            return Workbook.TryRead(bytes, out var sheet, out problem) && WithHeader(sheet, out table, out problem);
        else if (Decode(bytes) is not { } text)
            problem = "文件既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8 的 CSV。";
        else if (text.Contains('\0'))
            problem = "这不是文字文件。请用 CSV 或 .xlsx。";
        else
            return WithHeader(Numbered(csv(text)), out table, out problem);
        return false;
    }

    private static bool WithHeader(
        IEnumerable<(int Number, IReadOnlyList<string> Cells, RowProblem? Fault)> rows,
        [NotNullWhen(true)] out TableFile? table,
        out Wording problem
    )
    {
        (table, problem) = (null, default);
        var lines = rows.GetEnumerator();
        if (!lines.MoveNext() || lines.Current.Cells.All(string.IsNullOrWhiteSpace))
            problem = "第一行没有表头。第一行应写各列的名称。";
        else if (lines.Current.Fault is { } fault)
            problem = new Wording("表头不能读取：{0}", fault.Problem);
        else
        {
            var header = lines.Current.Cells.Select(c => c.Trim()).ToList();
            var twice = header.Where(c => c.Length > 0).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
            if (twice.Count > 0)
                problem = new Wording("表头有重名的列：{0}。每列的名称只能用一次。", string.Join('、', twice));
            else
                table = new TableFile(header, Rest(lines, header.Count));
        }
        return table is not null;
    }

    private static IEnumerable<TableRow> Rest(IEnumerator<(int Number, IReadOnlyList<string> Cells, RowProblem? Fault)> lines, int width)
    {
        using (lines)
        {
            while (lines.MoveNext())
            {
                var (number, cells, fault) = lines.Current;
                if (fault is null && cells.All(string.IsNullOrWhiteSpace))
                    continue;
                fault ??= FaultOf(number, cells, width);
                yield return fault is null ? new TableRow(number, [.. cells.Select(c => c.Trim())]) : new TableRow(number, [], fault);
            }
        }
    }

    private static RowProblem? FaultOf(int number, IReadOnlyList<string> cells, int width)
    {
        if (cells.Count != width)
            return new RowProblem(number, Whole, new Wording("这一行有 {0} 个单元格。", cells.Count), new Wording("{0} 个单元格", width));
        var longest = cells.Max(c => c.Length);
        return longest > LongestCell
            ? new RowProblem(
                number,
                Whole,
                new Wording("有一个单元格长达 {0} 个字。", longest),
                new Wording("每格至多 {0} 个字", LongestCell)
            )
            : null;
    }

    private static IEnumerable<(int, IReadOnlyList<string>, RowProblem?)> Numbered(
        IEnumerable<(IReadOnlyList<string> Cells, string? Broken)> lines
    )
    {
        var row = 0;
        foreach (var (cells, broken) in lines)
        {
            row++;
            var fault = broken is not null
                ? new RowProblem(
                    row,
                    Whole,
                    new Wording("引号用法不对（{0}）。", broken),
                    "含逗号、引号或换行的单元格整体加双引号，其中的引号写两遍"
                )
                : null;
            yield return (row, cells, fault);
        }
    }

    /// <summary>UTF-8, UTF-16 with its mark, or what spreadsheets here still write: GB18030, which holds GBK and GB2312.</summary>
    private static string? Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        Encoding[] strict =
        [
            new UTF8Encoding(false, throwOnInvalidBytes: true),
            CodePagesEncodingProvider.Instance.GetEncoding(
                "gb18030",
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            )!,
        ];
        foreach (var encoding in strict)
        {
            try
            {
                return encoding.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // The next one.
            }
        }
        return null;
    }
}
