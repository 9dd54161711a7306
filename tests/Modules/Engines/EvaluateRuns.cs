using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Suiying.Tests.Engines;

/// <summary><c>suiying evaluate</c> as its user starts it, on tables written by hand into a folder that goes with the test.</summary>
public abstract class EvaluateRuns(string measured) : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("suiying-evaluate").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static double Number(JsonElement told, string name) => told.GetProperty(name).GetDouble();

    /// <summary>Writes a table; one that is measured on begins with the mark of UTF-8, as spreadsheet programs write it.</summary>
    protected string Table(string name, params string[] lines)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, string.Join("\r\n", [.. lines, ""]), new UTF8Encoding(name == "test.csv"));
        return path;
    }

    protected async Task<string> Refused(params string[] options)
    {
        var (code, said, wrong) = await Run(options);
        Assert.Equal((1, ""), (code, said));
        return wrong;
    }

    protected async Task<(int Code, string Said, string Wrong)> Run(params string[] options)
    {
        string[] line = [Path.Combine(AppContext.BaseDirectory, "suiying.dll"), "evaluate", measured, .. options, "--lang", "zh"];
        var start = new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await wrong);
    }
}
