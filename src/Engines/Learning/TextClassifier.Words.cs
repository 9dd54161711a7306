namespace Suiying.Engines.Learning;

public sealed partial class TextClassifier
{
    /// <summary>The words that spoke for a label against the next best: the stretches of the text over which grams that spoke for it follow each other.</summary>
    /// <param name="title">May be empty.</param>
    /// <param name="body">Any string.</param>
    /// <param name="label">Any label that it knows; another has no words.</param>
    /// <param name="most">How many words, at least 1; the weightiest first, each once.</param>
    public IReadOnlyList<DecidingWord> Words(string title, string body, string label, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (!numbers.TryGetValue(label, out var asked))
            return [];
        var text = Grams.Whole(title, body);
        var values = Weighed(text);
        var rival = Rival(Margins(values), asked);
        var leanings = new Dictionary<int, float>(values.Length);
        for (var at = 0; at < values.Length; at++)
        {
            var number = Counter.Numbers[at];
            leanings[number] = (Weight(number, asked) - Weight(number, rival)) * values[at] / Counter.Of(number);
        }
        var spoken = new float[text.Length];
        Grams.Each(text, new Leaning(vocabulary.Table, leanings, spoken));
        return DecidingRuns.Of(text, spoken, most);
    }

    /// <summary>The best of all other labels; -1 where there is none.</summary>
    private static int Rival(float[] margins, int asked)
    {
        var rival = -1;
        for (var label = 0; label < margins.Length; label++)
        {
            if (label != asked && (rival < 0 || margins[label] > margins[rival]))
                rival = label;
        }
        return rival;
    }

    private float Weight(int number, int label) =>
        label < 0 ? 0 : blocks[label / LinearBlock.Lanes].Weight(number, label % LinearBlock.Lanes);

    /// <summary>Spreads what each gram says over its characters.</summary>
    private readonly struct Leaning(GramTable table, Dictionary<int, float> leanings, float[] spoken) : IGramMet
    {
        public void Met(ulong gram, int first, int last)
        {
            if (table.Find(gram) is not (>= 0 and var number))
                return;
            spoken[first] += leanings[number] / 2;
            spoken[last] += leanings[number] / 2;
        }
    }
}
