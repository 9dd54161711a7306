using System.CommandLine;
using Suiying.Cli.Evaluation;
using Suiying.Engines.Dispatch;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate dispatch</c>: learns which unit gets a matter from one file and measures it on another, later one.</summary>
internal static class EvaluateDispatchCommand
{
    private const int Proposed = 3;

    public static Command Make()
    {
        var train = MeasureOptions.Train();
        var test = new Option<string>("--test") { Description = Say.In("测量用的 CSV，应晚于学习用的"), Required = true };
        var online = new Option<bool>("--online") { Description = Say.In("测完一行就学这一行，再测下一行") };
        var json = MeasureOptions.Json();
        var predictions = MeasureOptions.Predictions();
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
            if (parsed.GetValue(predictions) is { } into && !Predictions.Write(into, run.Answers))
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
        };
        return MarksTold.Json(told);
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
        MarksTold.Labels(marks, Name);
        Say.Done("\n最常错的：提出 proposed\t派给 decided\t行 rows");
        MarksTold.Mistakes(marks, Name);
        MarksTold.Bands(marks);
        return 0;
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
