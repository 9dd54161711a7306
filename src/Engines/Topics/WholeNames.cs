namespace Suiying.Engines.Topics;

/// <summary>
/// The beginning of a place name, for who reads it. Only its last three characters are compared, because without a dictionary nobody knows where a
/// name begins; but where nearly all who say 柳花园 say 金柳花园, that is its name.
/// </summary>
internal static class WholeNames
{
    private const int Longest = 6;

    /// <summary>Fewer say too little of how others say it.</summary>
    private const int FewestCarriers = 3;

    private const double NearlyAll = 0.8;

    /// <summary>A pair that is said much more often than the name is a word of its own.</summary>
    private const double OwnWord = 1.5;

    /// <param name="name">The end of the name.</param>
    /// <param name="said">Features of those who say it.</param>
    /// <param name="vocabulary">Numbers and carriers of all features.</param>
    public static string Of(string name, IEnumerable<int> said, Vocabulary vocabulary)
    {
        if (name.Length < 2)
            return name;
        var before = said.Where(f => f < vocabulary.Size && Features.IsPair(vocabulary.Key(f)))
            .Distinct()
            .ToLookup(f => Features.Text(vocabulary.Key(f))[1]);
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

    private static int Carriers(string name, Vocabulary vocabulary) =>
        vocabulary.Find(Features.Pair(name[0], name[1])) is { } number ? vocabulary.Carriers(number) : 0;
}
