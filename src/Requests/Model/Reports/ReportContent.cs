using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>One request as a report counted it: codes and, as <see cref="Figures"/>, a bit for each <see cref="ReportFigure"/> that counts it; nothing that a person said.</summary>
public sealed record ReportRow(long Serial, RequestType Type, Channel Channel, string? Category, string? County, string? Unit, int Figures)
{
    public bool Has(ReportFigure figure) => (Figures >> (int)figure & 1) == 1;
}

/// <summary>One day of the curve.</summary>
public sealed record ReportDay(DateOnly Date, int Received, int Ended);

/// <summary>The telephone in the period; only in the report of the whole city for one day.</summary>
public sealed record ReportPhone(int Offered, int Answered, double? ConnectRate, double? ServiceLevel, int AnswerSeconds);

/// <summary>
/// The numbers of a report as they were when it was made. The rows behind them are kept with it, so that every number opens to the very requests that
/// it counted, however they went on.
/// </summary>
public sealed record ReportContent
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public required DateTimeOffset AsOf { get; init; }

    public required IReadOnlyList<ReportRow> Rows { get; init; }

    /// <summary>How many were registered in the days with which it is compared: all, by category and by county, as <see cref="KeyOf"/> names them.</summary>
    public required IReadOnlyDictionary<string, int> Before { get; init; }

    /// <summary>Days of that comparison.</summary>
    public required int BeforeDays { get; init; }

    public required IReadOnlyList<ReportDay> Days { get; init; }

    public ReportPhone? Phone { get; init; }

    /// <summary>True where one of the rows was made by a generator.</summary>
    public bool Synthetic { get; init; }

    public static string KeyOf(string kind, string? code) => $"{kind}:{code}";

    public byte[] Pack()
    {
        using var memory = new MemoryStream();
        using (var packed = new BrotliStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(packed, this, Json);
        return memory.ToArray();
    }

    public static ReportContent Unpack(byte[] packed)
    {
        using var plain = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ReportContent>(plain, Json) ?? throw new InvalidDataException("An empty report.");
    }

    /// <summary>Counts some requests; the rows that no figure counts are left out.</summary>
    public static ReportContent Of(ReportCount count)
    {
        var (scope, times) = (count.Scope, count.Scope.Times(count.City, count.AsOf));
        var inside = count.Rows.Where(scope.In(count.City)).ToList();
        var roots = new Dictionary<string, string>();
        var rows = new List<ReportRow>();
        foreach (var row in inside)
        {
            var mask = ReportFigures.All.Where(f => f.Counts(row, times)).Aggregate(0, (bits, f) => bits | 1 << (int)f);
            if (mask != 0)
                rows.Add(new ReportRow(row.Serial, row.Type, row.Channel, row.Category, row.County, row.Unit, mask));
        }
        var before = inside.Where(r => r.RegisteredAt >= count.BeforeStart && r.RegisteredAt < times.Start).ToList();
        var counts = new Dictionary<string, int> { [KeyOf("all", null)] = before.Count };
        foreach (var group in before.GroupBy(r => KeyOf("county", r.County)).Concat(before.GroupBy(r => KeyOf("category", r.Category))))
            counts[group.Key] = group.Count();
        return new ReportContent
        {
            AsOf = count.AsOf,
            Rows = [.. rows.OrderByDescending(r => r.Serial)],
            Before = counts,
            BeforeDays = scope.From.DayNumber - count.City.Calendar.DateOf(count.BeforeStart).DayNumber,
            Days = DaysOf(inside, count),
            Phone = count.Phone,
            Synthetic = inside.Any(r => r.Synthetic),
        };
    }

    private static List<ReportDay> DaysOf(List<BoardRow> rows, ReportCount count)
    {
        var first = count.City.Calendar.DateOf(count.CurveStart);
        var days = count.Scope.To.DayNumber - first.DayNumber + 1;
        var (received, ended) = (new int[days], new int[days]);
        foreach (var row in rows)
        {
            Count(received, row.RegisteredAt);
            Count(ended, row.EndedAt);
        }
        return [.. Enumerable.Range(0, days).Select(i => new ReportDay(first.AddDays(i), received[i], ended[i]))];

        void Count(int[] into, DateTimeOffset? at)
        {
            if (at is { } known && count.City.Calendar.DateOf(known).DayNumber - first.DayNumber is >= 0 and var day && day < days)
                into[day]++;
        }
    }
}
