using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Suiying.Registry.Model.Pack;

/// <summary>An object of a JSON file and the path to it; reading a member reports what is wrong with it.</summary>
internal readonly struct JsonPart(PackFolder folder, string file, JsonElement element, string path)
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public JsonElement Element => element;

    /// <summary>Null where the file is missing, is no JSON or is not an object.</summary>
    public static JsonPart? Read(PackFolder folder, string file)
    {
        if (PackText.Read(folder, file) is not { } text)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new JsonPart(folder, file, document.RootElement.Clone(), "");
            folder.Report(file, 1, null, "最外层应是一个对象。", "{ … }");
        }
        catch (JsonException problem)
        {
            folder.Report(file, (int?)problem.LineNumber + 1, problem.Path, "不是合法的 JSON，或有重复的成员。");
        }
        return null;
    }

    public void Report(string? member, Phrase problem, Phrase? expected = null) => folder.Report(file, null, At(member), problem, expected);

    public string Text(string member)
    {
        if (OptionalText(member) is { } text)
            return text;
        if (!Has(member, out _))
            Report(member, $"缺少 {member}。", "非空文字");
        return "";
    }

    public string? OptionalText(string member)
    {
        if (!Has(member, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text)
            return text;
        Report(member, $"{member} 应是非空文字。", "非空文字");
        return null;
    }

    public int? Whole(string member, int least, int most)
    {
        if (!Has(member, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Report(member, $"{member} 应是 {least} 到 {most} 的整数。", $"{least}–{most}");
        return null;
    }

    public bool Flag(string member, bool? otherwise)
    {
        if (Has(member, out var value))
        {
            if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                return value.GetBoolean();
            Report(member, $"{member} 应是 true 或 false。", "true 或 false");
        }
        else if (otherwise is null)
            Report(member, $"缺少 {member}。", "true 或 false");
        return otherwise ?? false;
    }

    public T Word<T>(string member)
        where T : struct, Enum
    {
        var text = Text(member);
        if (text.Length == 0 || PackRow.WordOf<T>(text) is not { } word)
        {
            if (text.Length > 0)
                Report(member, $"不认识“{text}”。", string.Join('、', Enum.GetNames<T>()));
            return default;
        }
        return word;
    }

    /// <summary>A list of words, which may be empty.</summary>
    public IReadOnlyList<T> Words<T>(string member)
        where T : struct, Enum
    {
        var words = new List<T>();
        if (!Has(member, out var value) || value.ValueKind != JsonValueKind.Array)
        {
            Report(member, $"{member} 应是一个列表。", string.Join('、', Enum.GetNames<T>()));
            return words;
        }
        foreach (var each in value.EnumerateArray())
        {
            if (each.ValueKind == JsonValueKind.String && PackRow.WordOf<T>(each.GetString()!) is { } word)
                words.Add(word);
            else
                Report(member, $"不认识“{each}”。", string.Join('、', Enum.GetNames<T>()));
        }
        return words;
    }

    public DateOnly? Date(string member)
    {
        var text = Text(member);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report(member, $"“{text}”不是日期。", "如 2026-02-17");
        return null;
    }

    public TimeOnly? Time(string member)
    {
        var text = Text(member);
        if (text.Length == 0)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        Report(member, $"“{text}”不是时刻。", "如 08:30");
        return null;
    }

    public JsonPart? Object(string member)
    {
        if (!Has(member, out var value))
            return null;
        var part = new JsonPart(folder, file, value, At(member)!);
        if (value.ValueKind == JsonValueKind.Object)
            return part;
        part.Report(null, "这里应是一个对象。", "{ … }");
        return null;
    }

    public IReadOnlyList<JsonPart> Objects(string member)
    {
        var parts = new List<JsonPart>();
        foreach (var (item, at) in Items(member))
        {
            var part = new JsonPart(folder, file, item, at);
            if (item.ValueKind == JsonValueKind.Object)
                parts.Add(part);
            else
                part.Report(null, "这里应是一个对象。", "{ … }");
        }
        return parts;
    }

    public IReadOnlyList<string> Texts(string member)
    {
        var texts = new List<string>();
        foreach (var (item, at) in Items(member))
        {
            if (item.ValueKind == JsonValueKind.String)
                texts.Add(item.GetString()!);
            else
                new JsonPart(folder, file, item, at).Report(null, "这里应是文字。");
        }
        return texts;
    }

    public IReadOnlyDictionary<string, string> Dictionary(string member)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Has(member, out var value) || value.ValueKind != JsonValueKind.Object)
        {
            Report(member, $"缺少 {member}，或不是对象。", "{ \"zh\": \"…\" }");
            return texts;
        }
        var inner = new JsonPart(folder, file, value, At(member)!);
        foreach (var property in value.EnumerateObject())
            texts[property.Name] = inner.Text(property.Name);
        return texts;
    }

    private IEnumerable<(JsonElement Item, string At)> Items(string member)
    {
        if (Has(member, out var value) && value.ValueKind == JsonValueKind.Array)
        {
            var at = At(member);
            return value.EnumerateArray().Select((item, number) => (item, $"{at}[{number}]"));
        }
        Report(member, $"缺少 {member}，或不是数组。", "[ … ]");
        return [];
    }

    private bool Has(string member, [NotNullWhen(true)] out JsonElement value) =>
        element.TryGetProperty(member, out value) && value.ValueKind != JsonValueKind.Null;

    private string? At(string? member) =>
        member is null ? (path.Length == 0 ? null : path)
        : path.Length == 0 ? member
        : $"{path}.{member}";
}
