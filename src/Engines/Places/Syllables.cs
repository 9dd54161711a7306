using System.Collections.Frozen;
using System.Text;

namespace Suiying.Engines.Places;

/// <summary>
/// 音节: how a Chinese character is read, without its tone, so that what speech recognition heard right and wrote wrong is found again. One
/// reading for each of the 20,902 unified ideographs U+4E00 to U+9FA5, the most usual one: Unicode Han Database, kMandarin. Pure and thread-safe.
/// </summary>
public static class Syllables
{
    private static readonly Lazy<FrozenDictionary<char, string>> All = new(Read);

    /// <summary>The syllable in small letters, such as <c>zhuang</c>; empty where the character has none here.</summary>
    public static string Of(char character) => All.Value.GetValueOrDefault(character, "");

    /// <summary>
    /// The syllable as it is heard where zh, ch, sh are not kept apart from z, c, s, nor -ng from -n after a, e and i; the two pairs that
    /// speakers and recognisers of Mandarin confuse most. Empty as for <see cref="Of"/>.
    /// </summary>
    public static string Heard(char character)
    {
        var syllable = Of(character);
        if (syllable.Length > 2 && syllable[1] == 'h' && syllable[0] is 'z' or 'c' or 's')
            syllable = syllable.Remove(1, 1);
        return syllable.Length > 2 && syllable.EndsWith("ng", StringComparison.Ordinal) && syllable[^3] is 'a' or 'e' or 'i'
            ? syllable[..^1]
            : syllable;
    }

    private static FrozenDictionary<char, string> Read()
    {
        using var lines = new StreamReader(
            typeof(Syllables).Assembly.GetManifestResourceStream("syllables.txt") ?? throw new InvalidOperationException("syllables.txt"),
            Encoding.UTF8
        );
        var readings = new Dictionary<char, string>();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split(' ') is not [var syllable, var characters])
                continue;
            foreach (var character in characters)
                readings[character] = syllable;
        }
        return readings.ToFrozenDictionary();
    }
}
