using Suiying.Registry.Features;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>The sample city's pack, changed and loaded as a city loads a new version of its own.</summary>
internal static class ChangedPack
{
    /// <param name="app">The host whose city it becomes.</param>
    /// <param name="name">Of the folder.</param>
    /// <param name="file">Path in the pack of the file that changes or is new.</param>
    /// <param name="change">Its new text; given the old one, or an empty one.</param>
    public static async Task Load(SuiyingApp app, string name, string file, Func<string, string> change)
    {
        var folder = Directory.CreateDirectory(Path.Combine(app.Var, name)).FullName;
        foreach (var from in Directory.EnumerateFiles(SuiyingApp.Pack, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(SuiyingApp.Pack, from));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(from, copy, overwrite: true);
        }
        var path = Path.Combine(folder, file);
        await File.WriteAllTextAsync(path, change(File.Exists(path) ? await File.ReadAllTextAsync(path) : ""));
        var loaded = await app.Use<LoadCity, Outcome<LoadSummary>>(load =>
            load.Run(new LoadCity.Command { Path = folder }, Actor.System, default)
        );
        Assert.True(
            loaded.Ok(out _, out var refusal),
            refusal is null ? "" : $"{refusal.Text} {string.Join(' ', refusal.Fields.Select(f => $"{f.Field}: {f.Problem}"))}"
        );
    }
}
