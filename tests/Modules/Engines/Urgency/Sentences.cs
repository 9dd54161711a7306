using System.Reflection;

namespace Suiying.Tests.Engines.Urgency;

/// <summary>Invented requests with the grade that an agent would give them; see the file.</summary>
internal static class Sentences
{
    public static IReadOnlyList<(int Grade, string Text)> All { get; } = [.. Read("sentences")];

    /// <summary>Those that the table was not written for.</summary>
    public static IReadOnlyList<(int Grade, string Text)> Unseen { get; } = [.. Read("unseen")];

    private static IEnumerable<(int, string)> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"urgency/{name}.txt")!;
        using var reader = new StreamReader(stream);
        foreach (var line in reader.ReadToEnd().Split('\n').Where(l => l.Length > 2 && l[0] != '#'))
            yield return (line[0] - '0', line[2..].Trim());
    }
}
