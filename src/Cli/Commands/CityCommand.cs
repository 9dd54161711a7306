using System.CommandLine;
using Suiying.Kernel;
using Suiying.Registry.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying city check|load|draw|outlines</c>: what a city tells of itself.</summary>
internal static class CityCommand
{
    public static Command Make() =>
        new("city", Say.In("城市包：检查、载入、画示意图、换成真实边界")) { Check(), Load(), Draw(), Outlines() };

    private static Argument<string> Path() => new("PATH") { Description = Say.In("城市包的文件夹，例如 cities/NAME") };

    private static Command Check()
    {
        var path = Path();
        var command = new Command("check", Say.In("检查城市包，逐条报告文件、行、字段和问题；不改动任何东西")) { path };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = Office.Open(parsed);
                var outcome = await office.Use<CheckCity, Outcome<CheckCity.Findings>>(check =>
                    check.Run(new CheckCity.Command { Path = parsed.GetRequiredValue(path) }, Actor.System, ct)
                );
                if (!outcome.Ok(out var found, out var refusal))
                    return Say.No(refusal);
                return found.Problems.Count == 0 ? Say.Done("城市包没有问题，可以载入。") : Say.Problems(found.Problems, found.Cut);
            }
        );
        return command;
    }

    private static Command Load()
    {
        var path = Path();
        var command = new Command("load", Say.In("载入城市包：要么全部，要么什么都不载入；再次载入只更新，不丢历史")) { path };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var outcome = await office.Use<LoadCity, Outcome<LoadSummary>>(load =>
                    load.Run(new LoadCity.Command { Path = parsed.GetRequiredValue(path) }, Actor.System, ct)
                );
                return outcome.Ok(out var summary, out var refusal) ? Say.Done(summary.Told) : Say.No(refusal);
            }
        );
        return command;
    }

    private static Command Draw()
    {
        var path = Path();
        var seed = new Option<int>("--seed") { Description = Say.In("随机种子；同样的种子画同样的图"), DefaultValueFactory = _ => 1 };
        var afresh = new Option<bool>("--afresh") { Description = Say.In("忘掉以前画的位置，重新画") };
        var command = new Command("draw", Say.In("为没有位置的区划画示意位置和轮廓，写回城市包，全部标明为示意")) { path, seed, afresh };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = Office.Open(parsed);
                var request = new DrawSchematic.Command
                {
                    Path = parsed.GetRequiredValue(path),
                    Seed = parsed.GetValue(seed),
                    Afresh = parsed.GetValue(afresh),
                };
                var outcome = await office.Use<DrawSchematic, Outcome<DrawSchematic.Summary>>(draw => draw.Run(request, Actor.System, ct));
                return outcome.Ok(out var drawn, out var refusal)
                    ? Say.Done($"画了 {drawn.Positions} 个位置、{drawn.Outlines} 个轮廓（示意）。")
                    : Say.No(refusal);
            }
        );
        return command;
    }

    private static Command Outlines()
    {
        var path = Path();
        var geoJson = new Argument<string>("GEOJSON") { Description = Say.In("WGS-84 的 GeoJSON，properties.code 为区划代码") };
        var command = new Command("outlines", Say.In("用城市自己的边界替换示意轮廓；有一处错误就一处也不换")) { path, geoJson };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = Office.Open(parsed);
                var request = new ReplaceOutlines.Command
                {
                    Path = parsed.GetRequiredValue(path),
                    Outlines = parsed.GetRequiredValue(geoJson),
                };
                var outcome = await office.Use<ReplaceOutlines, Outcome<ReplaceOutlines.Summary>>(r => r.Run(request, Actor.System, ct));
                return outcome.Ok(out var done, out var refusal)
                    ? Say.Done($"换上 {done.Outlines} 个轮廓，移动了 {done.Moved} 个点。请再运行 city load。")
                    : Say.No(refusal);
            }
        );
        return command;
    }
}
