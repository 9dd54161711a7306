using System.CommandLine;
using Suiying.Cli.Evaluation;
using Suiying.Engines.Learning;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate category</c>: learns from labelled letters under which category a letter belongs, and measures it on others.</summary>
internal static class EvaluateCategoryCommand
{
    public static Command Make()
    {
        var train = MeasureOptions.Train();
        var test = new Option<string>("--test") { Description = Say.In("测量用的 CSV，其中的信件不应在学习用的里面"), Required = true };
        var json = MeasureOptions.Json();
        var predictions = MeasureOptions.Predictions();
        var command = new Command("category", Say.In("分类：由已分类的信件学习一件属于哪一类")) { train, test, json, predictions };
        command.SetAction(parsed =>
        {
            var learnt = new List<LabelledText>();
            foreach (var path in parsed.GetRequiredValue(train))
            {
                if (LetterTable.Read(path, learnt: true) is not { } rows)
                    return Program.Refused;
                learnt.AddRange(rows.Select(r => r.Text));
            }
            if (LetterTable.Read(parsed.GetRequiredValue(test), learnt: false) is not { } asked)
                return Program.Refused;
            if (learnt.Count == 0 || asked.Count == 0)
            {
                Say.Aside("学习和测量都至少要有一行合格的数据。");
                return Program.Refused;
            }
            var run = Run(learnt, asked);
            if (parsed.GetValue(predictions) is { } into && !Predictions.Write(into, run.Answers))
                return Program.Refused;
            return parsed.GetValue(json) ? TellJson(run) : Tell(run);
        });
        return command;
    }

    private static Measured Run(List<LabelledText> train, IReadOnlyList<LetterRow> test)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var classifier = TextClassifier.Train(train, new TrainingOptions());
        var training = time.GetElapsedTime(started);
        // Once before the clock runs: the first call also compiles.
        classifier.Propose(test[0].Text.Title, test[0].Text.Body, 1);
        started = time.GetTimestamp();
        var said = test.Select(row => classifier.Propose(row.Text.Title, row.Text.Body, 1)).ToList();
        var answering = time.GetElapsedTime(started);
        var answers = test.Zip(said, (row, s) => new Answer(row.Id, row.Text.Label, [s.Labels[0].Label], s.Labels[0].Probability)).ToList();
        var sure = answers.Where((a, at) => a.Label.Length > 0 && !said[at].Abstains).ToList();
        return new Measured(classifier.Measures, training, answers, answering, new Marks(sure));
    }

    private static int TellJson(Measured run)
    {
        var told = new Dictionary<string, double>
        {
            ["macroF1"] = run.Marks.MacroF1,
            ["accuracy"] = run.Marks.Top(1),
            ["coverageAt95"] = run.Coverage,
            ["precisionAtThreshold"] = run.Sure.Top(1),
            ["messagesPerSecond"] = run.PerSecond,
            ["trainSeconds"] = run.Training.TotalSeconds,
        };
        return MarksTold.Json(told);
    }

    private static int Tell(Measured run)
    {
        var (marks, learnt) = (run.Marks, run.Learnt);
        Say.Done(
            $"学习 {learnt.Rows:N0} 行，用时 {run.Training.TotalSeconds:0.00} 秒；测量 {marks.Count:N0} 行，每秒 {run.PerSecond:N0} 行。"
        );
        Say.Done($"其中信件 {learnt.Letters:N0} 件（重复的算一件），类别 {learnt.Labels.Count:N0} 个。");
        Say.Done($"各类平均 F1 {marks.MacroF1:0.000}，答对 {marks.Top(1):P1}。");
        Say.Done($"学习时交叉验证的各类平均 F1 {learnt.MacroF1 ?? 0:0.000}，答对 {learnt.Accuracy ?? 0:P1}。");
        Say.Done($"概率不低于 {learnt.Threshold:0.000} 时才作答：作答 {run.Coverage:P1}，其中答对 {run.Sure.Top(1):P1}。");
        Say.Done("\n类别 label\t行 rows\t精确率 precision\t召回率 recall\tF1");
        MarksTold.Labels(marks, label => label);
        Say.Done("\n最常错的：答为 answered\t应为 right\t行 rows");
        MarksTold.Mistakes(marks, label => label);
        MarksTold.Bands(marks);
        return 0;
    }

    private sealed record Measured(
        ClassifierMeasures Learnt,
        TimeSpan Training,
        IReadOnlyList<Answer> Answers,
        TimeSpan Answering,
        Marks Sure
    )
    {
        public Marks Marks { get; } = new(Answers);

        /// <summary>Share of the labelled rows on which the classifier did not abstain.</summary>
        public double Coverage => Marks.Count == 0 ? 0 : (double)Sure.Count / Marks.Count;

        public double PerSecond => Answers.Count / Math.Max(1e-9, Answering.TotalSeconds);
    }
}
