using System.Text.Json;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Storage;

/// <summary>An entry as it shall be; without a payload it ends.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Code">Its key.</param>
/// <param name="Payload">The record as JSON, or null.</param>
/// <param name="Seen">The version in which who changes it saw it; null where it takes the place of whatever there is.</param>
public sealed record EntryChange(EntryKind Kind, string Code, string? Payload, int? Seen = null)
{
    public static EntryChange End(EntryKind kind, string code) => new(kind, code, null);

    internal static EntryChange Of(Unit unit) => new(EntryKind.Unit, unit.Code, RegistryJson.Write(unit, j => j.Unit));

    internal static EntryChange Of(Category category) =>
        new(EntryKind.Category, category.Code, RegistryJson.Write(category, j => j.Category));

    internal static EntryChange Of(DutyRule rule) => new(EntryKind.Duty, rule.Id, RegistryJson.Write(rule, j => j.DutyRule));

    internal static EntryChange Of(RosterEntry entry) =>
        new(EntryKind.Roster, RostersFile.KeyOf(entry), RegistryJson.Write(entry, j => j.RosterEntry));

    internal static EntryChange Of(MessageTemplate template) =>
        new(EntryKind.Message, MessageTemplates.KeyOf(template), RegistryJson.Write(template, j => j.MessageTemplate));

    internal static EntryChange Of(CityFacts city) => new(EntryKind.City, "", RegistryJson.Write(city, j => j.CityFacts));

    internal static EntryChange Of(DeadlineProfile profile) =>
        new(EntryKind.Deadlines, profile.Name, RegistryJson.Write(profile, j => j.DeadlineProfile));

    internal static string Write(IEnumerable<EntryChange> changes) =>
        JsonSerializer.Serialize(changes.ToList(), RegistryJson.Readable.ListEntryChange);

    internal static List<EntryChange> Read(string json) => JsonSerializer.Deserialize(json, RegistryJson.Readable.ListEntryChange)!;
}
