using Suiying.Kernel;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;

namespace Suiying.Cli;

/// <summary>What commands tell: results on standard output, refusals and progress on standard error.</summary>
internal static class Say
{
    public static int Done(string text)
    {
        Console.Out.WriteLine(text);
        return 0;
    }

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
        Console.Error.WriteLine("位置 file:row\t字段 field\t问题 problem\t应为 expected");
        foreach (var problem in problems)
            Console.Error.WriteLine(
                $"{problem.File}{(problem.Row is { } row ? $":{row}" : "")}\t{problem.Field ?? "-"}\t{problem.Problem}\t{problem.Expected ?? "-"}"
            );
        Console.Error.WriteLine(cut ? $"以上是前 {problems.Count} 个问题，还有更多。" : $"共 {problems.Count} 个问题，什么都没有载入。");
        return Program.Refused;
    }

    /// <summary>Tells progress at most once a second, on one line where a person watches.</summary>
    public static IProgress<int> Progress(string what, int? total) => new Line(what, total, TimeProvider.System);

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
            Console.Error.WriteLine(text);
        };
    }

    private sealed class Line(string what, int? total, TimeProvider time) : IProgress<int>
    {
        private readonly long start = time.GetTimestamp();
        private long last;

        public void Report(int value)
        {
            if (value != total && time.GetElapsedTime(last) < TimeSpan.FromSeconds(1))
                return;
            last = time.GetTimestamp();
            var rate = value / Math.Max(0.001, time.GetElapsedTime(start).TotalSeconds);
            var text = $"{what} {value:N0}{(total is null ? "" : $" / {total:N0}")}，每秒 {rate:N0}";
            if (Console.IsErrorRedirected)
                Console.Error.WriteLine(text);
            else
                Console.Error.Write($"\r{text}  {(value == total ? "\n" : "")}");
        }
    }
}
