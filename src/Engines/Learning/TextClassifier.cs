namespace Suiying.Engines.Learning;

/// <summary>
/// Under which label a text belongs, learnt from texts that people have put under theirs. It reads single characters and pairs, so it needs
/// no dictionary; it says how sure it is, abstains where that is not enough, and shows the words that decided. It proposes; a person decides.
/// <para>
/// The same texts in the same order give the same classifier on every machine. Any number of threads may ask at the same time; while one
/// learns a correction, none may.
/// </para>
/// </summary>
public sealed partial class TextClassifier
{
    /// <summary>What is beyond, in UTF-16 units, is not read of a title or of a body.</summary>
    public const int LongestText = 20_000;

    /// <summary>Below so many letters of a label its answers are not trusted.</summary>
    private const int FewestLetters = 2;

    private readonly TrainingOptions options;
    private readonly Vocabulary vocabulary;
    private readonly List<string> labels;
    private readonly List<int> letters;
    private readonly List<LinearBlock> blocks;
    private readonly Dictionary<string, int> numbers;
    private readonly double scale;

    private TextClassifier(
        TrainingOptions options,
        Vocabulary vocabulary,
        (List<string> Names, List<int> Letters) labels,
        List<LinearBlock> blocks,
        (double Scale, ClassifierMeasures Measures) measured
    )
    {
        (this.options, this.vocabulary, this.blocks) = (options, vocabulary, blocks);
        (this.labels, letters) = labels;
        (scale, Measures) = measured;
        numbers = this.labels.Index().ToDictionary(l => l.Item, l => l.Index);
    }

    /// <summary>How it did in training.</summary>
    public ClassifierMeasures Measures { get; }

    /// <summary>All labels that it knows, in the order in which they came.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Learns all texts at once. Without any it knows no label and abstains.</summary>
    /// <exception cref="ArgumentException">A text has no label.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TextClassifier Train(IEnumerable<LabelledText> rows, TrainingOptions options, CancellationToken stop = default)
    {
        var (names, known, right) = (new List<string>(), new Dictionary<string, int>(), new List<int>());
        IEnumerable<string> Texts()
        {
            foreach (var row in rows)
            {
                ArgumentException.ThrowIfNullOrEmpty(row.Label, nameof(rows));
                if (known.TryAdd(row.Label, names.Count))
                    names.Add(row.Label);
                right.Add(known[row.Label]);
                yield return Grams.Whole(row.Title, row.Body);
            }
        }
        var (vocabulary, vectors) = Vocabulary.Read(Texts(), () => MostGrams(options, names.Count), stop);
        var labels = right.ToArray();
        var copies = NearCopies.Letters(vectors, vocabulary.Count, stop);
        var perLabel = LettersOf(copies, labels, names.Count);
        var validation = new CrossValidation(vocabulary, vectors, labels, names.Count, options);
        validation.Run(perLabel.Count(many => many >= FewestLetters) >= 2 ? copies : null, stop);
        var measured = Measuring.Of(validation.Asked, names, copies, options.WantedPrecision);
        return new TextClassifier(options, vocabulary, (names, perLabel), [.. validation.All], measured);
    }

    /// <summary>
    /// Learns one correction: afterwards the text is put under its label, and what shares its words leans that way. A label that is new
    /// begins with it. Probabilities and the threshold stay those of the training, so train anew now and then. Deterministic; while it
    /// runs nobody may ask, so the owner locks or learns in a copy (<see cref="Save"/>, <see cref="Load"/>).
    /// </summary>
    /// <exception cref="ArgumentException">The text has no label.</exception>
    public void Learn(LabelledText row)
    {
        ArgumentException.ThrowIfNullOrEmpty(row.Label);
        var label = Meet(row.Label);
        letters[label]++;
        vocabulary.Meet(Grams.Whole(row.Title, row.Body), Counter, MostGrams(options, labels.Count));
        var values = Counter.Frequencies();
        vocabulary.Weigh(Counter.Numbers, values);
        foreach (var (number, block) in blocks.Index())
        {
            block.Widen(vocabulary.Count);
            block.Correct(Counter.Numbers, values, label - number * LinearBlock.Lanes, options.Cost);
        }
    }

    private int Meet(string label)
    {
        if (numbers.TryAdd(label, labels.Count))
        {
            labels.Add(label);
            letters.Add(0);
            if (labels.Count > blocks.Count * LinearBlock.Lanes)
                blocks.Add(LinearBlock.Unlearnt());
        }
        return numbers[label];
    }

    private static List<int> LettersOf(int[] copies, int[] labels, int many)
    {
        var counts = new int[many];
        foreach (var (label, _) in labels.Zip(copies).Distinct())
            counts[label]++;
        return [.. counts];
    }

    /// <summary>Room for the grams of so many labels.</summary>
    private static int MostGrams(TrainingOptions options, int labelCount)
    {
        var blocks = Math.Max(1, (labelCount + LinearBlock.Lanes - 1) / LinearBlock.Lanes);
        return (int)Math.Min(1 << 20, options.MostWeightBytes / (blocks * LinearBlock.Lanes * sizeof(float)));
    }
}
