using System.Reflection;

namespace Suiying.Testing.Matters;

/// <summary>The word lists of this folder.</summary>
internal static class Words
{
    /// <summary>What people say around their matter.</summary>
    public static IReadOnlyList<string> Stories { get; } = [.. Lines("stories.txt")];

    /// <summary>Characters that people use, for names that nobody has heard of.</summary>
    public static string Characters { get; } =
        string.Concat(
            Stories.Concat(Lines("troubles.txt")).SelectMany(l => l).Where(c => c is >= '\u4E00' and <= '\u9FFF').Distinct().Order()
        );

    public static IEnumerable<string> Lines(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"matters/{name}")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
