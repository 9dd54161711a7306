namespace Suiying.Engines.Learning;

public sealed partial class TextClassifier
{
    [ThreadStatic]
    private static GramCounter? counter;

    private static GramCounter Counter => counter ??= new GramCounter();

    /// <summary>The labels that a text may have, best first, and whether the first is sure enough.</summary>
    /// <param name="title">May be empty.</param>
    /// <param name="body">Any string.</param>
    /// <param name="most">How many labels, at least 1.</param>
    public LabelProposals Propose(string title, string body, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (labels.Count == 0)
            return new LabelProposals([], Abstains: true);
        var probabilities = new double[labels.Count];
        var known = Probabilities(Grams.Whole(title, body), probabilities);
        var best = Best(probabilities, Math.Min(most, labels.Count));
        var proposals = best.Select(label => new LabelProposal(labels[label], probabilities[label])).ToArray();
        var sure = known && letters[best[0]] >= FewestLetters && proposals[0].Probability >= Measures.Threshold;
        return new LabelProposals(proposals, !sure);
    }

    private bool Probabilities(string text, Span<double> probabilities)
    {
        var values = Weighed(text);
        Calibration.Apply(Margins(values), scale, probabilities);
        return values.Length > 0;
    }

    /// <summary>The weights of the text's known grams, whose numbers <see cref="Counter"/> holds.</summary>
    private Span<float> Weighed(string text)
    {
        Counter.Count(text, vocabulary.Table, add: false);
        var values = Counter.Frequencies();
        vocabulary.Weigh(Counter.Numbers, values);
        return values;
    }

    private float[] Margins(ReadOnlySpan<float> values)
    {
        var margins = new float[labels.Count];
        for (var label = 0; label < labels.Count; label += LinearBlock.Lanes)
        {
            var eight = blocks[label / LinearBlock.Lanes].Margins(Counter.Numbers, values);
            for (var lane = 0; lane < LinearBlock.Lanes && label + lane < labels.Count; lane++)
                margins[label + lane] = eight[lane];
        }
        return margins;
    }

    /// <summary>Numbers of the most probable labels; of equals the one that came first.</summary>
    private static int[] Best(double[] probabilities, int most)
    {
        if (most == 1)
            return [probabilities.IndexOf(probabilities.Max())];
        return [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(label => probabilities[label]).Take(most)];
    }
}
