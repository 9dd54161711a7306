using CsvHelper;

namespace Suiying.Requests.Model;

/// <summary>The rows of an import that were not taken, as a table to mend them by.</summary>
public static class ProblemsFile
{
    /// <summary>The mark tells spreadsheet programs that this is UTF-8; what comes from a stranger's table never becomes a formula.</summary>
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static async Task Write(string path, IEnumerable<RowProblem> problems, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            foreach (var head in new[] { "row", "field", "problem", "expected" })
                csv.WriteField(head);
            csv.EndRecord();
            foreach (var problem in problems)
            {
                csv.WriteField(problem.Row);
                csv.WriteField(problem.Field);
                csv.WriteField(problem.Problem);
                csv.WriteField(problem.Expected);
                csv.EndRecord();
            }
        }
        await File.WriteAllBytesAsync(path, memory.ToArray(), ct);
    }
}
