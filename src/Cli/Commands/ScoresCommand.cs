using System.CommandLine;
using System.CommandLine.Parsing;
using Suiying.Kernel;
using Suiying.Scores.Features;
using Suiying.Scores.Model;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying scores</c>: makes scores again from the journal, checks them, and writes out what anyone needs to count them.</summary>
internal static class ScoresCommand
{
    public static Command Make() => new("scores", Say.In("三率得分：由流转记录重算、核对，导出明细")) { Rebuild(), Export() };

    private static Command Rebuild()
    {
        var (month, verify) = (
            Month("只重算这个考核月的回访和这个月登记的诉求的办理，如 2026-11；不写就是全部"),
            new Option<bool>("--verify") { Description = Say.In("只核对，不改动；有不符时退出码为 1") }
        );
        var command = new Command("rebuild", Say.In("由流转记录重算得分")) { month, verify };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var request = new RebuildScores.Command
                {
                    Months = parsed.GetValue(month) is { } only ? [only] : null,
                    Verify = parsed.GetValue(verify),
                    Progress = Say.Progress("已读", null),
                };
                var started = TimeProvider.System.GetTimestamp();
                if (
                    !(await office.Use<RebuildScores, Outcome<RebuildScores.Built>>(use => use.Run(request, Actor.System, ct))).Ok(
                        out var built,
                        out var refusal
                    )
                )
                    return Say.No(refusal);
                var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
                Tell(built.Callbacks.First, c => (c.Number, c.Month, c.Unit));
                Tell(built.Work.First, w => (w.Number, w.Month, w.Unit));
                var (scored, worked) = (built.Callbacks, built.Work);
                Say.Done($"{scored.Rows:N0} 次计分回访：与存下的不符 {scored.Wrong:N0} 处，月计数不符 {scored.Sums:N0} 处。");
                Say.Done($"{worked.Rows:N0} 条承办计分：与存下的不符 {worked.Wrong:N0} 处，承办月计数不符 {worked.Sums:N0} 处。");
                Say.Done($"用时 {seconds:0.0} 秒。");
                if (!request.Verify)
                    return 0;
                if (!(await Releases(office, request.Months?[0], ct)).Ok(out var wrongReleases, out refusal))
                    return Say.No(refusal);
                return scored.Wrong + scored.Sums + worked.Wrong + worked.Sums + wrongReleases > 0 ? Program.Refused : 0;
            }
        );
        return command;
    }

    private static void Tell<TRow>(IEnumerable<RowDifference<TRow>> some, Func<TRow, (string Number, DateOnly Month, string Unit)> of)
        where TRow : class
    {
        foreach (var wrong in some)
        {
            var (number, month, unit) = of(wrong.Row);
            Say.Aside($"{number}\t{ScoreAddress.Of(month)}\t{unit}\t{Fault(wrong.Fault)}");
        }
    }

    /// <summary>How many releases do not fit their digests.</summary>
    private static async Task<Outcome<int>> Releases(Office office, DateOnly? month, CancellationToken ct)
    {
        if (
            !(await office.Use<VerifyReleases, Outcome<VerifyReleases.Verified>>(use => use.Run(month, Actor.System, ct))).Ok(
                out var released,
                out var refusal
            )
        )
            return refusal;
        foreach (var wrong in released.Wrong)
            Say.Aside($"{ScoreAddress.Of(wrong.Month)} 第 {wrong.Revision} 版：公布的数字与签发时的摘要不符");
        Say.Done($"{released.Releases:N0} 版公布，摘要不符 {released.Wrong.Count:N0} 版。");
        return released.Wrong.Count;
    }

    private static Command Export()
    {
        var (month, kind) = (
            Month("考核月，如 2026-11"),
            new Option<ScoreGroup>("--kind") { Description = Say.In("得分表的考核分组"), DefaultValueFactory = _ => ScoreGroup.Township }
        );
        month.Required = true;
        var rows = new Option<string>("--rows") { Description = Say.In("把全部明细写到这个 CSV 文件"), Required = true };
        var table = new Option<string>("--table") { Description = Say.In("把得分表写到这个 CSV 文件"), Required = true };
        var command = new Command("export", Say.In("导出一个考核月的明细和得分表，供他人另算")) { month, kind, rows, table };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var asked = parsed.GetRequiredValue(month)!.Value;
                var query = new ExportScores.Query { Month = asked, Group = parsed.GetValue(kind) };
                if (
                    !(await office.Use<ExportScores, Outcome<ExportScores.Tables>>(use => use.Run(query, Actor.System, ct))).Ok(
                        out var told,
                        out var refusal
                    )
                )
                    return Say.No(refusal);
                foreach (var (option, lines) in new[] { (rows, told.Callbacks), (table, told.Scores) })
                    if (!(await Write(option.Name, parsed.GetRequiredValue(option), lines, ct)).Ok(out _, out refusal))
                        return Say.No(refusal);
                return Say.Done($"{told.Callbacks.Count - 1:N0} 件明细、{told.Scores.Count - 1:N0} 个单位。");
            }
        );
        return command;
    }

    private static Task<Outcome<Done>> Write(string option, string path, IReadOnlyList<IEnumerable<string>> lines, CancellationToken ct) =>
        WholeFile.Write<Done>(
            option,
            path,
            async file =>
            {
                await file.WriteAsync(CsvText.Rows(lines, first: true), ct);
                return new Done();
            }
        );

    private static Option<DateOnly?> Month(Phrase description) =>
        new("--month") { Description = Say.In(description), CustomParser = MonthIn };

    private static DateOnly? MonthIn(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (ScoreAddress.MonthIn(text) is { } month)
            return month;
        argument.AddError(Say.In($"“{text}”不是考核月，应如 2026-11。"));
        return null;
    }

    private static Phrase Fault(RowFault fault) =>
        fault switch
        {
            RowFault.Missing => "没有存下",
            RowFault.Differs => "存的不一样",
            _ => "流转记录里没有",
        };
}
