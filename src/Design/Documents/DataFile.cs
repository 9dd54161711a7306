using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Suiying.Kernel;

namespace Suiying.Design.Documents;

/// <summary>
/// 数据文件: a table for programs, as CSV, JSON or Parquet, written as it is read. Names of columns are for programs and in no language; an empty value is
/// empty, null and null.
/// </summary>
public static class DataFile
{
    /// <summary>The end of a route: <c>/figures.csv</c>, <c>.json</c> or <c>.parquet</c>.</summary>
    public const string Ending = "{ending:regex(^(csv|json|parquet)$)}";

    /// <summary>What the answer is called in HTTP.</summary>
    public static string ContentType(string ending) =>
        ending switch
        {
            "csv" => "text/csv; charset=utf-8",
            "json" => "application/json; charset=utf-8",
            _ => "application/vnd.apache.parquet",
        };

    /// <summary>Writes a table.</summary>
    /// <param name="ending">csv, json or parquet.</param>
    /// <param name="table">What is written.</param>
    /// <param name="to">Where.</param>
    /// <param name="ct">Gives up; what was written so far is no whole file.</param>
    public static Task Write(string ending, DataTable table, Stream to, CancellationToken ct) =>
        ending switch
        {
            "csv" => Csv(table, to, ct),
            "json" => Json(table, to, ct),
            _ => ParquetTable.Write(table, to, ct),
        };

    private static async Task Csv(DataTable table, Stream to, CancellationToken ct)
    {
        await to.WriteAsync(CsvText.Row(table.Columns.Select(c => c.Name), first: true), ct);
        await foreach (var part in table.Parts.WithCancellation(ct))
            await to.WriteAsync(CsvText.Rows(part.Select(row => row.Select(Text))), ct);
    }

    private static async Task Json(DataTable table, Stream to, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        if (table.About.Count > 0)
        {
            json.WriteStartObject();
            foreach (var (name, value) in table.About)
                json.WriteString(name, value);
            json.WriteStartArray("rows");
        }
        else
            json.WriteStartArray();
        await foreach (var part in table.Parts.WithCancellation(ct))
        {
            foreach (var row in part)
            {
                json.WriteStartObject();
                foreach (var (column, value) in table.Columns.Zip(row))
                {
                    json.WritePropertyName(column.Name);
                    Value(json, value);
                }
                json.WriteEndObject();
            }
            await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        if (table.About.Count > 0)
            json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A table for programs.</summary>
/// <param name="Columns">Names and types.</param>
/// <param name="Parts">Rows, some at a time, each with a value for each column.</param>
public sealed record DataTable(IReadOnlyList<DataColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?[]>> Parts)
{
    /// <summary>What holds of the whole table, such as its month; where there is nothing, JSON is a plain list.</summary>
    public IReadOnlyDictionary<string, string> About { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows that are all there.</summary>
    public static DataTable Of(IReadOnlyList<DataColumn> columns, IReadOnlyList<object?[]> rows) => new(columns, One(rows));

    private static async IAsyncEnumerable<IReadOnlyList<object?[]>> One(IReadOnlyList<object?[]> rows)
    {
        await Task.CompletedTask;
        yield return rows;
    }
}

/// <summary>One column.</summary>
/// <param name="Name">For programs.</param>
/// <param name="Kind">Of its values.</param>
public sealed record DataColumn(string Name, DataKind Kind);

/// <summary>What a column holds.</summary>
public enum DataKind
{
    Text,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers with a fraction.</summary>
    Number,
}
