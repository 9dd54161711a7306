using System.Globalization;
using System.Text.Json;

namespace Suiying.Cli.Evaluation;

/// <summary>Tells marks to a person, as tables with tabs, or to a program.</summary>
internal static class MarksTold
{
    private const int LabelsShown = 20;
    private const int MistakesShown = 10;

    /// <summary>Rows of the most frequent labels, below a header that the command has told.</summary>
    public static void Labels(Marks marks, Func<string, string> name)
    {
        foreach (var label in marks.Labels.Take(LabelsShown))
            Label(label, name(label.Label));
    }

    /// <summary>One label's row.</summary>
    public static void Label(LabelMarks label, string name) =>
        Row($"{name}\t{label.Count}\t{label.Precision:0.000}\t{label.Recall:0.000}\t{label.F1:0.000}");

    /// <summary>What was answered most often instead of what, below a header that the command has told.</summary>
    public static void Mistakes(Marks marks, Func<string, string> name)
    {
        foreach (var (label, answered, count) in marks.Mistakes.Take(MistakesShown))
            Row($"{name(answered)}\t{name(label)}\t{count}");
    }

    /// <summary>How often answers were right that claimed to be, by tenths of confidence.</summary>
    public static void Bands(Marks marks)
    {
        Say.Done("\n概率 probability\t行 rows\t平均 mean\t其中对的 right");
        foreach (var (tenth, count, mean, right) in marks.Bands)
            Row($"{tenth / 10.0:0.0}–{(tenth + 1) / 10.0:0.0}\t{count}\t{mean:0.000}\t{right:0.000}");
    }

    /// <summary>The figures of a run and the memory it took, as one JSON object.</summary>
    public static int Json(Dictionary<string, double> told)
    {
        told["peakMemoryMb"] = Memory.PeakMb();
        Console.Out.WriteLine(JsonSerializer.Serialize(told));
        return 0;
    }

    private static void Row(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
