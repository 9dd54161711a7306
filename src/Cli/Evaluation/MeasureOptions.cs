using System.CommandLine;

namespace Suiying.Cli.Evaluation;

/// <summary>The options that commands which measure share.</summary>
internal static class MeasureOptions
{
    public static Option<string[]> Train() => new("--train") { Description = Say.In("学习用的 CSV，可以写几次"), Required = true };

    public static Option<bool> Json() => new("--json") { Description = Say.In("结果写成一个 JSON 对象") };

    public static Option<string?> Predictions() => new("--predictions") { Description = Say.In("逐行的预测写到这个 CSV") };
}
