using Suiying.Engines.Learning;
using Suiying.Engines.Urgency;

namespace Suiying.Understanding.Model;

/// <summary>
/// 紧急信号: how urgent a request reads. A classifier learnt from written examples (<c>danger.csv</c>) hears danger that is told calmly; a table of
/// words tells which danger it is and by which words. Recall comes first: missing danger counts as three false alarms. Thread-safe.
/// </summary>
public sealed class DangerReader
{
    /// <summary>The grade of a request without any sign.</summary>
    public const int Ordinary = 3;

    private const string Examples = "danger.csv";

    /// <summary>One danger missed costs as much as three alarms for nothing.</summary>
    private const double Likely = 0.25;

    /// <summary>The same where the table of words finds danger too.</summary>
    private const double LikelyByWord = 0.1;

    private const int WordsShown = 3;

    private readonly TextClassifier classifier;

    private DangerReader(TextClassifier classifier) => this.classifier = classifier;

    /// <summary>Learnt from the examples that ship with the product, once, in some tenths of a second.</summary>
    public static Lazy<DangerReader> Shipped { get; } = new(Learn);

    /// <summary>Grade 1 to 3, which danger where a word names it, and the words; none for <see cref="Ordinary"/>.</summary>
    /// <param name="title">May be empty.</param>
    /// <param name="body">Any text.</param>
    /// <param name="at">When it was said.</param>
    public DangerSign Read(string title, string body, DateTimeOffset at)
    {
        var chances = classifier.Propose(title, body, 3).Labels.ToDictionary(l => l.Label, l => l.Probability);
        var table = UrgencyReader.Read(title, body, at);
        var danger = chances.GetValueOrDefault("1");
        var likely = table.Grade == 1 ? LikelyByWord : Likely;
        var grade =
            danger >= likely ? 1
            : chances.GetValueOrDefault("2") >= chances.GetValueOrDefault("3") ? 2
            : Ordinary;
        var sure = chances.GetValueOrDefault($"{grade}");
        if (grade == Ordinary)
            return new DangerSign(Ordinary, danger, sure, null, []);
        if (table.Signals.FirstOrDefault(s => s.Grade == grade) is { } signal)
            return new DangerSign(grade, danger, sure, signal.Kind, [.. signal.Words.Select(w => w.Text)]);
        return new DangerSign(grade, danger, sure, null, [.. classifier.Words(title, body, $"{grade}", WordsShown).Select(w => w.Text)]);
    }

    private static DangerReader Learn()
    {
        using var file =
            typeof(DangerReader).Assembly.GetManifestResourceStream(Examples)
            ?? throw new InvalidOperationException($"{Examples} is not in the program.");
        using var lines = new StreamReader(file);
        // Label, comma, text: no text of it holds a comma of that kind or a quote.
        var rows = lines
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.TrimEnd().Split(',', 2));
        return new(TextClassifier.Train(rows.Select(row => new LabelledText("", row[1], row[0])), new TrainingOptions { Threads = 1 }));
    }
}

/// <summary>How urgent a text reads.</summary>
/// <param name="Grade">1 life or property at risk, 2 hours matter, 3 all else.</param>
/// <param name="Danger">Probability of grade 1, 0 to 1.</param>
/// <param name="Confidence">Probability of the grade, 0 to 1.</param>
/// <param name="Kind">Which danger, where a word names it.</param>
/// <param name="Words">The words of the text that tell of it.</param>
public sealed record DangerSign(int Grade, double Danger, double Confidence, DangerKind? Kind, IReadOnlyList<string> Words);
