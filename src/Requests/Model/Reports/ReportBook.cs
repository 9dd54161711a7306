using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>All figures over some rows of a report.</summary>
public sealed class ReportCounts
{
    private readonly int[] counts = new int[ReportFigures.All.Count];

    public int this[ReportFigure figure] => counts[(int)figure];

    public Share KeptReplies => new(this[ReportFigure.RepliedInTime], this[ReportFigure.Replied]);

    public Share Reached => new(this[ReportFigure.CalledBack], this[ReportFigure.Closed]);

    public Share Contacted => new(this[ReportFigure.Contacted], this[ReportFigure.CalledBack]);

    public Share Solved => new(this[ReportFigure.Solved], this[ReportFigure.CalledBack]);

    public Share Satisfied => new(this[ReportFigure.Satisfied], this[ReportFigure.CalledBack]);

    internal void Add(ReportRow row)
    {
        foreach (var figure in ReportFigures.All)
            counts[(int)figure] += row.Has(figure) ? 1 : 0;
    }
}

/// <summary>One line of a report's table.</summary>
/// <param name="Code">Of the county, unit or category; empty for none.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="Counts">Its figures.</param>
/// <param name="Before">How many were registered in the days with which it is compared, brought to the length of the period.</param>
public sealed record ReportLine(string Code, string Name, ReportCounts Counts, double Before);

/// <summary>The numbers of a report, grouped as it shows them.</summary>
public sealed class ReportBook
{
    private readonly ReportContent content;
    private readonly double scale;

    public ReportBook(Report report, ReportContent content, CitySnapshot city)
    {
        this.content = content;
        scale = content.BeforeDays == 0 ? 0 : (double)report.Scope.Days / content.BeforeDays;
        foreach (var row in content.Rows)
            All.Add(row);
        ByCounty = Lines(r => r.County, "county", code => city.Areas.Find(code)?.Name ?? Translations.Of("地点未定"));
        ByUnit = Lines(r => r.Unit, "unit", code => code.Length == 0 ? Translations.Of("未派单") : city.Units.NameOf(code));
        ByCategory = Lines(
            r => r.Category,
            "category",
            code => city.Categories.Find(code) is null ? Translations.Of("未分类") : city.Categories.FullName(code)
        );
    }

    public ReportCounts All { get; } = new();

    public double BeforeAll => Before("all", "");

    public IReadOnlyList<ReportLine> ByCounty { get; }

    public IReadOnlyList<ReportLine> ByUnit { get; }

    public IReadOnlyList<ReportLine> ByCategory { get; }

    public IEnumerable<(Channel Channel, int Count)> ByChannel =>
        Received.GroupBy(r => r.Channel).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key);

    public IEnumerable<(RequestType Type, int Count)> ByType =>
        Received.GroupBy(r => r.Type).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key);

    private IEnumerable<ReportRow> Received => content.Rows.Where(r => r.Has(ReportFigure.Received));

    private double Before(string kind, string code) =>
        scale * (content.Before.TryGetValue(ReportContent.KeyOf(kind, code), out var count) ? count : 0);

    private List<ReportLine> Lines(Func<ReportRow, string?> codeOf, string kind, Func<string, string> nameOf)
    {
        var groups = new Dictionary<string, ReportCounts>();
        foreach (var row in content.Rows)
        {
            var code = codeOf(row) ?? "";
            if (!groups.TryGetValue(code, out var counts))
                groups[code] = counts = new ReportCounts();
            counts.Add(row);
        }
        return
        [
            .. groups
                .Select(g => new ReportLine(g.Key, nameOf(g.Key), g.Value, Before(kind, g.Key)))
                .OrderByDescending(l => l.Counts[ReportFigure.Received])
                .ThenBy(l => l.Code, StringComparer.Ordinal),
        ];
    }
}
