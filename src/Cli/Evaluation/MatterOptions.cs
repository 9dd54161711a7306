using System.CommandLine;

namespace Suiying.Cli.Evaluation;

/// <summary>The options that commands on matters share.</summary>
internal static class MatterOptions
{
    public static Option<string> Letters() =>
        new("--letters") { Description = Say.In("诉求的 CSV：title、body、time，可有 id、user、likes"), Required = true };

    public static Option<string?> Out() => new("--out") { Description = Say.In("逐行的结果写到这个 CSV") };
}
