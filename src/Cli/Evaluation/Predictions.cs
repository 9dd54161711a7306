using System.Globalization;
using Suiying.Kernel;

namespace Suiying.Cli.Evaluation;

/// <summary>Writes what was answered, row by row.</summary>
internal static class Predictions
{
    /// <summary>The answers with <c>id,label,predicted,confidence</c>, in their order. False, and told why, where it cannot be written.</summary>
    public static bool Write(string path, IEnumerable<Answer> answers) =>
        Write(
            ("--predictions", path),
            ["id", "label", "predicted", "confidence"],
            answers.Select(a =>
                (IEnumerable<string>)[a.Id, a.Label, a.First, a.Confidence.ToString("0.0000", CultureInfo.InvariantCulture)]
            )
        );

    /// <summary>A table with any columns. False, and told why, where it cannot be written.</summary>
    /// <param name="to">The option by which the user named the file, and the file.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">One cell each.</param>
    public static bool Write((string Option, string Path) to, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        try
        {
            using var file = File.Create(to.Path);
            file.Write(CsvText.Row(header));
            file.Write(CsvText.Rows(rows));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Say.Aside($"结果写不到 {to.Path}，请用 {to.Option} 指定能写的位置。");
            return false;
        }
    }
}
