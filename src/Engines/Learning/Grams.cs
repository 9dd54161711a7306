namespace Suiying.Engines.Learning;

/// <summary>
/// Takes a text apart into single characters and pairs, once for the whole text and once more for its beginning, where a letter says what
/// it wants. Words of Chinese need not be known: pairs stand for most of them (pairs do as well as words: Li, Sun and Zhang 2006).
/// </summary>
internal static class Grams
{
    /// <summary>Characters that count as the beginning.</summary>
    public const int Beginning = 30;

    /// <summary>Marks the grams of the beginning. A gram is two UTF-16 units and this: 33 bits, and never 0.</summary>
    public const ulong InBeginning = 1UL << 32;

    /// <summary>Title and body as one text, cut where it is too long.</summary>
    public static string Whole(string title, string body) => string.Concat(Cut(title), title.Length == 0 ? "" : "\n", Cut(body));

    /// <summary>Tells of each gram with the places of its first and its last character.</summary>
    public static void Each<TMet>(string text, TMet met)
        where TMet : struct, IGramMet
    {
        var (before, beforeAt, read) = (0UL, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = (ulong)Folding.Of(text[at]);
            if (c == Folding.Skipped)
                continue;
            var flag = read++ < Beginning ? InBeginning : 0;
            met.Met(c, at, at);
            if (flag != 0)
                met.Met(c | flag, at, at);
            if (before != 0)
            {
                var pair = before << 16 | c;
                met.Met(pair, beforeAt, at);
                if (flag != 0)
                    met.Met(pair | flag, beforeAt, at);
            }
            (before, beforeAt) = (c, at);
        }
    }

    private static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, TextClassifier.LongestText));
}

/// <summary>What wants to know the grams of a text.</summary>
internal interface IGramMet
{
    void Met(ulong gram, int first, int last);
}
