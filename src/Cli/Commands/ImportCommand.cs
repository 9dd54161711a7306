using System.CommandLine;
using Suiying.Kernel;
using Suiying.Requests.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying import letters</c> and <c>requests</c></summary>
internal static class ImportCommand
{
    private const int ProblemsShown = 1000;

    public static Command Make() => new("import", Say.In("导入外部数据")) { Letters(), ImportRequestsCommand.Make() };

    private static Command Letters()
    {
        var file = new Argument<string>("FILE")
        {
            Description = Say.In("CSV：id,user,title,time,body,reply,reply_time 或 id,user,title,time,body,against,likes"),
        };
        var strict = new Option<bool>("--strict") { Description = Say.In("有一行不合格就一行也不导入") };
        var command = new Command("letters", Say.In("导入来信；有答复的进入审核，没有的待派单；同一文件导入两次等于一次")) { file, strict };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var request = new ImportLetters.Command
                {
                    Path = parsed.GetRequiredValue(file),
                    Strict = parsed.GetValue(strict),
                    Progress = Say.Progress("已导入", null),
                };
                var outcome = await office.Use<ImportLetters, Outcome<ImportLetters.Summary>>(import =>
                    import.Run(request, Actor.System, ct)
                );
                return outcome.Ok(out var summary, out var refusal) ? Tell(summary, request.Strict) : Say.No(refusal);
            }
        );
        return command;
    }

    private static int Tell(ImportLetters.Summary summary, bool strict)
    {
        var problems = summary.Read.Problems;
        if (problems.Count > 0)
            Say.Aside("行 row\t字段 field\t问题 problem\t应为 expected");
        foreach (var problem in problems.Take(ProblemsShown))
            Say.Row(problem);
        if (problems.Count > ProblemsShown)
            Say.Aside($"还有 {problems.Count - ProblemsShown} 个问题没有列出。");

        Phrase kind = summary.Read.Kind == LetterKind.Replies ? "有答复的来信，待审核" : "来信，待派单";
        var bad = problems.Select(p => p.Row).Distinct().Count();
        Phrase nothing = strict && problems.Count > 0 ? "按 --strict 什么都没有导入。" : "";
        Say.Done(
            $"{kind}：读到 {summary.Read.Rows} 行，新导入 {summary.Loaded} 件，以前已导入或重复 {summary.Already} 件，不合格 {bad} 行。{nothing}"
        );
        return problems.Count > 0 ? Program.Refused : 0;
    }
}
