using System.CommandLine;
using Suiying.Kernel;
using Suiying.Knowledge.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying knowledge import FILE</c> and <c>suiying knowledge export FILE</c></summary>
internal static class KnowledgeCommand
{
    public static Command Make() => new("knowledge", Say.In("知识库")) { Import(), Export() };

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = Say.In(".xlsx、.csv 或 .docx；格式见 docs/knowledge.md") };
        var owner = new Option<string?>("--owner") { Description = Say.In("责任单位的编码；文件里写了的以文件为准，Word 文件必须写") };
        var none = new Option<bool>("--none-if-bad") { Description = Say.In("有一条不合格就一条也不导入") };
        var dry = new Option<bool>("--dry-run") { Description = Say.In("只检查，不导入") };
        var command = new Command("import", Say.In("导入知识为草稿；同一文件导入两次等于一次")) { file, owner, none, dry };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var path = parsed.GetRequiredValue(file);
                if (!File.Exists(path))
                    return Say.No(new NotFound($"没有找到文件：{path}"));
                var request = new ImportItems.Command
                {
                    FileName = path,
                    Content = await File.ReadAllBytesAsync(path, ct),
                    Owner = parsed.GetValue(owner),
                    Load = !parsed.GetValue(dry),
                    NoneIfBad = parsed.GetValue(none),
                };
                var outcome = await office.Use<ImportItems, Outcome<ImportItems.Summary>>(import => import.Run(request, Actor.System, ct));
                return outcome.Ok(out var summary, out var refusal) ? Tell(summary) : Say.No(refusal);
            }
        );
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = Say.In("写到这个 CSV") };
        var command = new Command("export", Say.In("导出全部已发布的知识")) { file };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var table = await office.Use<ExportKnowledge, ExportKnowledge.Table>(export => export.Run(ct));
                await File.WriteAllBytesAsync(parsed.GetRequiredValue(file), table.Csv, ct);
                return Say.Done($"已写到 {parsed.GetRequiredValue(file)}。");
            }
        );
        return command;
    }

    private static int Tell(ImportItems.Summary summary)
    {
        if (summary.Bad > 0)
            Say.Aside("行 row\t列 column\t问题 problem\t应为 expected");
        foreach (var problem in summary.Problems)
            Say.Row(problem);
        var (added, changed, same) = (
            summary.Count(ImportItems.Fate.New),
            summary.Count(ImportItems.Fate.Changed),
            summary.Count(ImportItems.Fate.Same)
        );
        Say.Done($"新的 {added} 条，改动的 {changed} 条，没有变化的 {same} 条，不合格的 {summary.Bad} 处。");
        Say.Done(summary.Loaded ? (Phrase)"已导入为草稿。" : (Phrase)"没有导入。");
        return summary.Bad > 0 ? Program.Refused : 0;
    }
}
