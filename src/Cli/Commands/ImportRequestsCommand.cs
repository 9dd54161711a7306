using System.CommandLine;
using System.Diagnostics;
using Suiying.Kernel;
using Suiying.Requests.Features;
using Suiying.Requests.Model;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying import requests --map F FILE</c></summary>
internal static class ImportRequestsCommand
{
    private const int ProblemsShown = 20;

    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = Say.In("CSV 或 .xlsx，第一行是表头") };
        var map = new Option<string>("--map") { Description = Say.In("对照表（JSON，见 docs/import.md）"), Required = true };
        var whole = new Option<bool>("--all-or-nothing") { Description = Say.In("有一行不合格就一行也不导入") };
        var report = new Option<string?>("--report") { Description = Say.In("不合格的行写到这个 CSV；不写则为 FILE.problems.csv") };
        var command = new Command("requests", Say.In("导入别的系统的诉求；同一来源、同一编号导入两次等于一次"))
        {
            file,
            map,
            whole,
            report,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var request = new ImportRequests.Command
                {
                    Path = parsed.GetRequiredValue(file),
                    Map = parsed.GetRequiredValue(map),
                    AllOrNothing = parsed.GetValue(whole),
                    Progress = Say.Progress("已导入", null),
                };
                var watch = Stopwatch.StartNew();
                var outcome = await office.Use<ImportRequests, Outcome<ImportRequests.Summary>>(import =>
                    import.Run(request, Actor.System, ct)
                );
                return outcome.Ok(out var summary, out var refusal)
                    ? await Tell(summary, request, parsed.GetValue(report) ?? $"{request.Path}.problems.csv", watch.Elapsed, ct)
                    : Say.No(refusal);
            }
        );
        return command;
    }

    private static async Task<int> Tell(
        ImportRequests.Summary summary,
        ImportRequests.Command request,
        string report,
        TimeSpan took,
        CancellationToken ct
    )
    {
        var bad = summary.Problems.Select(p => p.Row).Distinct().Count();
        if (bad > 0)
        {
            Say.Aside("行 row\t列 column\t问题 problem\t应为 expected");
            foreach (var problem in summary.Problems.Take(ProblemsShown))
                Say.Row(problem);
            try
            {
                await ProblemsFile.Write(report, summary.Problems, ct);
                Say.Aside($"全部 {summary.Problems.Count} 个问题写在 {report}。");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                Say.Aside($"问题清单写不到 {report}，请用 --report 指定能写的位置。");
            }
        }
        Phrase nothing = request.AllOrNothing && bad > 0 ? "按 --all-or-nothing 什么都没有导入。" : "";
        Say.Done(
            $"读到 {summary.Rows} 行，新导入 {summary.Loaded} 件，以前已导入 {summary.Already} 件，不合格 {bad} 行，用时 {took.TotalSeconds:0.0} 秒。{nothing}"
        );
        return bad > 0 ? Program.Refused : 0;
    }
}
