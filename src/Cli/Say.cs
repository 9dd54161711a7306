using Suiying.Engines.Tables;
using Suiying.Kernel;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;

namespace Suiying.Cli;

/// <summary>What commands tell: results on standard output, refusals and progress on standard error.</summary>
internal static class Say
{
    public static int Done(Phrase text)
    {
        Console.Out.WriteLine(text.ToString());
        return 0;
    }

    /// <summary>On standard error.</summary>
    public static void Aside(Phrase text) => Console.Error.WriteLine(text.ToString());

    /// <summary>One bad row of a table, with tabs.</summary>
    public static void Row(RowProblem problem) =>
        Console.Error.WriteLine($"{problem.Row}\t{problem.Field}\t{Of(problem.What)}\t{Of(problem.Right)}");

    private static string Of(Wording text) => Translations.Of(text.Template, text.Values);

    /// <summary>The text in the language of whoever types.</summary>
    public static string In(Phrase text) => text.ToString();

    public static int No(Refusal refusal)
    {
        if (refusal is PackIsBroken broken)
            return Problems(broken.Problems, cut: false);
        Console.Error.WriteLine(refusal.Text);
        foreach (var field in refusal.Fields)
            Console.Error.WriteLine($"  {field.Field}：{field.Problem}");
        return Program.Refused;
    }

    /// <summary>One line a problem: file:row, field, problem, expected; separated by tabs, so that other programs can read it too.</summary>
    public static int Problems(IReadOnlyList<PackProblem> problems, bool cut)
    {
        Aside("位置 file:row\t字段 field\t问题 problem\t应为 expected");
        foreach (var problem in problems)
            Console.Error.WriteLine(
                $"{problem.File}{(problem.Row is { } row ? $":{row}" : "")}\t{problem.Field ?? "-"}\t{problem.Problem}\t{problem.Expected ?? "-"}"
            );
        Aside(cut ? (Phrase)$"以上是前 {problems.Count} 个问题，还有更多。" : (Phrase)$"共 {problems.Count} 个问题，什么都没有载入。");
        return Program.Refused;
    }

    /// <summary>Tells progress at most once a second, on one line where a person watches.</summary>
    public static IProgress<int> Progress(Phrase what, int? total) => new Line(what, total, TimeProvider.System);

    /// <summary>Tells what is being done; the same kind of step at most once a second.</summary>
    public static Action<string> Steps()
    {
        var (time, last, kind) = (TimeProvider.System, 0L, "");
        return text =>
        {
            var now = text.Split(' ', '（')[0];
            if (now == kind && time.GetElapsedTime(last) < TimeSpan.FromSeconds(1))
                return;
            (last, kind) = (time.GetTimestamp(), now);
            Aside(text);
        };
    }

    private sealed class Line(Phrase what, int? total, TimeProvider time) : IProgress<int>
    {
        private readonly long start = time.GetTimestamp();
        private long last;

        public void Report(int value)
        {
            if (value != total && time.GetElapsedTime(last) < TimeSpan.FromSeconds(1))
                return;
            last = time.GetTimestamp();
            var rate = value / Math.Max(0.001, time.GetElapsedTime(start).TotalSeconds);
            Phrase said = $"{what} {value:N0}{(total is null ? "" : $" / {total:N0}")}，每秒 {rate:N0}";
            var text = said.ToString();
            if (Console.IsErrorRedirected)
                Console.Error.WriteLine(text);
            else
                Console.Error.Write($"\r{text}  {(value == total ? "\n" : "")}");
        }
    }
}
