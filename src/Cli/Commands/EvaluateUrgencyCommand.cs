using System.CommandLine;
using System.Globalization;
using Suiying.Cli.Evaluation;
using Suiying.Engines.Tables;
using Suiying.Understanding.Model;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate urgency</c>: how well the urgency of requests is read, above all whether a danger is missed.</summary>
internal static class EvaluateUrgencyCommand
{
    private const string Urgent = "1";

    public static Command Make()
    {
        var test = new Option<string>("--test") { Description = Say.In("测量用的 CSV：id,title,body,time,label"), Required = true };
        var noise = new Option<int?>("--noise") { Description = Say.In("先按这个随机种子加入错字、同音字、漏字和方言") };
        var json = MeasureOptions.Json();
        var predictions = MeasureOptions.Predictions();
        var command = new Command("urgency", Say.In("紧急程度：从文字读出 1 特急、2 紧急、3 一般")) { test, noise, json, predictions };
        command.SetAction(parsed =>
        {
            if (RequestTable.Read(parsed.GetRequiredValue(test), FaultOf) is not { } rows)
                return Program.Refused;
            if (parsed.GetValue(noise) is { } seed)
                rows = Noisy(rows, seed);
            var (answers, perSecond) = Run(rows);
            if (parsed.GetValue(predictions) is { } into && !Predictions.Write(into, answers))
                return Program.Refused;
            return parsed.GetValue(json) ? TellJson(answers, perSecond) : Tell(answers, perSecond);
        });
        return command;
    }

    private static RowProblem? FaultOf(TestRow line) =>
        line["label"] is "1" or "2" or "3" ? null : new RowProblem(line.Number, "label", "不是紧急程度，这一行没有用。", "1、2 或 3");

    private static List<RequestRow> Noisy(IReadOnlyList<RequestRow> rows, int seed)
    {
        var noise = new Noise(seed);
        return [.. rows.Select(row => row with { Title = noise.In(row.Title), Body = noise.In(row.Body) })];
    }

    private static (List<Answer> Answers, double PerSecond) Run(IReadOnlyList<RequestRow> rows)
    {
        var time = TimeProvider.System;
        // The first reading loads the tables.
        var reader = DangerReader.Shipped.Value;
        reader.Read("", "", DateTimeOffset.UnixEpoch);
        var started = time.GetTimestamp();
        var readings = rows.Select(row => reader.Read(row.Title, row.Body, row.At)).ToList();
        var took = time.GetElapsedTime(started);
        var answers = rows.Zip(readings)
            .Select(p => new Answer(
                p.First.Id,
                p.First.Label,
                [p.Second.Grade.ToString(CultureInfo.InvariantCulture)],
                p.Second.Confidence
            ))
            .ToList();
        return (answers, rows.Count / Math.Max(1e-9, took.TotalSeconds));
    }

    private static int TellJson(List<Answer> answers, double perSecond)
    {
        var marks = new Marks(answers);
        var urgent = marks.Labels.FirstOrDefault(l => l.Label == Urgent);
        var told = new Dictionary<string, double>
        {
            ["accuracy"] = marks.Top(1),
            ["macroF1"] = marks.MacroF1,
            ["recallUrgent"] = urgent?.Recall ?? 0,
            ["precisionUrgent"] = urgent?.Precision ?? 0,
            ["messagesPerSecond"] = perSecond,
        };
        return MarksTold.Json(told);
    }

    private static int Tell(List<Answer> answers, double perSecond)
    {
        var marks = new Marks(answers);
        Say.Done($"测量 {marks.Count:N0} 行，每秒 {perSecond:N0} 行；判断正确的 {marks.Top(1):P1}，平均 F1 {marks.MacroF1:0.000}。");
        Say.Done("\n程度 grade\t行 rows\t精确率 precision\t召回率 recall\tF1");
        MarksTold.Labels(marks, label => label);
        Say.Done("\n最常错的：读作 read\t应为 marked\t行 rows");
        MarksTold.Mistakes(marks, label => label);
        return 0;
    }
}
