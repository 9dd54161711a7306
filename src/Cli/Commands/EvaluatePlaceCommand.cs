using System.CommandLine;
using System.Globalization;
using Suiying.Cli.Evaluation;
using Suiying.Contracts.Registry;
using Suiying.Kernel;
using Suiying.Registry.Features;
using Suiying.Understanding.Model;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate place</c>: reads the places of marked texts, or of texts made from the gazetteer with known slips.</summary>
internal static class EvaluatePlaceCommand
{
    private const int MistakesShown = 20;

    public static Command Make()
    {
        var test = new Option<string?>("--test") { Description = Say.In("测量用的 CSV：id、title、body、label；label 是区划代码") };
        var noise = new Option<int?>("--noise") { Description = Say.In("不用文件：按这个随机种子由地名生成带错字、缺级、简称的文本") };
        var json = MeasureOptions.Json();
        var predictions = MeasureOptions.Predictions();
        var command = new Command("place", Say.In("地点：由文本判断区划")) { test, noise, json, predictions };
        command.SetAction(
            async (parsed, ct) =>
            {
                var (file, seed) = (parsed.GetValue(test), parsed.GetValue(noise));
                if ((file is null) == (seed is null))
                {
                    Say.Aside("请给出 --test 或 --noise 之一。");
                    return Program.Refused;
                }
                if (await Areas(parsed, ct) is not { } areas)
                    return Program.Refused;
                var rows = file is null
                    ? PlaceNoise.Rows(areas, seed!.Value)
                    : PlaceTable.Read(file, areas.All.Select(a => a.Code).ToHashSet());
                if (rows is null)
                    return Program.Refused;
                var run = Run(areas, rows);
                if (parsed.GetValue(predictions) is { } into && !Predictions.Write(into, run.Answers.Select(Answered)))
                    return Program.Refused;
                return parsed.GetValue(json) ? TellJson(run) : Tell(run, areas);
            }
        );
        return command;
    }

    private static async Task<AreaTree?> Areas(ParseResult parsed, CancellationToken ct)
    {
        await using var office = Office.Open(parsed);
        var outcome = await office.Use<ReadAreas, Outcome<IReadOnlyList<Area>>>(read =>
            read.Run(new ReadAreas.Command { Path = office.Settings.City }, Actor.System, ct)
        );
        if (outcome.Ok(out var areas, out var refusal))
            return new AreaTree(areas);
        Say.No(refusal);
        return null;
    }

    private static Measured Run(AreaTree areas, IReadOnlyList<PlaceRow> rows)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var reader = PlaceProposals.Reader(areas.All);
        reader.Read("");
        var building = time.GetElapsedTime(started);
        started = time.GetTimestamp();
        var answers = rows.Select(r => new PlaceAnswer(r, reader.Read(r.Text))).ToList();
        return new Measured(answers, building, time.GetElapsedTime(started));
    }

    private static Answer Answered(PlaceAnswer answer) => new(answer.Row.Id, answer.Row.Label, [answer.Said], answer.Reading.Confidence);

    private static int TellJson(Measured run)
    {
        var told = new Dictionary<string, double>
        {
            ["accuracy"] = run.Marks.Accuracy,
            ["top1"] = run.Marks.Top(1),
            ["top3"] = run.Marks.Top(3),
            ["coverageAt95"] = run.Marks.CoverageAt95,
            ["messagesPerSecond"] = run.PerSecond,
            ["buildSeconds"] = run.Building.TotalSeconds,
        };
        return MarksTold.Json(told);
    }

    private static int Tell(Measured run, AreaTree areas)
    {
        var marks = run.Marks;
        Say.Done($"测量 {marks.Count:N0} 行，每秒 {run.PerSecond:N0} 行；建立地名索引 {run.Building.TotalSeconds:0.00} 秒。");
        Say.Done($"对的 {marks.Accuracy:P1}；只有一个地点的行里，第一个就对的 {marks.Top(1):P1}，前三个里有的 {marks.Top(3):P1}。");
        Say.Done("\n类别 kind\t行 rows\t对的 right");
        foreach (var (kind, count, right) in marks.By(Kind))
            Row($"{kind}\t{count}\t{right:0.000}");
        Say.Done("\n概率 probability\t行 rows\t平均 mean\t其中对的 right");
        foreach (var (tenth, count, mean, right) in marks.Bands)
            Row($"{tenth / 10.0:0.0}–{(tenth + 1) / 10.0:0.0}\t{count}\t{mean:0.000}\t{right:0.000}");
        Say.Done("\n错的：编号 id\t应为 right\t判断 said");
        foreach (var answer in marks.Wrong.Take(MistakesShown))
            Row($"{answer.Row.Id}\t{Names(answer.Row.Label, areas)}\t{Names(answer.Said, areas)}");
        return 0;
    }

    private static string Kind(PlaceAnswer answer) =>
        answer.Row.Kind.Length > 0
            ? answer.Row.Kind
            : answer.Row.Codes.Count switch
            {
                0 => "没有地点 none",
                1 => "一个地点 one",
                _ => "要问的 several",
            };

    private static string Names(string codes, AreaTree areas) =>
        codes.Length == 0
            ? "-"
            : string.Join(PlaceTable.Separator, codes.Split(PlaceTable.Separator).Select(c => $"{c} {areas.FullName(c)}"));

    private static void Row(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Measured(IReadOnlyList<PlaceAnswer> Answers, TimeSpan Building, TimeSpan Answering)
    {
        public PlaceMarks Marks { get; } = new(Answers);

        public double PerSecond => Answers.Count / Math.Max(1e-9, Answering.TotalSeconds);
    }
}
