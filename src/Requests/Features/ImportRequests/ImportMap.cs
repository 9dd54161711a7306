using System.Text.Json;
using System.Text.Json.Serialization;
using Suiying.Contracts.Registry;

namespace Suiying.Requests.Features;

/// <summary>导入对照表: which column of a table means what; docs/import.md describes it.</summary>
public sealed record ImportMap
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Name of the system that the table comes from; together with the number there it makes a request one and the same.</summary>
    public required string Source { get; init; }

    /// <summary>Column of the number there.</summary>
    public required string Id { get; init; }

    /// <summary>Column of the time of registration.</summary>
    public required string Registered { get; init; }

    public string? Due { get; init; }

    public string? Ended { get; init; }

    /// <summary>How times are written, as .NET names it.</summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>IANA zone of the times; the city's where it is missing.</summary>
    public string? TimeZone { get; init; }

    /// <summary>To <c>open</c> or <c>closed</c>; without it, what has an end is closed.</summary>
    public MappedColumn? State { get; init; }

    public MappedColumn? Category { get; init; }

    public MappedColumn? Unit { get; init; }

    public MappedColumn? Area { get; init; }

    public string? Title { get; init; }

    /// <summary>Columns whose different texts together say what the matter is.</summary>
    public required IReadOnlyList<string> Text { get; init; }

    public string? Reply { get; init; }

    public string? Place { get; init; }

    public string? Longitude { get; init; }

    public string? Latitude { get; init; }

    public static async Task<Outcome<ImportMap>> Read(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            return new NotFound($"没有找到对照表：{path}");
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<ImportMap>(file, Json, ct) is { } map
                ? map
                : Refusal.Invalid(new FieldProblem("map", "对照表是空的。"));
        }
        catch (JsonException problem)
        {
            Phrase where = problem.LineNumber is { } line ? (Phrase)$"第 {line + 1} 行 " : (Phrase)"";
            return Refusal.Invalid(
                new FieldProblem("map", $"对照表不能读取：{where}{problem.Path} 有误或多余，或缺少必需的成员（见 docs/import.md）。")
            );
        }
    }

    /// <summary>Against the table's columns and the city's codes; empty where all is in order.</summary>
    public IEnumerable<FieldProblem> Check(IReadOnlyList<string> header, CitySnapshot city)
    {
        if (Source.Trim().Length is 0 or > 40)
            yield return new FieldProblem("source", "请写明数据来源，至多 40 个字。");
        if (Text.Count == 0)
            yield return new FieldProblem("text", "至少要有一列说明诉求内容。");
        if ((Longitude is null) != (Latitude is null))
            yield return new FieldProblem("longitude", "longitude 和 latitude 要么都写，要么都不写。");
        if (TimeZone is { } zone && (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId))
            yield return new FieldProblem("timeZone", $"不认识时区“{zone}”，应为 IANA 名称。");
        foreach (var (member, column) in Columns())
        {
            if (!header.Contains(column))
                yield return new FieldProblem(
                    member,
                    $"表中没有“{column}”这一列。表头是：{string.Join('、', header.Where(h => h.Length > 0).Take(40))}"
                );
        }
        foreach (var problem in Codes("category", Category, code => city.Categories.Find(code) is not null))
            yield return problem;
        foreach (var problem in Codes("unit", Unit, code => city.Units.Find(code) is not null))
            yield return problem;
        foreach (var problem in Codes("area", Area, code => city.Areas.Find(code) is not null))
            yield return problem;
        foreach (var problem in Codes("state", State, code => code is RequestsFile.Open or RequestsFile.Closed))
            yield return problem;
    }

    private static IEnumerable<FieldProblem> Codes(string member, MappedColumn? mapped, Func<string, bool> known) =>
        (mapped?.Values.Select(v => (Key: v.Key, Code: v.Value)) ?? [])
            .Append((Key: "otherwise", Code: mapped?.Otherwise ?? ""))
            .Where(v => v.Code.Length > 0 && !known(v.Code))
            .Select(v => new FieldProblem($"{member}.{v.Key}", $"没有这个代码：{v.Code}"));

    private IEnumerable<(string Member, string Column)> Columns()
    {
        (string, string?)[] all =
        [
            ("id", Id),
            ("registered", Registered),
            ("due", Due),
            ("ended", Ended),
            ("state", State?.Column),
            ("category", Category?.Column),
            ("unit", Unit?.Column),
            ("area", Area?.Column),
            ("title", Title),
            ("reply", Reply),
            ("place", Place),
            ("longitude", Longitude),
            ("latitude", Latitude),
            .. Text.Select(column => ("text", (string?)column)),
        ];
        return all.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!));
    }
}

/// <summary>A column whose words become codes of the city.</summary>
public sealed record MappedColumn
{
    public required string Column { get; init; }

    /// <summary>Code for each word; a table without any takes the words as the codes themselves. An empty code means none.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>For words that are not listed and for empty cells; without it, a word that is not listed is a mistake.</summary>
    public string? Otherwise { get; init; }
}
