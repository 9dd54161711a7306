namespace Suiying.Engines.Topics;

/// <summary>Makes words to show from pairs of characters: 凉塘 and 塘路 become 凉塘路.</summary>
internal static class SharedWords
{
    private const int Longest = 8;

    /// <summary>Chains of the given pairs, those with the rarest pairs first.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<int> features, Vocabulary vocabulary, Weights weights, int most)
    {
        var pairs = features
            .Where(f => f >= 0 && f < vocabulary.Size && Features.IsPair(vocabulary.Key(f)))
            .Select(f => (Text: Features.Text(vocabulary.Key(f)), Weight: weights.Of(f)))
            .OrderByDescending(p => p.Weight)
            .ThenBy(p => p.Text, StringComparer.Ordinal)
            .ToList();
        var byFirst = pairs.GroupBy(p => p.Text[0]).ToDictionary(g => g.Key, g => g.First().Text);
        var byLast = pairs.GroupBy(p => p.Text[1]).ToDictionary(g => g.Key, g => g.First().Text);
        var (used, words) = (new HashSet<string>(), new List<string>());
        foreach (var (pair, _) in pairs)
        {
            if (words.Count == most)
                break;
            if (!used.Add(pair))
                continue;
            var word = pair;
            while (word.Length < Longest && byFirst.TryGetValue(word[^1], out var next) && used.Add(next))
                word += next[1];
            while (word.Length < Longest && byLast.TryGetValue(word[0], out var before) && used.Add(before))
                word = before[0] + word;
            words.Add(word);
        }
        return words;
    }

    /// <summary>The name that a mark stands for.</summary>
    public static string Name(PlaceMark mark, Vocabulary vocabulary)
    {
        string Part(int feature) =>
            feature >= 0 && feature < vocabulary.Size && Features.IsPair(vocabulary.Key(feature))
                ? Features.Text(vocabulary.Key(feature))
                : "";
        var (first, second) = (Part(mark.First), Part(mark.Second));
        return second.Length == 2 ? first + second[1] : first;
    }
}
