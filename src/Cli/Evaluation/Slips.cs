using Suiying.Engines.Places;

namespace Suiying.Cli.Evaluation;

/// <summary>One slip of the pen or of speech recognition in a name, before the word of its level; null where the name is too short for it.</summary>
internal sealed class Slips
{
    private static readonly string[] Endings = ["社区", "街道", "开发区"];

    private readonly char[] characters;
    private readonly ILookup<string, char> bySyllable;
    private readonly Random random;

    /// <param name="text">Whose characters are put in place of right ones.</param>
    /// <param name="random">Seeded by the caller.</param>
    public Slips(string text, Random random)
    {
        this.random = random;
        characters = [.. text.Distinct().Where(c => Syllables.Of(c).Length > 0)];
        bySyllable = characters.ToLookup(Syllables.Of);
    }

    public string? Homophone(string name)
    {
        if (At(name, 2) is not { } at)
            return null;
        var same = bySyllable[Syllables.Of(name[at])].Where(c => c != name[at]).ToList();
        return same.Count == 0 ? null : Put(name, at, same[random.Next(same.Count)]);
    }

    public string? Wrong(string name) => At(name, 3) is { } at ? Put(name, at, characters[random.Next(characters.Length)]) : null;

    public string? Missing(string name) => At(name, 4) is { } at ? name.Remove(at, 1) : null;

    public string? Extra(string name) => At(name, 3) is { } at ? name.Insert(at, $"{characters[random.Next(characters.Length)]}") : null;

    private static string Put(string name, int at, char character) => name.Remove(at, 1).Insert(at, $"{character}");

    private int? At(string name, int least) =>
        name.Length < least ? null : random.Next(name.Length - (Endings.FirstOrDefault(name.EndsWith)?.Length ?? 1));
}
