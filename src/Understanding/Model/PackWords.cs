using Suiying.Contracts.Registry;
using Suiying.Engines.Learning;
using Suiying.Engines.Text;

namespace Suiying.Understanding.Model;

/// <summary>
/// 类别用词: what the city's own names, synonyms and examples of its categories say of a text, for a city that has no history yet. A
/// whole name or synonym in the text counts most; else pairs of characters, rare ones more. Immutable.
/// </summary>
internal sealed class PackWords
{
    /// <summary>Texts are read so far; what a matter is about is said by then.</summary>
    private const int Longest = 4000;

    /// <summary>What the pairs of a text must agree in before a category is named: one pair that few categories have.</summary>
    private const double Least = 3;

    /// <summary>Beside a whole name in the text a stray pair says nothing.</summary>
    private const double NearBest = 0.4;

    /// <summary>What a pair of an example counts beside one of a name: examples hold words that say nothing of the matter.</summary>
    private const double ExampleWeighs = 0.3;

    private readonly List<Entry> entries;
    private readonly Dictionary<string, double> rarity;

    private PackWords(List<Entry> entries)
    {
        this.entries = entries;
        rarity = entries
            .SelectMany(e => e.Pairs)
            .GroupBy(pair => pair, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Math.Log((double)entries.Count / g.Count()), StringComparer.Ordinal);
    }

    /// <summary>Of the finest categories that are in use.</summary>
    public static PackWords Of(CategoryTree categories) => new([.. Finest(categories).Select(Entry.Of)]);

    /// <summary>The same words as texts that a classifier learns, so that it knows a category without history.</summary>
    public static IEnumerable<LabelledText> Texts(CategoryTree categories) =>
        Finest(categories)
            .SelectMany(c =>
                c.Examples.Append(string.Join('，', c.Synonyms.Prepend(c.Name))).Select(text => new LabelledText("", text, c.Code))
            );

    /// <summary>Best first, with the words that agreed; empty where nothing does.</summary>
    public IReadOnlyList<(Category Category, IReadOnlyList<string> Words)> Find(string text, int most)
    {
        var plain = NormalText.Of(text.Length > Longest ? text[..Longest] : text);
        var said = Pairs(plain);
        var found = entries
            .Select(entry => (entry.Category, Hit: Score(entry, plain, said)))
            .Where(f => f.Hit.Score >= Least)
            .OrderByDescending(f => f.Hit.Score)
            .ThenBy(f => f.Category.Code, StringComparer.Ordinal)
            .Take(most)
            .ToList();
        return [.. found.Where(f => f.Hit.Score >= NearBest * found[0].Hit.Score).Select(f => (f.Category, f.Hit.Words))];
    }

    private static IEnumerable<Category> Finest(CategoryTree categories) =>
        categories.All.Where(c => !c.IsRetired() && !categories.Children(c.Code).Any(x => !x.IsRetired()));

    private (double Score, IReadOnlyList<string> Words) Score(Entry entry, string text, HashSet<string> said)
    {
        var whole = entry.Words.Where(word => text.Contains(word, StringComparison.Ordinal)).OrderByDescending(w => w.Length).ToList();
        var shared = entry.Pairs.Where(said.Contains).ToList();
        var named = shared.Where(entry.Named.Contains).Sum(pair => rarity[pair]) / Breadth(entry.Named);
        var like = shared.Where(pair => !entry.Named.Contains(pair)).Sum(pair => rarity[pair]) / Breadth(entry.Pairs);
        return (whole.Sum(Weight) + named + ExampleWeighs * like, whole.Count > 0 ? whole : Runs(text, shared));
    }

    /// <summary>Who says much shares something with every text.</summary>
    private static double Breadth(HashSet<string> pairs) => Math.Sqrt(Math.Max(8, pairs.Count) / 8.0);

    private double Weight(string word) => 4 + Pairs(word).Sum(pair => rarity.GetValueOrDefault(pair));

    /// <summary>The stretches of a text that the pairs cover, the longest first: 路灯 and 灯不 become 路灯不.</summary>
    private static IReadOnlyList<string> Runs(string text, List<string> pairs)
    {
        var covered = new bool[text.Length];
        foreach (var pair in pairs)
            for (var at = text.IndexOf(pair, StringComparison.Ordinal); at >= 0; at = text.IndexOf(pair, at + 1, StringComparison.Ordinal))
                covered.AsSpan(at, pair.Length).Fill(true);
        var runs = new List<string>();
        for (var from = 0; from < text.Length; from++)
        {
            if (!covered[from])
                continue;
            var end = from;
            while (end < text.Length && covered[end])
                end++;
            runs.Add(text[from..end]);
            from = end;
        }
        return [.. runs.Distinct(StringComparer.Ordinal).OrderByDescending(run => run.Length).Take(3)];
    }

    private static HashSet<string> Pairs(string text) =>
        Bigrams.ForIndex(text).Split(' ').Where(token => token.Length > 1).ToHashSet(StringComparer.Ordinal);

    private sealed record Entry(Category Category, IReadOnlyList<string> Words, HashSet<string> Named, HashSet<string> Pairs)
    {
        public static Entry Of(Category category)
        {
            var words = category.Synonyms.Append(category.Name).Select(NormalText.Of).Where(w => w.Length > 1).Distinct().ToList();
            return new Entry(
                category,
                words,
                PackWords.Pairs(string.Join('，', words)),
                PackWords.Pairs(string.Join('，', words.Concat(category.Examples)))
            );
        }
    }
}
