namespace Suiying.Engines.Learning;

/// <summary>
/// The grams that count, with how much: sub-linear frequency in the text times inverse frequency among the texts, the whole text brought
/// to length 1 and its beginning to length <see cref="BeginningLength"/>.
/// </summary>
internal sealed class Vocabulary
{
    private const float BeginningLength = 0.7f;

    private readonly List<float> rarity;
    private readonly List<bool> beginning;

    private Vocabulary(GramTable table, List<float> rarity, int texts)
    {
        (Table, this.rarity, Texts) = (table, rarity, texts);
        beginning = [.. table.Grams().Select(IsBeginning)];
    }

    public GramTable Table { get; }

    public IReadOnlyList<float> Rarity => rarity;

    /// <summary>Texts from which the rarities come.</summary>
    public int Texts { get; }

    public int Count => Table.Count;

    public static Vocabulary Of(ReadOnlySpan<ulong> grams, IEnumerable<float> rarity, int texts)
    {
        var table = new GramTable(grams.Length);
        foreach (var gram in grams)
            table.Add(gram);
        return new Vocabulary(table, [.. rarity], texts);
    }

    /// <summary>Reads all texts and keeps the grams that occur in most of them.</summary>
    /// <param name="texts">Titles with their bodies.</param>
    /// <param name="most">How many grams are kept; asked once all texts are read.</param>
    /// <param name="stop">Stops between texts.</param>
    public static (Vocabulary Vocabulary, TextVectors Vectors) Read(IEnumerable<string> texts, Func<int> most, CancellationToken stop)
    {
        var (all, vectors, counter, spread) = (new GramTable(), new TextVectors(), new GramCounter(), new List<int>());
        foreach (var text in texts)
        {
            stop.ThrowIfCancellationRequested();
            counter.Count(text, all, add: true);
            while (spread.Count < all.Count)
                spread.Add(0);
            foreach (var number in counter.Numbers)
            {
                spread[number]++;
                vectors.Add(number, counter.Of(number));
            }
            vectors.End();
        }
        // The frequent first: they lie together in memory, and who came first is first among equals.
        var kept = Enumerable.Range(0, spread.Count).OrderByDescending(n => spread[n]).Take(most()).ToArray();
        var (keys, numbers) = (all.Grams(), new int[spread.Count]);
        Array.Fill(numbers, -1);
        for (var number = 0; number < kept.Length; number++)
            numbers[kept[number]] = number;
        vectors.Renumber(numbers);
        var rarity = kept.Select(old => RarityOf(spread[old], vectors.Count));
        var vocabulary = Of([.. kept.Select(old => keys[old])], rarity, vectors.Count);
        for (var text = 0; text < vectors.Count; text++)
            vocabulary.Weigh(vectors.Columns(text), vectors.Writable(text));
        return (vocabulary, vectors);
    }

    /// <summary>Counts a text that is learnt later; grams that are new get room up to a limit.</summary>
    public void Meet(string text, GramCounter counter, int most)
    {
        counter.Count(text, Table, add: Count < most);
        while (rarity.Count < Count)
            rarity.Add(RarityOf(1, Texts));
        if (beginning.Count < Count)
            beginning.AddRange(Table.Grams().Skip(beginning.Count).Select(IsBeginning));
    }

    /// <summary>Turns the frequencies of a text's grams into their weights.</summary>
    public void Weigh(ReadOnlySpan<int> numbers, Span<float> values)
    {
        var (whole, begin) = (0f, 0f);
        for (var at = 0; at < numbers.Length; at++)
        {
            var number = numbers[at];
            var value = (1 + MathF.Log(values[at])) * rarity[number];
            values[at] = value;
            if (beginning[number])
                begin += value * value;
            else
                whole += value * value;
        }
        var (wholeScale, beginScale) = (1 / MathF.Sqrt(Math.Max(whole, 1e-12f)), BeginningLength / MathF.Sqrt(Math.Max(begin, 1e-12f)));
        for (var at = 0; at < numbers.Length; at++)
            values[at] *= beginning[numbers[at]] ? beginScale : wholeScale;
    }

    private static bool IsBeginning(ulong gram) => (gram & Grams.InBeginning) != 0;

    private static float RarityOf(int spread, int texts) => MathF.Log((1f + texts) / (1f + spread)) + 1;
}
