namespace Suiying.Engines.Learning;

/// <summary>What cross-validation tells: the scale of the margins, the threshold, and how often the answers were right.</summary>
internal static class Measuring
{
    public static (double Scale, ClassifierMeasures Measures) Of(
        IReadOnlyList<HeldOut> asked,
        IReadOnlyList<string> labels,
        int[] letters,
        double wanted
    )
    {
        var measures = new ClassifierMeasures
        {
            Rows = letters.Length,
            Letters = letters.Length == 0 ? 0 : letters.Max() + 1,
            Labels = [.. labels],
            Threshold = Threshold.Never,
        };
        if (asked.Count == 0)
            return (Calibration.UsualScale, measures);
        var (scale, probabilities) = (Calibration.Fit(asked), new double[labels.Count]);
        var answers = new List<(double Probability, bool Right)>(asked.Count);
        foreach (var held in asked)
        {
            Calibration.Apply(held.Margins, scale, probabilities);
            answers.Add((probabilities[held.Answered], held.Answered == held.Label));
        }
        var threshold = Threshold.Of(answers, wanted, (double)measures.Letters / measures.Rows);
        return (
            scale,
            measures with
            {
                Accuracy = answers.Average(a => a.Right ? 1.0 : 0),
                MacroF1 = MacroF1(asked),
                Coverage = answers.Average(a => a.Probability >= threshold ? 1.0 : 0),
                Threshold = threshold,
                Confusions = Confusions(asked, labels),
            }
        );
    }

    private static double MacroF1(IReadOnlyList<HeldOut> asked)
    {
        var (right, said, hits) = (
            asked.CountBy(a => a.Label).ToDictionary(),
            asked.CountBy(a => a.Answered).ToDictionary(),
            asked.Where(a => a.Answered == a.Label).CountBy(a => a.Label).ToDictionary()
        );
        return right
            .Keys.Union(said.Keys)
            .Average(l => 2.0 * hits.GetValueOrDefault(l) / (right.GetValueOrDefault(l) + said.GetValueOrDefault(l)));
    }

    private static List<LabelConfusion> Confusions(IReadOnlyList<HeldOut> asked, IReadOnlyList<string> labels) =>
        [
            .. asked
                .CountBy(a => (a.Label, a.Answered))
                .OrderBy(c => c.Key)
                .Select(c => new LabelConfusion(labels[c.Key.Label], labels[c.Key.Answered], c.Value)),
        ];
}
