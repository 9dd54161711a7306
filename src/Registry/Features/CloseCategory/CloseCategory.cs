using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Registry.Model;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>停用类别: it stays in the history under its successor, whose duty rules and deadlines hold for what it left open.</summary>
public sealed class CloseCategory(CityEdits edits, ICityRegistry registry, IRequestTallies tallies)
{
    public sealed record Command
    {
        public required string Code { get; init; }

        /// <summary>Null is the category above; only where nothing is open and nothing is ruled.</summary>
        public string? Successor { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    /// <param name="Open">What is filed under it and has not ended.</param>
    /// <param name="Duties">Rules of the duty list that name it.</param>
    /// <param name="Deadlines">Deadline rules that name it, of all profiles.</param>
    public sealed record Uses(OpenMatters Open, IReadOnlyList<DutyRule> Duties, IReadOnlyList<DeadlineRule> Deadlines);

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var (city, tree) = (registry.Current, registry.Current.Categories);
        if (tree.Find(command.Code) is not { Successor: null } category)
            return new NotFound("没有这个类别，或它已经停用。");
        if (tree.Children(category.Code).Where(c => !c.IsRetired()).Select(c => c.Name).ToList() is { Count: > 0 } parts)
            return new HasParts(string.Join('、', parts));
        var uses = await Used(city, category.Code, ct);
        if (command.Successor is null && uses is not { Open.Count: 0, Duties.Count: 0, Deadlines.Count: 0 })
            return new CategoryNeedsSuccessor(uses.Open.Count, uses.Duties.Count, uses.Deadlines.Count);
        if (tree.Acting(command.Successor ?? category.Parent) is not { } successor)
            return Refusal.Invalid(new FieldProblem("successor", "一级类别没有上级可承接，请写明承接类别。"));
        if (tree.Within(successor, category.Code))
            return Refusal.Invalid(new FieldProblem("successor", "承接类别不能是它自己或它的下级。"));

        var changes = new List<EntryChange> { EntryChange.Of(category with { Successor = successor }) };
        // Matters of it follow the successor's rules from now on: its own would never match again.
        changes.AddRange(uses.Duties.Select(d => EntryChange.End(EntryKind.Duty, d.Id)));
        foreach (var profile in city.DeadlineProfiles.Values.Where(p => p.Rules.Any(r => r.Category == category.Code)))
            changes.Add(EntryChange.Of(profile with { Rules = [.. profile.Rules.Where(r => r.Category != category.Code)] }));
        return await edits.Apply(changes, $"停用类别：{category.Name}", command.Reason with { On = null }, by, ct);
    }

    /// <summary>What would follow the successor.</summary>
    public async Task<Outcome<Uses>> Look(string code, Actor by, CancellationToken ct) =>
        by.IsAny(Role.SystemAdmin, Role.AuditAdmin) ? await Used(registry.Current, code, ct) : new NotAllowed();

    private async Task<Uses> Used(CitySnapshot city, string code, CancellationToken ct) =>
        new(
            await tallies.OpenIn(city.Categories.StandsFor(code), ct),
            [.. city.Duties.All.Where(d => d.Category == code)],
            [.. city.DeadlineProfiles.Values.SelectMany(p => p.Rules).Where(r => r.Category == code)]
        );
}
