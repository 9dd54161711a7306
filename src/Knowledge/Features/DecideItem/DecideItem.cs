using Suiying.Contracts.People;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>送审、复核、审核发布、继续有效、撤下、放弃: every step of an item but the writing.</summary>
public sealed class DecideItem(KnowledgeDoor door, IStaffDirectory staff)
{
    public sealed record Command
    {
        public required Guid Item { get; init; }

        /// <summary>The item's revision as it was seen.</summary>
        public int? Revision { get; init; }

        public required KnowledgeAction Action { get; init; }

        /// <summary>Asked for where something is sent back, withdrawn or given up.</summary>
        public string Why { get; init; } = "";
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!KnowledgeDoor.MayRead(by))
            return new NotAllowed();
        if (!(await door.Load(command.Item, command.Revision, by, ct)).Ok(out var item, out var refusal))
            return refusal;
        if (!IsDecision(command.Action) || !door.MayTake(by, item, command.Action))
            return new NotAllowed();
        var why = command.Why.Trim();
        if (why.Length > KnowledgeStep.LongestWhy || (NeedsWhy(command.Action) && why.Length < 2))
            return Refusal.Invalid(new FieldProblem("why", $"请写明理由，2 至 {KnowledgeStep.LongestWhy} 个字。"));
        if (command.Action is KnowledgeAction.Confirm && item.NewestVersion.SubmittedBy == by.Id && !await Alone(item, by, ct))
            return new SecondPerson();
        if (!item.Take(command.Action, by, door.Now, why).Ok(out _, out var no))
            return no;
        return (await door.Save([item], ct)).Ok(out _, out var late) ? item.Id : late;
    }

    public static bool NeedsWhy(KnowledgeAction action) =>
        action is KnowledgeAction.SendBack or KnowledgeAction.Withdraw or KnowledgeAction.Discard;

    /// <summary>Writing has a form of its own, and the rest is the program's.</summary>
    private static bool IsDecision(KnowledgeAction action) =>
        action
            is not (
                KnowledgeAction.Write
                or KnowledgeAction.Edit
                or KnowledgeAction.Revise
                or KnowledgeAction.Import
                or KnowledgeAction.Replace
            );

    private async Task<bool> Alone(KnowledgeItem item, Actor by, CancellationToken ct)
    {
        foreach (var unit in door.City.Units.ActsFor(door.City.Units.Acting(item.Owner) ?? item.Owner))
        {
            if ((await staff.OfUnit(unit, ct)).Any(s => s.Id != by.Id && s.Roles.Contains(Role.UnitHandler)))
                return false;
        }
        return true;
    }
}
