using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>撤销单位: it stays in the history under its successor, which handles what it left open and whom its rules now mean.</summary>
public sealed class CloseUnit(CityEdits edits, ICityRegistry registry, IRequestTallies tallies)
{
    public sealed record Command
    {
        public required string Code { get; init; }

        /// <summary>Null is the unit above; only where nothing is open.</summary>
        public string? Successor { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var city = registry.Current;
        if (city.Units.Find(command.Code) is not { Successor: null, Parent: { } above } unit)
            return new NotFound();
        if (command.Successor is null && await tallies.OpenOf(city.Units.ActsFor(unit.Code), ct) is { Count: > 0 and var open })
            return new UnitNeedsSuccessor(open);
        var successor = city.Units.Acting(command.Successor ?? above)!;
        if (successor == unit.Code)
            return Refusal.Invalid(new FieldProblem("successor", "承接单位不能是它自己。"));

        var changes = new List<EntryChange> { EntryChange.Of(unit with { Successor = successor, Parent = successor }) };
        foreach (var child in city.Units.Children(unit.Code))
            changes.Add(EntryChange.Of(child with { Parent = child.Code == successor ? above : successor }));
        foreach (var duty in city.Rosters.Where(r => r.Unit == unit.Code))
            changes.Add(EntryChange.End(EntryKind.Roster, RostersFile.KeyOf(duty)));
        return await edits.Apply(changes, $"撤销单位：{unit.Name}", command.Reason with { On = null }, by, ct);
    }

    /// <summary>What would pass to the successor.</summary>
    public async Task<Outcome<OpenMatters>> Look(string code, Actor by, CancellationToken ct) =>
        by.IsAny(Role.SystemAdmin, Role.AuditAdmin) ? await tallies.OpenOf(registry.Current.Units.ActsFor(code), ct) : new NotAllowed();
}
