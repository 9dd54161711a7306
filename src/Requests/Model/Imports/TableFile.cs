using System.Text;
using CsvHelper;

namespace Suiying.Requests.Model;

/// <summary>One row of a table that somebody handed in.</summary>
/// <param name="Number">As a spreadsheet counts, the header being 1.</param>
/// <param name="Cells">As many as the header has, trimmed; empty where <paramref name="Fault"/> is set.</param>
/// <param name="Fault">What makes the row unreadable, or null.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells, RowProblem? Fault = null);

/// <summary>One thing wrong with one row: where, what, and what would be right.</summary>
public sealed record RowProblem(int Row, string Field, string Problem, string Expected);

/// <summary>
/// A table as CSV (UTF-8, UTF-16 or GB18030) or as an Excel workbook. Whoever made it is not trusted: a cell is at most as long as a
/// spreadsheet allows, and a packed file is never unpacked without end.
/// </summary>
internal sealed class TableFile
{
    /// <summary>What one cell of a spreadsheet can hold.</summary>
    public const int LongestCell = 32_767;

    public const long LargestFile = 1L << 30;

    private const string Whole = "-";

    private TableFile(IReadOnlyList<string> header, IEnumerable<TableRow> rows) => (Header, Rows) = (header, rows);

    public IReadOnlyList<string> Header { get; }

    /// <summary>All rows that hold anything. Read once.</summary>
    public IEnumerable<TableRow> Rows { get; }

    public static async Task<Outcome<TableFile>> Open(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            return new NotFound($"没有找到文件：{path}");
        return new FileInfo(path).Length > LargestFile
            ? Bad("文件超过 1 GB，请分成几个文件。")
            : Read(await File.ReadAllBytesAsync(path, ct));
    }

    public static Outcome<TableFile> Read(byte[] bytes)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return Bad("这是旧版 Excel 文件（.xls）或加了密码的文件，请另存为不加密的 .xlsx 或 CSV。");
        IEnumerator<(int Number, IReadOnlyList<string> Cells, RowProblem? Fault)> lines;
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            if (!Workbook.Read(bytes).Ok(out var sheet, out var refusal))
                return refusal;
            lines = sheet.GetEnumerator();
        }
        else if (Decode(bytes) is not { } text)
            return Bad("文件既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8 的 CSV。");
        else if (text.Contains('\0'))
            return Bad("这不是文字文件。请用 CSV 或 .xlsx。");
        else
            lines = Csv(text).GetEnumerator();

        if (!lines.MoveNext() || lines.Current.Cells.All(string.IsNullOrWhiteSpace))
            return Bad("第一行没有表头。第一行应写各列的名称。");
        if (lines.Current.Fault is { } fault)
            return Bad($"表头不能读取：{fault.Problem}");
        var header = lines.Current.Cells.Select(c => c.Trim()).ToList();
        var twice = header.Where(c => c.Length > 0).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        return twice.Count > 0
            ? Bad($"表头有重名的列：{string.Join('、', twice)}。每列的名称只能用一次。")
            : new TableFile(header, Rest(lines, header.Count));
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
            return new RowProblem(number, Whole, $"这一行有 {cells.Count} 个单元格。", $"{width} 个单元格");
        var longest = cells.Max(c => c.Length);
        return longest > LongestCell
            ? new RowProblem(number, Whole, $"有一个单元格长达 {longest} 个字。", $"每格至多 {LongestCell} 个字")
            : null;
    }

    private static IEnumerable<(int, IReadOnlyList<string>, RowProblem?)> Csv(string text)
    {
        var broken = new Dictionary<long, CsvMalformedReason>();
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            HasHeader = false,
            // Empty lines are read so that our count of rows stays the file's.
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            OnMalformedRecord = bad => broken.TryAdd(bad.RecordNumber, bad.Reason),
        };
        using var csv = CsvReader.FromText(text, options);
        for (var row = 1; csv.Read(); row++)
        {
            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = csv.GetString(i);
            var fault = broken.TryGetValue(row, out var reason)
                ? new RowProblem(row, Whole, $"引号用法不对（{reason}）。", "含逗号、引号或换行的单元格整体加双引号，其中的引号写两遍")
                : null;
            yield return (row, cells, fault);
        }
    }

    private static Refusal Bad(string problem) => Refusal.Invalid(new FieldProblem("file", problem));

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
