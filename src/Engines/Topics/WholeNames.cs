namespace Suiying.Engines.Topics;

/// <summary>
/// A place name in full, for who reads it. Only the characters before its ending and the ending's first are compared, because without a dictionary
/// nobody knows where a name begins; but where nearly all who say 柳花 say 金柳 before it, and 花园 is an ending, 金柳花园 is its name.
/// </summary>
internal static class WholeNames
{
    private const int Longest = 6;

    /// <summary>Fewer say too little of how others say it.</summary>
    private const int FewestCarriers = 3;

    private const double NearlyAll = 0.8;

    /// <summary>A pair that is said much more often than the name is a word of its own.</summary>
    private const double OwnWord = 1.5;

    /// <param name="name">What is compared of it.</param>
    /// <param name="said">Features of those who say it.</param>
    /// <param name="vocabulary">Numbers and carriers of all features.</param>
    public static string Of(string name, IEnumerable<int> said, Vocabulary vocabulary)
    {
        if (name.Length < 2)
            return name;
        var pairs = said.Where(f => f < vocabulary.Size && Features.IsPair(vocabulary.Key(f))).Distinct().ToList();
        return Begun(name, pairs, vocabulary) + Ending(name[^1], pairs, vocabulary);
    }

    private static string Begun(string name, List<int> pairs, Vocabulary vocabulary)
    {
        var before = pairs.ToLookup(f => Features.Text(vocabulary.Key(f))[1]);
        while (name.Length < Longest && Carriers(name, vocabulary) is >= FewestCarriers and var all)
        {
            var next = before[name[0]]
                .Select(f => (Text: Features.Text(vocabulary.Key(f)), Carriers: vocabulary.Carriers(f)))
                .Where(p => p.Carriers >= NearlyAll * all && p.Carriers <= OwnWord * all && !Features.Carries(p.Text[0]))
                .OrderByDescending(p => p.Carriers)
                .ThenBy(p => p.Text, StringComparer.Ordinal)
                .FirstOrDefault();
            if (next.Text is null)
                break;
            name = next.Text[0] + name;
        }
        return name;
    }

    /// <summary>What is missing of an ending whose first character is known.</summary>
    private static string Ending(char first, List<int> pairs, Vocabulary vocabulary)
    {
        var said = pairs.Select(f => Features.Text(vocabulary.Key(f))).Where(pair => pair[0] == first).ToHashSet(StringComparer.Ordinal);
        return PlaceEndings.All.FirstOrDefault(e => e.Ending.Length == 2 && said.Contains(e.Ending)).Ending?[1..] ?? "";
    }

    private static int Carriers(string name, Vocabulary vocabulary) =>
        vocabulary.Find(Features.Pair(name[0], name[1])) is { } number ? vocabulary.Carriers(number) : 0;
}
