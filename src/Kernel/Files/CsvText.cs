using CsvHelper;

namespace Suiying.Kernel;

/// <summary>CSV as the product reads what strangers hand in, and as it writes what spreadsheet programs open.</summary>
public static class CsvText
{
    /// <summary>What comes from somebody's text never becomes a formula.</summary>
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape };

    /// <summary>Every line, empty ones too, so that a count of them is the file's; and what is broken about its quotes, or null.</summary>
    public static IEnumerable<(IReadOnlyList<string> Cells, string? Broken)> Read(string text)
    {
        var broken = new Dictionary<long, CsvMalformedReason>();
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            HasHeader = false,
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
            yield return (cells, broken.TryGetValue(row, out var reason) ? reason.ToString() : null);
        }
    }

    /// <summary>One line; <see cref="Rows"/> says how.</summary>
    public static byte[] Row(IEnumerable<string> cells, bool first = false) => Rows([cells], first);

    /// <summary>Lines in UTF-8; the first of a table begins with the mark by which spreadsheet programs know that.</summary>
    public static byte[] Rows(IEnumerable<IEnumerable<string>> lines, bool first = false)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Writing with { WriteByteOrderMark = first }, leaveOpen: true))
        {
            foreach (var line in lines)
            {
                foreach (var cell in line)
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        }
        return memory.ToArray();
    }
}
