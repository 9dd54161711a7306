using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Dispatch;
using Suiying.Engines.Learning;

namespace Suiying.Understanding.Model;

/// <summary>Trains models from decisions and measures them on decisions that they had not learnt.</summary>
internal static class ModelTraining
{
    /// <summary>So many texts of one category say what it is; more only cost time.</summary>
    private const int MostOfOne = 400;

    /// <summary>Of a category's weights; what is beyond only makes files large. TextClassifier drops the rarest pairs first.</summary>
    private const long MostBytes = 32L << 20;

    /// <summary>After so many decisions it says how far it is.</summary>
    private const int Told = 500;

    private const int LabelsShown = 60;
    private const int MistakesShown = 60;

    /// <summary>The last fifth of the decisions is asked about before it is learnt.</summary>
    private const double Asked = 0.2;

    /// <summary>From the newest decision about each text; the city's own words stand beside them, so that a category without history is known too.</summary>
    /// <param name="city">Today's.</param>
    /// <param name="decisions">Oldest first.</param>
    /// <param name="time">To tell how long it took.</param>
    /// <param name="pace">With how many cores, and who hears how far it is.</param>
    /// <param name="ct">Gives up.</param>
    public static (CategoryModel Model, ModelMeasures Measures) Category(
        CitySnapshot city,
        IReadOnlyList<MatterDecision> decisions,
        TimeProvider time,
        TrainingPace pace,
        CancellationToken ct
    )
    {
        var started = time.GetTimestamp();
        var rows = Newest(city, decisions).Concat(PackWords.Texts(city.Categories));
        var options = new TrainingOptions
        {
            Threads = pace.Cores,
            MostWeightBytes = MostBytes,
            Progress = pace.Progress,
        };
        var classifier = TextClassifier.Train(rows, options, ct);
        var measured = classifier.Measures;
        var asked = measured.Confusions.Sum(c => c.Count);
        return (
            new CategoryModel(classifier),
            new ModelMeasures
            {
                Asked = asked,
                First = measured.Accuracy ?? 0,
                MacroF1 = measured.MacroF1,
                Sure = measured.Coverage,
                Seconds = time.GetElapsedTime(started).TotalSeconds,
                Mistakes = Worst(measured.Confusions.Select(c => new Mistake(c.Label, c.Answered, c.Count))),
                Labels = Labels(measured.Confusions.Select(c => new Mistake(c.Label, c.Answered, c.Count))),
            }
        );
    }

    /// <summary>From all dispatches and accepted returns, as they followed each other.</summary>
    public static (UnitModel Model, ModelMeasures Measures) Unit(
        CitySnapshot city,
        IReadOnlyList<MatterDecision> decisions,
        TimeProvider time,
        TrainingPace pace,
        CancellationToken ct
    )
    {
        var started = time.GetTimestamp();
        var model = new UnitModel(new DispatchModel(MatterFields.Fields));
        var judged = new List<Judgement>();
        var askedFrom = (int)(decisions.Count * (1 - Asked));
        for (var i = 0; i < decisions.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            if (i >= askedFrom && DecisionJudge.Unit(city, model, decisions[i]) is { } judgement)
                judged.Add(judgement);
            model.Learn(city, decisions[i]);
            if (i % Told == 0)
                pace.Progress?.Invoke((double)i / decisions.Count);
        }
        double Share(Func<Judgement, bool> which) => judged.Count == 0 ? 0 : (double)judged.Count(which) / judged.Count;
        var pairs = judged.CountBy(j => (j.Decided, j.Proposed)).Select(p => new Mistake(p.Key.Decided, p.Key.Proposed, p.Value)).ToList();
        return (
            model,
            new ModelMeasures
            {
                Asked = judged.Count,
                First = Share(j => j.Rank == 0),
                Three = Share(j => j.Rank is >= 0 and < 3),
                Seconds = time.GetElapsedTime(started).TotalSeconds,
                Mistakes = Worst(pairs),
                Labels = Labels(pairs),
            }
        );
    }

    /// <summary>The last decision about each text, so many of each category.</summary>
    private static IEnumerable<LabelledText> Newest(CitySnapshot city, IReadOnlyList<MatterDecision> decisions)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var decision in decisions.Reverse())
        {
            if (!CategoryModel.Teaches(city, decision, out var category) || texts.ContainsKey(decision.Text))
                continue;
            var count = counts[category] = counts.GetValueOrDefault(category) + 1;
            if (count <= MostOfOne)
                texts[decision.Text] = category;
        }
        return texts.Select(text => new LabelledText("", text.Key, text.Value));
    }

    private static IReadOnlyList<Mistake> Worst(IEnumerable<Mistake> pairs) =>
        [.. pairs.Where(p => p.Decided != p.Proposed).OrderByDescending(p => p.Count).ThenBy(p => p.Decided).Take(MistakesShown)];

    private static IReadOnlyList<LabelMeasure> Labels(IEnumerable<Mistake> pairs)
    {
        var all = pairs.ToList();
        var said = all.GroupBy(p => p.Proposed).ToDictionary(g => g.Key, g => g.Sum(p => p.Count));
        return
        [
            .. all.GroupBy(p => p.Decided)
                .Select(g =>
                {
                    var (count, right) = (g.Sum(p => p.Count), g.Where(p => p.Proposed == g.Key).Sum(p => p.Count));
                    var told = said.GetValueOrDefault(g.Key);
                    return new LabelMeasure(g.Key, count, told == 0 ? 0 : (double)right / told, (double)right / count);
                })
                .OrderByDescending(l => l.Count)
                .ThenBy(l => l.Code, StringComparer.Ordinal)
                .Take(LabelsShown),
        ];
    }
}
