using Suiying.Engines.Tables;

namespace Suiying.Requests.Model;

/// <summary>The rows of an import that were not taken, as a table to mend them by.</summary>
public static class ProblemsFile
{
    private static string Of(Wording text) => Translations.Of(text.Template, text.Values);

    public static async Task Write(string path, IEnumerable<RowProblem> problems, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await file.WriteAsync(CsvText.Row(["row", "field", "problem", "expected"], first: true), ct);
        foreach (var problem in problems)
            await file.WriteAsync(CsvText.Row([$"{problem.Row}", problem.Field, Of(problem.What), Of(problem.Right)]), ct);
    }
}
