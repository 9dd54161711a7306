namespace Suiying.Cli.Evaluation;

/// <summary>What was answered to one row.</summary>
/// <param name="Id">As the file names the row.</param>
/// <param name="Label">What is right, or empty where nobody said; such a row is answered and not counted.</param>
/// <param name="Proposed">The answers, best first.</param>
/// <param name="Confidence">Probability of the first, 0 to 1.</param>
internal sealed record Answer(string Id, string Label, IReadOnlyList<string> Proposed, double Confidence)
{
    public string First => Proposed.Count > 0 ? Proposed[0] : "";
}

/// <summary>One label's marks.</summary>
internal sealed record LabelMarks(string Label, int Count, double Precision, double Recall, double F1);

/// <summary>How good answers were.</summary>
internal sealed class Marks(IEnumerable<Answer> answers)
{
    private readonly List<Answer> marked = [.. answers.Where(a => a.Label.Length > 0)];

    public int Count => marked.Count;

    /// <summary>Share of the rows whose label is among the first so many answers; 0 where there are none.</summary>
    public double Top(int most) => Share(marked.Count(a => a.Proposed.Take(most).Contains(a.Label)), marked.Count);

    /// <summary>Mean of the F1 of all labels that are right or were answered somewhere.</summary>
    public double MacroF1 => Labels.Count == 0 ? 0 : Labels.Average(l => l.F1);

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<LabelMarks> Labels
    {
        get
        {
            var right = marked.CountBy(a => a.Label).ToDictionary();
            var said = marked.CountBy(a => a.First).ToDictionary();
            var hits = marked.Where(a => a.First == a.Label).CountBy(a => a.Label).ToDictionary();
            return
            [
                .. right
                    .Keys.Union(said.Keys.Where(l => l.Length > 0))
                    .Select(label =>
                    {
                        var (is_, told, hit) = (
                            right.GetValueOrDefault(label),
                            said.GetValueOrDefault(label),
                            hits.GetValueOrDefault(label)
                        );
                        return new LabelMarks(label, is_, Share(hit, told), Share(hit, is_), Share(2 * hit, is_ + told));
                    })
                    .OrderByDescending(l => l.Count)
                    .ThenBy(l => l.Label, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>What was answered instead of what, the most frequent first.</summary>
    public IEnumerable<(string Label, string Answered, int Count)> Mistakes =>
        marked
            .Where(a => a.First != a.Label)
            .CountBy(a => (a.Label, a.First))
            .OrderByDescending(m => m.Value)
            .Select(m => (m.Key.Label, m.Key.First, m.Value));

    /// <summary>By tenths of confidence, counted from 0: rows, their mean confidence, and the share that was right.</summary>
    public IEnumerable<(int Tenth, int Count, double Confidence, double Right)> Bands =>
        marked
            .GroupBy(a => Math.Min(9, (int)(a.Confidence * 10)))
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Count(), g.Average(a => a.Confidence), Share(g.Count(a => a.First == a.Label), g.Count())));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
