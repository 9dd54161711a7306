using System.CommandLine;
using Suiying.Cli.Evaluation;
using Suiying.Engines.Replies;
using Suiying.Engines.Tables;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate reply</c>: which of the faults that somebody marked in replies are found, and which are seen where there are none.</summary>
internal static class EvaluateReplyCommand
{
    private static readonly IReadOnlyList<string> Faults = [.. Enum.GetNames<ReplyFault>().Select(Known)];

    public static Command Make()
    {
        var test = new Option<string>("--test") { Description = Say.In("测量用的 CSV：id,title,body,time,reply,label"), Required = true };
        var json = MeasureOptions.Json();
        var predictions = MeasureOptions.Predictions();
        var command = new Command("reply", Say.In("答复检查：答非所问、答复不全、未说明理由、承诺无期限、套话答复"))
        {
            test,
            json,
            predictions,
        };
        command.SetAction(parsed =>
        {
            if (RequestTable.Read(parsed.GetRequiredValue(test), FaultOf, "reply") is not { } rows)
                return Program.Refused;
            var (answers, perSecond) = Run(rows);
            if (parsed.GetValue(predictions) is { } into && !Predictions.Write(into, answers))
                return Program.Refused;
            var marks = Faults.Select(fault => MarksOf(fault, answers)).ToList();
            var accuracy = answers.Count(a => a.First == a.Label) / (double)answers.Count;
            return parsed.GetValue(json) ? TellJson(marks, accuracy, perSecond) : Tell(marks, accuracy, perSecond, rows.Count);
        });
        return command;
    }

    private static string Known(string fault) => fault.ToLowerInvariant();

    private static string Joined(IEnumerable<string> faults) => string.Join('|', faults);

    private static RowProblem? FaultOf(TestRow line) =>
        line["label"].Split('|', StringSplitOptions.RemoveEmptyEntries).All(Faults.Contains)
            ? null
            : new RowProblem(line.Number, "label", "不是答复疑点，这一行没有用。", Joined(Faults));

    private static (List<Answer> Answers, double PerSecond) Run(IReadOnlyList<RequestRow> rows)
    {
        var time = TimeProvider.System;
        // The first check loads the phrases.
        ReplyChecker.Check("", "", "");
        var started = time.GetTimestamp();
        var found = rows.Select(row => ReplyChecker.Check(row.Title, row.Body, row.Reply)).ToList();
        var took = time.GetElapsedTime(started);
        // Compared words give no probability: what is doubted is doubted.
        var answers = rows.Zip(found, (row, doubts) => new Answer(row.Id, row.Label, [FaultsIn(doubts)], 1)).ToList();
        return (answers, rows.Count / Math.Max(1e-9, took.TotalSeconds));
    }

    private static string FaultsIn(ReplyFindings found) => Joined(found.Doubts.Select(d => Known(d.Fault.ToString())));

    private static LabelMarks MarksOf(string fault, List<Answer> answers)
    {
        bool Holds(string labels) => labels.Split('|').Contains(fault);
        var (marked, said) = (answers.Count(a => Holds(a.Label)), answers.Count(a => Holds(a.First)));
        var hit = answers.Count(a => Holds(a.Label) && Holds(a.First));
        return new LabelMarks(fault, marked, Share(hit, said), Share(hit, marked), Share(2 * hit, said + marked));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static int TellJson(List<LabelMarks> marks, double accuracy, double perSecond)
    {
        var told = new Dictionary<string, double> { ["accuracy"] = accuracy, ["macroF1"] = marks.Average(m => m.F1) };
        foreach (var mark in marks)
            (told[$"{mark.Label}Precision"], told[$"{mark.Label}Recall"], told[$"{mark.Label}F1"]) = (mark.Precision, mark.Recall, mark.F1);
        told["messagesPerSecond"] = perSecond;
        return MarksTold.Json(told);
    }

    private static int Tell(List<LabelMarks> marks, double accuracy, double perSecond, int rows)
    {
        Say.Done($"测量 {rows:N0} 行，每秒 {perSecond:N0} 行；判断正确的 {accuracy:P1}，平均 F1 {marks.Average(m => m.F1):0.000}。");
        Say.Done("\n疑点 fault\t行 rows\t精确率 precision\t召回率 recall\tF1");
        foreach (var mark in marks)
            MarksTold.Label(mark, mark.Label);
        return 0;
    }
}
