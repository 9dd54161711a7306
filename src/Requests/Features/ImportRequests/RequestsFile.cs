using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Engines.Tables;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>One request as the table has it, checked.</summary>
internal sealed record ImportedRow
{
    public required int Row { get; init; }
    public required string Id { get; init; }
    public required Intake Intake { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? Due { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public Unit? Unit { get; init; }
    public string Reply { get; init; } = "";
}

/// <summary>Reads requests of another system through a map. Every bad row is told; a bad row never becomes a request.</summary>
internal sealed class RequestsFile(ImportMap map, TableFile table, CitySnapshot city, IPlaceFinder places, DateTimeOffset now)
{
    public const string Open = "open";
    public const string Closed = "closed";

    private static readonly string[] UsualTimes =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy/M/d H:m:s",
        "yyyy/M/d H:m",
        "yyyy-MM-dd",
        "yyyy/M/d",
    ];

    private readonly TimeZoneInfo zone = map.TimeZone is { } named ? CityZone.Find(named) : city.Calendar.Zone;
    private readonly string[] times = map.Times.Count > 0 ? [.. map.Times, "yyyy-MM-dd HH:mm:ss"] : UsualTimes;
    private readonly Dictionary<string, int> columns = table
        .Header.Select((name, at) => (name, at))
        .Where(c => c.name.Length > 0)
        .ToDictionary(c => c.name, c => c.at);
    private readonly Dictionary<string, int> seen = [];
    private readonly Dictionary<(double, double), NearPlace?> near = [];
    private readonly List<RowProblem> problems = [];

    public IReadOnlyList<RowProblem> Problems => problems;

    public int Rows { get; private set; }

    /// <summary>The good ones, as they are read.</summary>
    public IEnumerable<ImportedRow> Read()
    {
        foreach (var row in table.Rows)
        {
            Rows++;
            if (row.Fault is { } fault)
                problems.Add(fault);
            else if (ReadRow(row) is { } good)
                yield return good;
        }
    }

    public void Report(int row, string field, Phrase problem, Phrase expected) =>
        problems.Add(new RowProblem(row, field, problem.ToString(), expected.ToString()));

    private ImportedRow? ReadRow(TableRow row)
    {
        var before = problems.Count;
        string Cell(string? column) => column is null ? "" : row.Cells[columns[column]];
        void Bad(string? column, Phrase problem, Phrase expected) => Report(row.Number, column ?? "-", problem, expected);

        var id = Cell(map.Id);
        if (id.Length is 0 or > 100)
            Bad(map.Id, id.Length == 0 ? "没有编号。" : "编号太长。", "1 至 100 个字，每件不同");
        else if (!seen.TryAdd(id, row.Number))
            Bad(map.Id, $"编号 {id} 在第 {seen[id]} 行已经有了。", "每件一个编号");
        var at = Time(row, map.Registered, Cell(map.Registered), required: true);
        var due = Time(row, map.Due, Cell(map.Due), required: false);
        var ended = Time(row, map.Ended, Cell(map.Ended), required: false);
        if (due < at)
            Bad(map.Due, $"期限 {Cell(map.Due)} 早于登记时间 {Cell(map.Registered)}。", "不早于登记时间");
        if (ended < at)
            Bad(map.Ended, $"办结时间 {Cell(map.Ended)} 早于登记时间 {Cell(map.Registered)}。", "不早于登记时间");
        if (ended > now || at > now)
            Bad(ended > now ? map.Ended : map.Registered, "时间在将来。", "不晚于现在");
        var state = Code(row, map.State, Cell(map.State?.Column), code => code is Open or Closed);
        if (state == Closed && ended is null && map.Ended is not null)
            Bad(map.Ended, "已办结，却没有办结时间。", "办结时间");
        if (state == Open && ended is not null)
            Bad(map.State!.Column, "未办结，却有办结时间。", "两者一致");
        var category = Code(row, map.Category, Cell(map.Category?.Column), code => city.Categories.Find(code) is not null);
        var unit = Code(row, map.Unit, Cell(map.Unit?.Column), code => city.Units.Find(code) is not null);
        var where = PlaceOf(row, Cell);
        var text = string.Join('\n', map.Text.Select(column => Cell(column)).Where(t => t.Length > 0).Distinct());
        var title = map.Title is null ? "" : ImportIds.Title(Cell(map.Title).ReplaceLineEndings(" "));
        if (problems.Count > before)
            return null;
        return new ImportedRow
        {
            Row = row.Number,
            Id = id,
            At = at!.Value,
            Due = due,
            EndedAt = ended,
            Unit = city.Units.Find(unit),
            Reply = Cell(map.Reply),
            Intake = new Intake
            {
                Type = RequestType.Other,
                Channel = Channel.Import,
                Title = title,
                Text = text,
                Category = category,
                Where = where,
                WantsReply = false,
                Source = $"{map.Source}/{id}",
            },
        };
    }

    /// <summary>The code for a word: what the map lists, else what it says for the rest, else the word itself where it lists nothing.</summary>
    private string? Code(TableRow row, MappedColumn? mapped, string word, Func<string, bool> known)
    {
        if (mapped is null)
            return null;
        if (mapped.Values.TryGetValue(word, out var code) || (code = mapped.Otherwise) is not null || word.Length == 0)
            return string.IsNullOrEmpty(code) ? null : code;
        if (mapped.Values.Count == 0 && known(word))
            return word;
        Phrase expected =
            mapped.Values.Count == 0 ? (Phrase)"本市的代码" : (Phrase)$"对照表列出的词，如 {string.Join('、', mapped.Values.Keys.Take(3))}";
        Report(row.Number, mapped.Column, $"“{Short(word)}”没有对应的代码。", expected);
        return null;
    }

    private PlaceOfMatter PlaceOf(TableRow row, Func<string?, string> cell)
    {
        var text = cell(map.Place);
        var place = new PlaceOfMatter { Text = text.Length > 200 ? text[..200] : text };
        if (Code(row, map.Area, cell(map.Area?.Column), code => city.Areas.Find(code) is not null) is { } area)
            place = place with { Area = area };
        var (longitude, latitude) = (cell(map.Longitude), cell(map.Latitude));
        if (longitude.Length == 0 && latitude.Length == 0)
            return place;
        if (Degrees(row, map.Longitude!, longitude, 180) is not { } x || Degrees(row, map.Latitude!, latitude, 90) is not { } y)
            return place;
        if (!near.TryGetValue((x, y), out var found))
            near[(x, y)] = found = places.NearestVillage(x, y);
        if (found is null)
            Report(row.Number, map.Longitude!, $"位置 {longitude},{latitude} 不在本市附近。", "WGS-84 的度，先经度后纬度");
        // An area that follows from a point waits for a person to confirm it.
        return place with { Longitude = x, Latitude = y, Area = place.Area ?? found?.Area.Code };
    }

    private double? Degrees(TableRow row, string column, string text, double most)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            return degrees;
        Report(row.Number, column, $"“{Short(text)}”不是经纬度。", $"-{most} 至 {most}，如 42.3594");
        return null;
    }

    private DateTimeOffset? Time(TableRow row, string? column, string text, bool required)
    {
        if (text.Length == 0 && !required)
            return null;
        if (
            DateTime.TryParseExact(text, times, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)
            && local.Year is >= 1950 and < 2200
        )
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        Report(row.Number, column ?? "-", text.Length == 0 ? (Phrase)"没有时间。" : (Phrase)$"“{Short(text)}”不是日期和时间。", times[0]);
        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
