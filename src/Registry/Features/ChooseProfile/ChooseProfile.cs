using System.Text.Json;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Registry.Model.Deadlines;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>选期限方案: which of the city's profiles sets the clocks that start from then on; those that run stay.</summary>
public sealed class ChooseProfile(CityEdits edits, ICityRegistry registry, IRequestTallies tallies, TimeProvider time)
{
    public sealed record Command
    {
        public required string Name { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        if (!registry.Current.DeadlineProfiles.ContainsKey(command.Name))
            return Unknown(command.Name);
        var (_, entries) = await edits.Held(ct);
        var city = JsonSerializer.Deserialize(entries[new EntryKey(EntryKind.City, "")], RegistryJson.Readable.CityFacts)!;
        var change = EntryChange.Of(city with { Profile = city.Profile with { DeadlineProfile = command.Name } });
        return await edits.Apply([change], $"期限方案改用：{command.Name}", command.Reason, by, ct);
    }

    /// <summary>Whose deadline it would set otherwise; changes nothing.</summary>
    public async Task<Outcome<IReadOnlyList<DeadlineShift>>> Preview(string name, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var city = registry.Current;
        if (!city.DeadlineProfiles.TryGetValue(name, out var profile))
            return Unknown(name);
        return DeadlineShift.Of(city, profile, await tallies.OpenByGrade(ct), time.GetUtcNow()).ToList();
    }

    private static Refusal Unknown(string name) => Refusal.Invalid(new FieldProblem("name", $"没有叫“{name}”的期限方案。"));
}
