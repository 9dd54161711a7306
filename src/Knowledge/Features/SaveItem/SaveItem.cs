using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>写草稿: a new item, the open draft of one, or a new version beside what is published.</summary>
public sealed class SaveItem(KnowledgeDb db, KnowledgeDoor door)
{
    public sealed record Command
    {
        /// <summary>Null for a new item.</summary>
        public Guid? Item { get; init; }

        /// <summary>The item's revision as it was seen.</summary>
        public int? Revision { get; init; }

        public required KnowledgeContent Content { get; init; }

        /// <summary>What is changed and why; asked for where something was published before.</summary>
        public string Why { get; init; } = "";
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || door.City.Units.Acting(by.UnitCode) is not { } owner)
            return new NotAllowed();
        var item = (KnowledgeItem?)null;
        if (command.Item is { } id)
        {
            if (!(await door.Load(id, command.Revision, by, ct)).Ok(out item, out var refusal))
                return refusal;
            if (!door.Owns(by, item.Owner))
                return new NotAllowed();
        }
        var problems = ContentCheck.ForForm(ContentCheck.Of(command.Content, door.City)).ToList();
        var why = command.Why.Trim();
        if (
            why.Length > KnowledgeStep.LongestWhy
            || (item?.State is KnowledgeState.Published or KnowledgeState.Withdrawn && why.Length < 2)
        )
            problems.Add(new FieldProblem("why", $"请写明改了什么、为什么，2 至 {KnowledgeStep.LongestWhy} 个字。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var now = door.Now.Time;
        if (item is null)
            db.Items.Add(item = KnowledgeItem.Begin(new Origin(owner), command.Content, by, now));
        else if (!item.Write(command.Content, imported: false, by, now, why).Ok(out _, out var no))
            return no;
        return (await door.Save([item], ct)).Ok(out _, out var late) ? item.Id : late;
    }
}
