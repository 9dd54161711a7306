using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Suiying.Cli.Evaluation;
using Suiying.Engines.Dispatch;
using Suiying.Kernel;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate dispatch</c>: learns which unit gets a matter from one file and measures it on another, later one.</summary>
internal static class EvaluateDispatchCommand
{
    private const int Proposed = 3;
    private const int UnitsShown = 20;
    private const int MistakesShown = 10;

    public static Command Make()
    {
        var train = new Option<string[]>("--train") { Description = Say.In("学习用的 CSV，可以写几次"), Required = true };
        var test = new Option<string>("--test") { Description = Say.In("测量用的 CSV，应晚于学习用的"), Required = true };
        var online = new Option<bool>("--online") { Description = Say.In("测完一行就学这一行，再测下一行") };
        var json = new Option<bool>("--json") { Description = Say.In("结果写成一个 JSON 对象") };
        var predictions = new Option<string?>("--predictions") { Description = Say.In("逐行的预测写到这个 CSV") };
        var command = new Command("dispatch", Say.In("派单：由以往的派单学习派给哪个单位")) { train, test, online, json, predictions };
        command.SetAction(parsed =>
        {
            var learnt = new List<DispatchTable>();
            foreach (var path in parsed.GetRequiredValue(train))
            {
                if (DispatchTable.Read(path) is not { } table)
                    return Program.Refused;
                learnt.Add(table);
            }
            if (DispatchTable.Read(parsed.GetRequiredValue(test)) is not { } asked)
                return Program.Refused;
            var decided = learnt.SelectMany(t => t.Rows).Where(r => r.Decided).OrderBy(r => r.Matter.At).ToList();
            if (decided.Count == 0 || asked.Rows.Count == 0)
            {
                Say.Aside("学习和测量都至少要有一行合格的数据。");
                return Program.Refused;
            }
            var run = Run(decided, asked.Rows, parsed.GetValue(online));
            if (parsed.GetValue(predictions) is { } into && !Write(into, run.Answers))
                return Program.Refused;
            return parsed.GetValue(json) ? TellJson(run) : Tell(run);
        });
        return command;
    }

    private static Measured Run(List<DispatchRow> train, IReadOnlyList<DispatchRow> test, bool online)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var model = new DispatchModel(DispatchTable.Fields);
        foreach (var row in train)
            model.Learn(row.Matter, row.Unit);
        var training = time.GetElapsedTime(started);
        var answers = new List<Answer>(test.Count);
        var answering = TimeSpan.Zero;
        foreach (var row in test)
        {
            started = time.GetTimestamp();
            var proposals = model.Propose(row.Matter, Proposed);
            answering += time.GetElapsedTime(started);
            var codes = proposals.Select(p => p.Unit.Code).ToList();
            answers.Add(new Answer(row.Id, row.Unit.Code, codes, proposals.Count > 0 ? proposals[0].Probability : 0));
            if (online && row.Decided)
                model.Learn(row.Matter, row.Unit);
        }
        var names = train.Concat(test).Where(r => r.Decided).GroupBy(r => r.Unit.Code).ToDictionary(g => g.Key, g => g.Last().Unit.Name);
        return new Measured(train.Count, training, answers, answering, names);
    }

    private static bool Write(string path, IEnumerable<Answer> answers)
    {
        try
        {
            using var file = File.Create(path);
            file.Write(CsvText.Row(["id", "label", "predicted", "confidence"]));
            file.Write(
                CsvText.Rows(
                    answers.Select(a =>
                        (IEnumerable<string>)[a.Id, a.Label, a.First, a.Confidence.ToString("0.0000", CultureInfo.InvariantCulture)]
                    )
                )
            );
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Say.Aside($"预测写不到 {path}，请用 --predictions 指定能写的位置。");
            return false;
        }
    }

    private static int TellJson(Measured run)
    {
        var marks = run.Marks;
        var told = new Dictionary<string, double>
        {
            ["top1"] = marks.Top(1),
            ["top3"] = marks.Top(Proposed),
            ["macroF1"] = marks.MacroF1,
            ["accuracy"] = marks.Top(1),
            ["messagesPerSecond"] = run.PerSecond,
            ["trainSeconds"] = run.Training.TotalSeconds,
            ["peakMemoryMb"] = PeakMb(),
        };
        Console.Out.WriteLine(JsonSerializer.Serialize(told));
        return 0;
    }

    private static int Tell(Measured run)
    {
        var marks = run.Marks;
        string Name(string code) => $"{code} {run.Names.GetValueOrDefault(code)}";
        Say.Done(
            $"学习 {run.Trained:N0} 行，用时 {run.Training.TotalSeconds:0.00} 秒；测量 {marks.Count:N0} 行，每秒 {run.PerSecond:N0} 行。"
        );
        Say.Done($"第一个就对的 {marks.Top(1):P1}，前三个里有的 {marks.Top(Proposed):P1}，各单位平均 F1 {marks.MacroF1:0.000}。");
        Say.Done("\n单位 unit\t行 rows\t精确率 precision\t召回率 recall\tF1");
        foreach (var unit in marks.Labels.Take(UnitsShown))
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name(unit.Label)}\t{unit.Count}\t{unit.Precision:0.000}\t{unit.Recall:0.000}\t{unit.F1:0.000}"
                )
            );
        Say.Done("\n最常错的：提出 proposed\t派给 decided\t行 rows");
        foreach (var (label, predicted, count) in marks.Mistakes.Take(MistakesShown))
            Console.Out.WriteLine($"{Name(predicted)}\t{Name(label)}\t{count}");
        Say.Done("\n概率 probability\t行 rows\t平均 mean\t其中对的 right");
        foreach (var (tenth, count, mean, right) in marks.Bands)
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{tenth / 10.0:0.0}–{(tenth + 1) / 10.0:0.0}\t{count}\t{mean:0.000}\t{right:0.000}"
                )
            );
        return 0;
    }

    private static double PeakMb()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }

    private sealed record Measured(
        int Trained,
        TimeSpan Training,
        IReadOnlyList<Answer> Answers,
        TimeSpan Answering,
        IReadOnlyDictionary<string, string> Names
    )
    {
        public Marks Marks { get; } = new(Answers);

        public double PerSecond => Answers.Count / Math.Max(1e-9, Answering.TotalSeconds);
    }
}
