using Suiying.Engines.Tables;

namespace Suiying.Requests.Model;

/// <summary>A table that the command line names by its path.</summary>
internal static class TableAtPath
{
    public static async Task<Outcome<TableFile>> Open(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            return new NotFound($"没有找到文件：{path}");
        if (new FileInfo(path).Length > TableFile.LargestFile)
            return Refusal.Invalid(new FieldProblem("file", "文件超过 1 GB，请分成几个文件。"));
        return TableFile.TryRead(await File.ReadAllBytesAsync(path, ct), CsvText.Read, out var table, out var problem)
            ? table
            : Refusal.Invalid(new FieldProblem("file", Translations.Of(problem.Template, problem.Values)));
    }
}
