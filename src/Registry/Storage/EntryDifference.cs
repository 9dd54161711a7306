using System.Text.Json;
using Suiying.Registry.Model;

namespace Suiying.Registry.Storage;

/// <summary>One member of an entry, before and after; null where it was not or is no more.</summary>
public sealed record FieldDifference(string Field, string? Before, string? After);

/// <summary>What a change does to one entry.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Code">Its key.</param>
/// <param name="Added">It was not there before.</param>
/// <param name="Ended">It is no more.</param>
/// <param name="Fields">The members that differ.</param>
public sealed record EntryDifference(EntryKind Kind, string Code, bool Added, bool Ended, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>A text longer than this is shown by its beginning: outlines have thousands of corners.</summary>
    private const int Shown = 120;

    internal static EntryDifference Of(EntryChange change, string? before) =>
        new(change.Kind, change.Code, before is null, change.Payload is null, [.. Compare(change.Kind, before, change.Payload)]);

    internal static List<EntryDifference> Of(IEnumerable<EntryChange> changes, IReadOnlyDictionary<EntryKey, string> held) =>
        [
            .. changes
                .Select(c => (Change: c, Before: held.GetValueOrDefault(new EntryKey(c.Kind, c.Code))))
                .Where(c => c.Before != c.Change.Payload)
                .Select(c => Of(c.Change, c.Before))
                .OrderBy(d => d.Kind)
                .ThenBy(d => d.Code, StringComparer.Ordinal),
        ];

    private static IEnumerable<FieldDifference> Compare(EntryKind kind, string? before, string? after)
    {
        var (old, next) = kind == EntryKind.Deadlines ? (Rules(before), Rules(after)) : (Members(before), Members(after));
        foreach (var name in old.Keys.Union(next.Keys))
        {
            var (was, becomes) = (old.GetValueOrDefault(name), next.GetValueOrDefault(name));
            if (was != becomes)
                yield return new FieldDifference(RegistryWords.Field(name), was, becomes);
        }
    }

    private static Dictionary<string, string> Members(string? payload)
    {
        if (payload is null)
            return [];
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => Short(m.Value));
    }

    /// <summary>A profile is read rule by rule: nobody finds the one that changed in the text of all.</summary>
    private static Dictionary<string, string> Rules(string? payload)
    {
        var rules = new Dictionary<string, string>();
        if (payload is null)
            return rules;
        foreach (var rule in JsonSerializer.Deserialize(payload, RegistryJson.Readable.DeadlineProfile)!.Rules)
        {
            var name = $"{rule.Kind.Named()} · {rule.Holds()}";
            var says = $"{rule.Length()}（{rule.Cited()}）";
            // Only laws may stand twice for the same.
            rules[name] = rules.TryGetValue(name, out var other) ? $"{other}；{says}" : says;
        }
        return rules;
    }

    private static string Short(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number) =>
                string.Join('、', value.EnumerateArray().Select(v => v.ToString())),
            _ => value.GetRawText(),
        };
        return text.Length > Shown ? text[..Shown] + "…" : text;
    }
}
