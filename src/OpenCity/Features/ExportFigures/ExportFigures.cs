using System.Globalization;
using Suiying.Design;
using Suiying.Design.Documents;
using Suiying.OpenCity.Model;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Features;

/// <summary>公开数据: what was published, for programs. For everybody.</summary>
public sealed class ExportFigures(OpenBook book)
{
    private static readonly DataColumn[] FigureColumns =
    [
        new("month", DataKind.Text),
        new("area", DataKind.Text),
        new("area_name", DataKind.Text),
        new("category", DataKind.Text),
        new("category_name", DataKind.Text),
        new("received", DataKind.Whole),
        new("due", DataKind.Whole),
        new("on_time_percent", DataKind.Whole),
        new("asked", DataKind.Whole),
        new("solved_percent", DataKind.Whole),
        new("satisfied_percent", DataKind.Whole),
    ];

    private static readonly DataColumn[] MonthColumns =
    [
        new("month", DataKind.Text),
        new("revision", DataKind.Whole),
        new("published_at", DataKind.Text),
        new("reason", DataKind.Text),
        new("synthetic", DataKind.Text),
    ];

    public sealed record Query
    {
        /// <summary>Null for the newest.</summary>
        public DateOnly? Month { get; init; }

        /// <summary>Code of an area; null for all.</summary>
        public string? Area { get; init; }

        /// <summary>Code of a category, empty for the lines of all categories together; null for every line.</summary>
        public string? Category { get; init; }
    }

    /// <summary>A table, and a tag that changes when it does.</summary>
    public sealed record Made(DataTable Table, string Name, string Tag);

    public async Task<Outcome<Made>> Run(Query query, CancellationToken ct)
    {
        if (await book.Find(query.Month, ct) is not { } month)
            return new NotPublished();
        var keys = book.Keys;
        var rows = (await book.All(month.Month, ct))
            .Where(f => (query.Area is null || f.Area == query.Area) && (query.Category is null || f.Category == query.Category))
            .Select(f =>
                new object?[]
                {
                    IsoMonth.Of(f.Month),
                    f.Area,
                    keys.NameOf(OpenKind.Area, f.Area),
                    f.Category,
                    keys.NameOf(OpenKind.Category, f.Category),
                    f.Received,
                    f.Due,
                    f.OnTime,
                    f.Asked,
                    f.Solved,
                    f.Satisfied,
                }
            )
            .ToList();
        if (rows.Count == 0)
            return new NotPublished();
        var about = new Dictionary<string, string>
        {
            ["city"] = book.City.City.Name,
            ["month"] = IsoMonth.Of(month.Month),
            ["revision"] = month.Revision.ToString(CultureInfo.InvariantCulture),
            ["published_at"] = Time(month.At),
            ["smallest_published"] = MonthFigures.Least.ToString(CultureInfo.InvariantCulture),
            ["data"] = month.Synthetic ? "演示数据 synthetic" : "real",
        };
        return new Made(DataTable.Of(FigureColumns, rows) with { About = about }, $"figures-{IsoMonth.Of(month.Month)}", TagOf([month]));
    }

    public async Task<Outcome<Made>> Months(CancellationToken ct)
    {
        var months = await book.Months(ct);
        var rows = months
            .Select(m => new object?[] { IsoMonth.Of(m.Month), m.Revision, Time(m.At), m.Reason, m.Synthetic ? "yes" : "no" })
            .ToList();
        return new Made(DataTable.Of(MonthColumns, rows), "months", TagOf(months));
    }

    private string TagOf(IReadOnlyList<OpenMonth> months) =>
        $"\"{book.City.Version}-{string.Join('-', months.Select(m => $"{m.Month:yyyyMM}r{m.Revision}").Take(24))}\"";

    private string Time(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, book.City.Calendar.Zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
