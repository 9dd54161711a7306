using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Registry.Model;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>改派单目录: collects changes of rules in one's own draft. Nothing is in force until the draft is accepted.</summary>
public sealed class EditDuties(RegistryDb db, CityEdits edits, CityRegistry registry)
{
    public sealed record Command
    {
        /// <summary>A rule as it shall be; an empty id makes a new one.</summary>
        public DutyRule? Save { get; init; }

        /// <summary>Id of a rule that shall go.</summary>
        public string? Remove { get; init; }

        /// <summary>Id of a rule whose change is taken out of the draft again.</summary>
        public string? Forget { get; init; }

        /// <summary>The version on which the form was filled in.</summary>
        public int? Seen { get; init; }
    }

    /// <param name="Rules">Every rule as it would be, in the order of the codes; those that go are among them.</param>
    /// <param name="Changes">What the draft changes, by id.</param>
    /// <param name="Draft">Id of the draft; null while there is none.</param>
    public sealed record View(IReadOnlyList<DutyRule> Rules, IReadOnlyDictionary<string, EntryChange> Changes, Guid? Draft);

    public async Task<Outcome<View>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var draft = await Draft(by, ct);
        var changes = draft is null ? [] : EntryChange.Read(draft.Changes).ToDictionary(c => c.Code);

        if (command.Save is { } rule)
        {
            if (CityLookup.Retired(registry.Current, "category", rule.Category).ToList() is { Count: > 0 } retired)
                return Refusal.Invalid(retired);
            rule = rule.Id.Length > 0 ? rule : rule with { Id = NewId(rule.Category, changes) };
            changes[rule.Id] = EntryChange.Of(rule) with { Seen = command.Seen };
        }
        if (command.Remove is { } gone)
            changes[gone] = EntryChange.End(EntryKind.Duty, gone) with { Seen = command.Seen };
        if (command.Forget is { } forgotten)
            changes.Remove(forgotten);
        if (!(await edits.Proved(changes.Values, ct)).Ok(out _, out var refusal))
            return refusal;

        if (draft is null)
            db.Proposals.Add(draft = edits.New(ProposalKind.Duties, "派单目录", changes.Values, by));
        else
            draft.Changes = EntryChange.Write(changes.Values);
        draft.Title = $"派单目录：{changes.Count} 条规则";
        await db.SaveChangesAsync(ct);
        return Of(changes, draft.Id);
    }

    /// <summary>The list with one's own draft laid over it.</summary>
    public async Task<Outcome<View>> Look(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var draft = await Draft(by, ct);
        return Of(draft is null ? [] : EntryChange.Read(draft.Changes).ToDictionary(c => c.Code), draft?.Id);
    }

    private Task<CityProposal?> Draft(Actor by, CancellationToken ct) =>
        db
            .Proposals.Where(p => p.ById == by.Id && p.Kind == ProposalKind.Duties && p.State == ProposalState.Draft)
            .OrderByDescending(p => p.Id)
            .FirstOrDefaultAsync(ct);

    private View Of(Dictionary<string, EntryChange> changes, Guid? draft)
    {
        var rules = registry.Current.Duties.All.ToDictionary(r => r.Id);
        foreach (var change in changes.Values.Where(c => c.Payload is not null))
            rules[change.Code] = System.Text.Json.JsonSerializer.Deserialize(change.Payload!, RegistryJson.Readable.DutyRule)!;
        return new View(
            [.. rules.Values.OrderBy(r => r.Category, StringComparer.Ordinal).ThenByDescending(r => r.AreaLevel)],
            changes,
            draft
        );
    }

    private string NewId(string category, Dictionary<string, EntryChange> changes)
    {
        var taken = registry.Current.Duties.All.Select(r => r.Id).Concat(changes.Keys).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(n => $"R-{category}-{n}").First(id => !taken.Contains(id));
    }
}
