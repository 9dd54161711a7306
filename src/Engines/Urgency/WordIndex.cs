using System.Collections.Frozen;

namespace Suiying.Engines.Urgency;

/// <summary>One word of the tables found in a text.</summary>
internal readonly record struct WordHit(int Start, int Length, int Word)
{
    public int End => Start + Length;
}

/// <summary>Finds all words of a fixed list in a text, overlapping ones too. A character costs at most the words that begin with it and its successor.</summary>
internal sealed class WordIndex
{
    private readonly FrozenDictionary<int, (string Text, int Id)[]> byStart;

    public WordIndex(IReadOnlyList<string> words)
    {
        byStart = words
            .Select((text, id) => (Text: text, Id: id))
            .GroupBy(word => Key(word.Text, 0, word.Text.Length))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>In the order of their starts.</summary>
    public List<WordHit> In(string text)
    {
        var hits = new List<WordHit>();
        for (var at = 0; at < text.Length; at++)
        {
            Add(Key(text, at, 1), text, at, hits);
            if (at + 1 < text.Length)
                Add(Key(text, at, 2), text, at, hits);
        }
        return hits;
    }

    private void Add(int key, string text, int at, List<WordHit> hits)
    {
        if (!byStart.TryGetValue(key, out var words))
            return;
        foreach (var (word, id) in words)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
                hits.Add(new WordHit(at, word.Length, id));
    }

    /// <summary>The first character, and the second where the word has one.</summary>
    private static int Key(string text, int at, int length) => length == 1 ? text[at] : text[at] | (text[at + 1] << 16);
}
