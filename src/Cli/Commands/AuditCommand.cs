using System.CommandLine;
using Suiying.Kernel;
using Suiying.Requests.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying audit verify</c>: is the history the one that was written.</summary>
internal static class AuditCommand
{
    public static Command Make()
    {
        var verify = new Command("verify", Say.In("核验全部流转记录：逐条摘要、前后相接、文字、封存；只读，不用停止服务"));
        verify.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var progress = Say.Progress("已核验", null);
                var request = new VerifyJournal.Command { Progress = steps => progress.Report((int)Math.Min(steps, int.MaxValue)) };
                var outcome = await office.Use<VerifyJournal, Outcome<JournalReport>>(v => v.Run(request, Actor.System, ct));
                return outcome.Ok(out var report, out var refusal) ? Tell(report) : Say.No(refusal);
            }
        );
        return new Command("audit", Say.In("核验历史")) { verify };
    }

    private static int Tell(JournalReport report)
    {
        Phrase counted =
            $"{report.Requests:N0} 件工单，{report.Steps:N0} 条流转记录，{report.Anchors:N0} 次封存，"
            + $"{report.NotYetAnchored:N0} 条尚待封存，{report.ErasedTexts:N0} 段文字已删除";
        if (report.Whole)
            return Say.Done($"记录完整：{counted}。");
        Say.Aside("工单 number\t位置 position\t问题 problem");
        foreach (var fault in report.Faults)
            Say.Aside($"{fault.Number ?? fault.Request?.Value.ToString() ?? "-"}\t{fault.Position}\t{(Phrase)fault.Text}");
        Say.Aside($"有 {report.FaultCount:N0} 处问题（列出 {report.Faults.Count:N0} 处）：{counted}。请立即报告。");
        return Program.Refused;
    }
}
