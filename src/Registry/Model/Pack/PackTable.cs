using CsvHelper;

namespace Suiying.Registry.Model.Pack;

/// <summary>One CSV file of the pack, its header checked.</summary>
internal sealed class PackTable
{
    private PackTable(IReadOnlyList<string> columns, IReadOnlyList<PackRow> rows) => (Columns, Rows) = (columns, rows);

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<PackRow> Rows { get; }

    /// <summary>Null where the file is missing, is not text, or lacks a column: then no cell can be judged.</summary>
    public static PackTable? Read(PackFolder folder, string file, params IReadOnlyList<string> required)
    {
        if (PackText.Read(folder, file) is not { } text)
            return null;
        var broken = new HashSet<long>();
        using var reader = CsvReader.FromText(text, OptionsFor(folder, file, broken));
        if (!reader.Read())
        {
            folder.Report(file, 1, null, "文件是空的，没有表头。", string.Join(',', required));
            return null;
        }
        var header = Cells(reader);
        if (!CheckHeader(folder, file, header, required))
            return null;
        return new PackTable(header, ReadRows(folder, file, reader, header, broken));
    }

    private static CsvReaderOptions OptionsFor(PackFolder folder, string file, HashSet<long> broken) =>
        CsvReaderOptions.Default with
        {
            Separator = ',',
            HasHeader = false,
            // Empty lines are read so that our count of rows stays the file's.
            SkipEmptyLines = false,
            TrimWhitespace = true,
            DetectSeparatorHint = false,
            OnMalformedRecord = bad =>
            {
                if (broken.Add(bad.RecordNumber))
                    folder.Report(
                        file,
                        (int)bad.RecordNumber,
                        null,
                        Sentence(bad.Reason),
                        "含逗号、引号或换行的单元格整体加双引号，其中的引号写两遍"
                    );
            },
        };

    private static Phrase Sentence(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "引号没有成对，后面的内容都被并进了这一行。",
            CsvMalformedReason.TextAfterClosingQuote => "右引号之后还有文字。",
            _ => "引号用法不对。",
        };

    private static bool CheckHeader(PackFolder folder, string file, string[] header, IReadOnlyList<string> required)
    {
        var missing = required.Except(header).ToList();
        foreach (var column in missing)
            folder.Report(file, 1, column, $"表头缺少列 {column}。", string.Join(',', required));
        var twice = header.Where(c => c.Length > 0).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        foreach (var column in twice)
            folder.Report(file, 1, column, $"表头的列 {column} 出现了两次。");
        return missing.Count == 0 && twice.Count == 0;
    }

    private static List<PackRow> ReadRows(PackFolder folder, string file, CsvReader reader, string[] header, HashSet<long> broken)
    {
        var index = header.Select((name, at) => (name, at)).Where(c => c.name.Length > 0).ToDictionary(c => c.name, c => c.at);
        var rows = new List<PackRow>();
        for (var row = 2; reader.Read(); row++)
        {
            var cells = Cells(reader);
            if (cells.All(string.IsNullOrEmpty) || broken.Contains(row))
                continue;
            if (cells.Length != header.Length)
                folder.Report(
                    file,
                    row,
                    null,
                    $"这一行有 {cells.Length} 个单元格，表头有 {header.Length} 列。",
                    $"{header.Length} 个单元格"
                );
            else
                rows.Add(new PackRow(folder, file, row, index, cells));
        }
        return rows;
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var at = 0; at < cells.Length; at++)
            cells[at] = reader.GetString(at).Trim();
        return cells;
    }
}
