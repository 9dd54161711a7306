using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suiying.Design;

/// <summary>图的画法: which columns of a table are drawn, and how. The script that draws reads it as JSON.</summary>
public sealed record ChartPicture
{
    /// <summary>More lines than these can't be told apart by colour, stroke and mark.</summary>
    public const int MostLines = 4;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It stands in an attribute, which the page encodes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private ChartPicture(ChartKind kind, IReadOnlyList<ChartSeries> series) => (Kind, Series) = (kind, series);

    /// <summary>What is drawn.</summary>
    public ChartKind Kind { get; }

    /// <summary>The one that is drawn first has the first colour. Of columns the second is what was to be expected.</summary>
    public IReadOnlyList<ChartSeries> Series { get; }

    /// <summary>Upper end of the axis of numbers, such as 100 of a score; null where nothing bounds it. Bars and columns begin at 0.</summary>
    public double? Most { get; init; }

    /// <summary>What stands behind the numbers of the axis, such as %.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>排名条 of one column of the table.</summary>
    public static ChartPicture Bars(int column) => new(ChartKind.Bars, [new ChartSeries(column)]);

    /// <summary>折线 of one to <see cref="MostLines"/> columns.</summary>
    public static ChartPicture Lines(params IReadOnlyList<ChartSeries> lines) =>
        lines.Count is > 0 and <= MostLines
            ? new(ChartKind.Lines, lines)
            : throw new ArgumentException($"1 to {MostLines} lines, not {lines.Count}.", nameof(lines));

    /// <summary>直方图 of one column, beside the column of what was to be expected.</summary>
    public static ChartPicture Columns(int column, int expected) =>
        new(ChartKind.Columns, [new ChartSeries(column), new ChartSeries(expected)]);

    /// <summary>For the script.</summary>
    /// <param name="table">What is drawn.</param>
    /// <param name="said">A sentence for each row, told where it is pointed at.</param>
    internal string Json(ChartTable table, IEnumerable<string> said)
    {
        var series = Series.Select(s =>
        {
            var cells = table.Rows.Select(r => r.Cells[s.Column]).ToList();
            var ranges = Kind is ChartKind.Bars || s.Band;
            return new
            {
                Name = table.Columns[s.Column],
                Values = cells.Select(c => Short(c.Value)),
                Texts = Kind is ChartKind.Bars ? cells.Select(c => c.Text) : null,
                Ranges = ranges ? cells.Select(c => c.Interval is { } i ? new[] { Short(i.Low), Short(i.High) } : null) : null,
            };
        });
        return JsonSerializer.Serialize(
            new
            {
                Kind,
                Labels = table.Rows.Select(r => r.Label),
                Said = said,
                Most,
                Suffix,
                Series = series,
            },
            Format
        );
    }

    /// <summary>Finer than anybody sees, without the tail of a division.</summary>
    private static double? Short(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
