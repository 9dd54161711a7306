using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Deadlines;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>定期限: adds, changes or takes out a rule of the profile in force. It holds for clocks that start from then on; those that run stay.</summary>
public sealed class SaveDeadline(CityEdits edits, ICityRegistry registry, IRequestTallies tallies, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>The rule as it shall be; null takes the old one out.</summary>
        public DeadlineRule? Rule { get; init; }

        /// <summary>The rule whose place it takes; null adds one.</summary>
        public RuleAddress? Old { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var city = registry.Current;
        var profile = Changed(city, command);
        var changes = new[] { EntryChange.Of(profile) };
        if (Problems(city, profile, command.Rule) is { Count: > 0 } problems)
            return await edits.Refuse(changes, command.Reason, problems, ct);

        var outcome = await edits.Apply(changes, $"期限方案：{profile.Name}", command.Reason, by, ct);
        // The reader speaks of places in the file; the form knows the member.
        return outcome.Refusal is { Fields.Count: > 0 } wrong
            ? wrong with
            {
                Fields = [.. wrong.Fields.Select(f => f with { Field = f.Field[(f.Field.LastIndexOf('.') + 1)..] })],
            }
            : outcome;
    }

    /// <summary>Whose deadline it would set otherwise; changes nothing.</summary>
    public async Task<Outcome<IReadOnlyList<DeadlineShift>>> Preview(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var city = registry.Current;
        var profile = Changed(city, command);
        if (Problems(city, profile, command.Rule) is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        return DeadlineShift.Of(city, profile, await tallies.OpenByGrade(ct), time.GetUtcNow()).ToList();
    }

    private static DeadlineProfile Changed(CitySnapshot city, Command command)
    {
        var rules = city.Deadlines.Rules.ToList();
        var at = command.Old is { } old ? rules.FindIndex(old.Names) : -1;
        if (at >= 0)
            rules.RemoveAt(at);
        if (command.Rule is { } rule)
            rules.Insert(at >= 0 ? at : rules.Count, rule);
        return city.Deadlines with { Rules = rules };
    }

    private static List<FieldProblem> Problems(CitySnapshot city, DeadlineProfile profile, DeadlineRule? rule) =>
        [
            .. CityLookup.Retired(city, "category", rule?.Category),
            .. profile
                .Problems()
                .Select(p => new FieldProblem(
                    p.Rule is { } at && ReferenceEquals(profile.Rules[at], rule) ? p.Field : "kind",
                    Phrase.Of(p.Says)
                )),
        ];
}
