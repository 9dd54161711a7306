using Suiying.Contracts.Registry;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>新增或更改单位: name, place in the tree, contact, kind. The code stays what it was given.</summary>
public sealed class SaveUnit(CityEdits edits, ICityRegistry registry)
{
    public sealed record Command
    {
        public required Unit Unit { get; init; }

        /// <summary>False changes a unit that is there.</summary>
        public required bool IsNew { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var (unit, units) = (command.Unit, registry.Current.Units);
        var held = units.Find(unit.Code);
        if (!command.IsNew && held is null)
            return new NotFound();
        if (command.IsNew && held is not null)
            return Refusal.Invalid(new FieldProblem("code", $"代码 {unit.Code} 已用于{held.Name}，请换一个。"));
        if (units.Under(unit.Parent, unit.Code))
            return Refusal.Invalid(new FieldProblem("parent", "上级不能是本单位或它的下级，否则上级关系成环。"));
        if (unit.Parent is { } parent && units.Find(parent)?.IsClosed() == true && held?.Successor is null)
            return Refusal.Invalid(new FieldProblem("parent", $"{units.NameOf(parent)}已撤销，请选它的承接单位。"));

        var title = held is null ? $"新增单位：{unit.Name}" : $"更改单位：{held.Name}";
        return await edits.Apply([EntryChange.Of(unit with { Successor = held?.Successor })], title, command.Reason, by, ct);
    }
}
