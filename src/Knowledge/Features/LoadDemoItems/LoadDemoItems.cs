using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Engines.Tables;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>
/// Fills an empty knowledge base from a pack's <c>demo/knowledge.csv</c>: the columns of an import, and how far each item has come. Every fault of
/// the file is told with its row, and then nothing is loaded.
/// </summary>
public sealed class LoadDemoItems(KnowledgeDb db, KnowledgeDoor door, IStaffDirectory staff)
{
    private const string State = "状态";
    private const string Age = "几天前";
    private const string End = "几天后失效";
    private const string Report = "纠错";

    public sealed record Command
    {
        /// <summary>The CSV file.</summary>
        public required string Path { get; init; }
    }

    /// <summary>How many items were made; 0 where there were some already.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (await db.Items.AnyAsync(ct))
            return 0;
        if (!TableFile.TryRead(await File.ReadAllBytesAsync(command.Path, ct), CsvText.Read, out var table, out var problem))
            return Refusal.Invalid(new FieldProblem("knowledge.csv", problem.ToString()));
        var reader = new ItemTable(table, door.City, owner: null, State, Age, End, Report);
        var wrong = reader.HeaderProblems().ToList();
        if (wrong.Count > 0)
            return Refusal.Invalid(wrong);
        var file = reader.Read(ImportItems.Most);
        wrong.AddRange(file.Problems.Select(p => new FieldProblem($"knowledge.csv:{p.Row}:{p.Field}", $"{p.Problem}应为：{p.Expected}。")));
        wrong.AddRange(file.Lines.SelectMany(Problems));
        if (wrong.Count > 0)
            return Refusal.Invalid(wrong);

        var items = new List<KnowledgeItem>();
        var hotline = door.City.Units.All.First(u => u.Kind == UnitKind.Hotline).Code;
        var reviewer = await staff.Somebody(hotline, Role.Reviewer, "热线审核员（演示）", door.Now.Time, ct);
        var agent = await staff.Somebody(hotline, Role.Agent, "话务员（演示）", door.Now.Time, ct);
        foreach (var line in file.Lines)
            items.Add(
                Make(line, await staff.Somebody(line.Owner, Role.UnitHandler, "责任单位经办岗（演示）", door.Now.Time, ct), reviewer, agent)
            );
        db.Items.AddRange(items);
        return (await door.Save(items, ct)).Ok(out _, out var refusal) ? items.Count : refusal;
    }

    private static IEnumerable<FieldProblem> Problems(ItemLine line)
    {
        if (Path(line).Length == 0)
            yield return new FieldProblem($"knowledge.csv:{line.Row}:{State}", "应为：草稿、单位复核中、热线审核中、已发布。");
        foreach (var column in new[] { Age, End })
        {
            if (line.More[column].Length > 0 && Number(line, column) is null)
                yield return new FieldProblem($"knowledge.csv:{line.Row}:{column}", "应为：整数天数，或空着。");
        }
    }

    /// <summary>The steps by which an item of this state came there; the first is the writing.</summary>
    private static KnowledgeAction[] Path(ItemLine line) =>
        line.More[State] switch
        {
            "草稿" => [KnowledgeAction.Write],
            "单位复核中" => [KnowledgeAction.Write, KnowledgeAction.Submit],
            "热线审核中" => [KnowledgeAction.Write, KnowledgeAction.Submit, KnowledgeAction.Confirm],
            "已发布" => [KnowledgeAction.Write, KnowledgeAction.Submit, KnowledgeAction.Confirm, KnowledgeAction.Publish],
            _ => [],
        };

    private static int? Number(ItemLine line, string column) =>
        int.TryParse(line.More[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? days : null;

    private KnowledgeItem Make(ItemLine line, Actor unit, Actor reviewer, Actor agent)
    {
        var now = door.Now;
        var ago = Math.Max(0, Number(line, Age) ?? 0);
        var then = new CityMoment(now.Time.AddDays(-ago), now.Day.AddDays(-ago));
        var content = line.Content with { To = Number(line, End) is { } days ? now.Day.AddDays(days) : line.Content.To };
        var item = KnowledgeItem.Begin(new Origin(line.Owner, line.Number, Synthetic: door.City.City.Synthetic), content, unit, then.Time);
        foreach (var action in Path(line).Skip(1))
            _ = item.Take(action, action is KnowledgeAction.Publish ? reviewer : unit, then, "").Value;
        if (line.More[Report] is { Length: > 0 } text && item.Published is not null)
            db.Reports.Add(
                ErrorReport.Of(item, text, agent, now.Time, door.City.Calendar.AddWorkingDays(now.Time, ReportError.AnswerDays).At)
            );
        return item;
    }
}
