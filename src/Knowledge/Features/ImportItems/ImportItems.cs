using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Tables;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>
/// 导入知识 from Excel, CSV or Word: looked at first, then loaded as drafts, the good ones or none. The same item twice is written anew, not
/// doubled: it is known by its number, else by its title, within its unit.
/// </summary>
public sealed class ImportItems(KnowledgeDb db, KnowledgeDoor door)
{
    public const long LargestFile = 5L << 20;
    public const int Most = 2000;

    public sealed record Command
    {
        /// <summary>What it ends with says what it is.</summary>
        public required string FileName { get; init; }

        public required byte[] Content { get; init; }

        /// <summary>Whose items these are where the file does not say; a unit's own in any case.</summary>
        public string? Owner { get; init; }

        /// <summary>False only looks.</summary>
        public required bool Load { get; init; }

        /// <summary>One bad row, and nothing is loaded.</summary>
        public bool NoneIfBad { get; init; }
    }

    /// <summary>What a file holds, and what became of it.</summary>
    public sealed record Summary
    {
        public required IReadOnlyList<(ItemLine Line, Fate Fate)> Lines { get; init; }
        public required IReadOnlyList<RowProblem> Problems { get; init; }
        public required bool Loaded { get; init; }

        public int Bad => Problems.Select(p => p.Row).Distinct().Count();

        public int Count(Fate fate) => Lines.Count(l => l.Fate == fate);
    }

    /// <summary>What loading an item does.</summary>
    public enum Fate
    {
        New,
        Changed,
        Same,
    }

    public async Task<Outcome<Summary>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.UnitHandler, Role.Reviewer, Role.System))
            return new NotAllowed();
        var (units, owner) = (door.City.Units, command.Owner);
        // Who works for a unit brings that unit's; the hotline and the command line bring anybody's.
        if (!by.IsAny(Role.Reviewer, Role.System))
            owner = units.Acting(by.UnitCode);
        else if (owner is not null && units.Find(owner)?.IsClosed() != false)
            return Refusal.Invalid(new FieldProblem("owner", $"没有在用的单位“{owner}”。应为本市单位的编码。"));
        if (!Read(command, owner).Ok(out var file, out var refusal))
            return refusal;

        var (lines, problems) = (new List<(ItemLine, Fate)>(), new List<RowProblem>(file.Problems));
        var known = await Known(file, ct);
        var changed = new List<KnowledgeItem>();
        foreach (var line in file.Lines)
        {
            var item = known.FirstOrDefault(i => i.Owner == line.Owner && line.Number is { } number && i.ExternalNumber == number);
            item ??= known.FirstOrDefault(i =>
                i.Owner == line.Owner && (line.Number is null || i.ExternalNumber is null) && Titled(i, line)
            );
            if (item is not null && ContentDifference.Between(item.NewestVersion.Content, line.Content).Count == 0)
                lines.Add((line, Fate.Same));
            else if (item?.State is KnowledgeState.UnitReview or KnowledgeState.HotlineReview)
                problems.Add(new RowProblem(line.Row, "-", "这一条正在复核或审核，不能改。", "审核结束后再导入"));
            else
            {
                lines.Add((line, item is null ? Fate.New : Fate.Changed));
                changed.Add(
                    item ?? KnowledgeItem.Begin(new Origin(line.Owner, line.Number, Imported: true), line.Content, by, door.Now.Time)
                );
                if (item is not null && !item.Write(line.Content, imported: true, by, door.Now.Time, "").Ok(out _, out var no))
                    return no;
            }
        }
        var load = command.Load && changed.Count > 0 && !(command.NoneIfBad && problems.Count > 0);
        if (load)
        {
            db.Items.AddRange(changed.Where(i => db.Entry(i).State == EntityState.Detached));
            if (!(await door.Save(changed, ct)).Ok(out _, out var late))
                return late;
        }
        return new Summary
        {
            Lines = lines,
            Problems = [.. problems.OrderBy(p => p.Row)],
            Loaded = load,
        };
    }

    private Outcome<ItemFile> Read(Command command, string? owner)
    {
        if (command.Content.LongLength > LargestFile)
            return Refusal.Invalid(new FieldProblem("file", $"文件超过 {LargestFile >> 20} MB。请分成几个文件。"));
        var ending = Path.GetExtension(command.FileName).ToLowerInvariant();
        if (ending == ".doc")
            return Refusal.Invalid(new FieldProblem("file", "这是旧版 Word 文件（.doc），请另存为 .docx。"));
        if (ending == ".docx")
        {
            if (owner is null)
                return Refusal.Invalid(new FieldProblem("owner", "Word 文件里没有责任单位的一栏，请写明是哪个单位的。"));
            return WordDocument.TryRead(command.Content, door.City, owner, out var document, out var broken)
                ? document
                : Refusal.Invalid(new FieldProblem("file", Translations.Of(broken.Template, broken.Values)));
        }
        if (!TableFile.TryRead(command.Content, CsvText.Read, out var table, out var problem))
            return Refusal.Invalid(new FieldProblem("file", Translations.Of(problem.Template, problem.Values)));
        var reader = new ItemTable(table, door.City, owner);
        var wrong = reader.HeaderProblems().ToList();
        if (wrong.Count > 0)
            return Refusal.Invalid(wrong);
        var file = reader.Read(Most + 1);
        var rows = file.Lines.Count + file.Bad;
        return rows is > 0 and <= Most
            ? file
            : Refusal.Invalid(new FieldProblem("file", $"文件里有 {rows} 条。一次导入 1 至 {Most} 条，请分成几个文件。"));
    }

    private async Task<List<KnowledgeItem>> Known(ItemFile file, CancellationToken ct)
    {
        var owners = file.Lines.Select(l => l.Owner).Distinct().ToList();
        return await db.Items.Include(i => i.Versions).AsSplitQuery().Where(i => owners.Contains(i.Owner)).ToListAsync(ct);
    }

    private static bool Titled(KnowledgeItem item, ItemLine line) =>
        item.Title == line.Content.Title || item.NewestVersion.Content.Title == line.Content.Title;
}
