using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Storage;

/// <summary>Key of an entry.</summary>
internal readonly record struct EntryKey(EntryKind Kind, string Code);

/// <summary>A pack as entries, and entries as a snapshot.</summary>
internal static class PackEntries
{
    public static SortedDictionary<EntryKey, string> Of(CityPack pack)
    {
        var entries = new SortedDictionary<EntryKey, string>(ByKindAndCode);
        entries[new(EntryKind.City, "")] = RegistryJson.Write(pack.City, j => j.CityFacts);
        foreach (var area in pack.Areas)
            entries[new(EntryKind.Area, area.Code)] = RegistryJson.Write(area, j => j.Area);
        foreach (var outline in pack.Outlines)
            entries[new(EntryKind.Outline, outline.Code)] = RegistryJson.Write(outline, j => j.AreaOutline);
        foreach (var unit in pack.Units)
            entries[new(EntryKind.Unit, unit.Code)] = RegistryJson.Write(unit, j => j.Unit);
        foreach (var category in pack.Categories)
            entries[new(EntryKind.Category, category.Code)] = RegistryJson.Write(category, j => j.Category);
        foreach (var duty in pack.Duties)
            entries[new(EntryKind.Duty, duty.Id)] = RegistryJson.Write(duty, j => j.DutyRule);
        foreach (var basis in pack.Bases)
            entries[new(EntryKind.Basis, basis.Id)] = RegistryJson.Write(basis, j => j.LegalBasis);
        foreach (var year in pack.Calendar)
            entries[new(EntryKind.Calendar, year.Year.ToString(CultureInfo.InvariantCulture))] = RegistryJson.Write(
                year,
                j => j.CalendarYear
            );
        foreach (var profile in pack.Deadlines)
            entries[new(EntryKind.Deadlines, profile.Name)] = RegistryJson.Write(profile, j => j.DeadlineProfile);
        foreach (var roster in pack.Rosters)
            entries[new(EntryKind.Roster, RostersFile.KeyOf(roster))] = RegistryJson.Write(roster, j => j.RosterEntry);
        foreach (var template in pack.Messages)
            entries[new(EntryKind.Message, MessageTemplates.KeyOf(template))] = RegistryJson.Write(template, j => j.MessageTemplate);
        return entries;
    }

    /// <summary>The pack that says what the entries say.</summary>
    public static CityPack Pack(IReadOnlyDictionary<EntryKey, string> entries)
    {
        var byKind = entries.OrderBy(e => e.Key, ByKindAndCode).ToLookup(e => e.Key.Kind, e => e.Value);
        var json = RegistryJson.Readable;
        List<T> Read<T>(EntryKind kind, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
            [.. byKind[kind].Select(payload => JsonSerializer.Deserialize(payload, type)!)];

        return new CityPack
        {
            City = Read(EntryKind.City, json.CityFacts).Single(),
            Areas = Read(EntryKind.Area, json.Area),
            Outlines = Read(EntryKind.Outline, json.AreaOutline),
            Units = Read(EntryKind.Unit, json.Unit),
            Categories = Read(EntryKind.Category, json.Category),
            Duties = Read(EntryKind.Duty, json.DutyRule),
            Bases = Read(EntryKind.Basis, json.LegalBasis),
            Calendar = Read(EntryKind.Calendar, json.CalendarYear),
            Deadlines = Read(EntryKind.Deadlines, json.DeadlineProfile),
            Rosters = Read(EntryKind.Roster, json.RosterEntry),
            Messages = Read(EntryKind.Message, json.MessageTemplate),
        };
    }

    public static SortedDictionary<EntryKey, string> With(IReadOnlyDictionary<EntryKey, string> entries, IEnumerable<EntryChange> changes)
    {
        var changed = new SortedDictionary<EntryKey, string>(entries.ToDictionary(), ByKindAndCode);
        foreach (var change in changes)
        {
            if (change.Payload is null)
                changed.Remove(new(change.Kind, change.Code));
            else
                changed[new(change.Kind, change.Code)] = change.Payload;
        }
        return changed;
    }

    /// <summary>What makes one set of entries into another.</summary>
    public static List<EntryChange> Between(IReadOnlyDictionary<EntryKey, string> from, IReadOnlyDictionary<EntryKey, string> to) =>
        [
            .. from.Keys.Where(k => !to.ContainsKey(k)).Select(k => EntryChange.End(k.Kind, k.Code)),
            .. to.Where(e => from.GetValueOrDefault(e.Key) != e.Value).Select(e => new EntryChange(e.Key.Kind, e.Key.Code, e.Value)),
        ];

    public static string Hash(SortedDictionary<EntryKey, string> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, payload) in entries)
            hash.AppendData(Encoding.UTF8.GetBytes($"{key.Kind}\n{key.Code}\n{payload}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Order is that of the codes: the order of rows in a file means nothing.</summary>
    public static CitySnapshot Snapshot(int version, IReadOnlyDictionary<EntryKey, string> entries)
    {
        var byKind = entries.OrderBy(e => e.Key, ByKindAndCode).ToLookup(e => e.Key.Kind, e => e.Value);
        var json = RegistryJson.Readable;
        List<T> Read<T>(EntryKind kind, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
            [.. byKind[kind].Select(payload => JsonSerializer.Deserialize(payload, type)!)];

        var city = Read(EntryKind.City, json.CityFacts).Single();
        var outlines = Read(EntryKind.Outline, json.AreaOutline).ToDictionary(o => o.Code, o => o.Rings);
        var years = Read(EntryKind.Calendar, json.CalendarYear);
        return new CitySnapshot
        {
            City = city.Profile,
            Version = version,
            Areas = new AreaTree([
                .. Read(EntryKind.Area, json.Area)
                    .Select(a => outlines.TryGetValue(a.Code, out var rings) ? a with { Outline = rings } : a),
            ]),
            Units = new UnitTree(Read(EntryKind.Unit, json.Unit)),
            Categories = new CategoryTree(Read(EntryKind.Category, json.Category)),
            Duties = new DutyList(Read(EntryKind.Duty, json.DutyRule)),
            Calendar = new WorkCalendar(
                CityZone.Find(city.Profile.TimeZone),
                [.. years.SelectMany(y => y.Days)],
                [.. years.Select(y => y.Year)],
                city.OfficeHours
            ),
            DeadlineProfiles = Read(EntryKind.Deadlines, json.DeadlineProfile).ToDictionary(p => p.Name),
            Rosters = Read(EntryKind.Roster, json.RosterEntry),
            Messages = Read(EntryKind.Message, json.MessageTemplate),
        };
    }

    private static readonly Comparer<EntryKey> ByKindAndCode = Comparer<EntryKey>.Create(
        (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Code, b.Code)
    );
}
