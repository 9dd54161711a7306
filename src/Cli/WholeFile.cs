using Suiying.Kernel;

namespace Suiying.Cli;

/// <summary>A file that stands under its name only when it is whole: a broken-off export never looks like one.</summary>
internal static class WholeFile
{
    /// <param name="option">What the path was given as, for the refusal.</param>
    /// <param name="path">Where; what stood there is replaced.</param>
    /// <param name="write">Writes it; where it refuses, nothing is replaced.</param>
    public static async Task<Outcome<T>> Write<T>(string option, string path, Func<Stream, Task<Outcome<T>>> write)
        where T : notnull
    {
        try
        {
            var unfinished = $"{path}.part";
            Outcome<T> outcome;
            await using (var stream = File.Create(unfinished))
                outcome = await write(stream);
            if (outcome.Ok(out _, out _))
                File.Move(unfinished, path, overwrite: true);
            return outcome;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refusal.Invalid(new FieldProblem(option, $"写不到 {path}：{problem.Message}"));
        }
    }
}
