using Suiying.Design;
using Suiying.Design.Documents;

namespace Suiying.Requests.Model;

/// <content>Its tables.</content>
public sealed partial class ReportDocument
{
    /// <summary>Lines of a table on paper; a workbook holds all rows.</summary>
    private const int MostLines = 20;

    private void Composition()
    {
        Chapter("诉求构成");
        parts.Add(
            Counts(
                "按类型",
                "类型",
                book.ByType.Select(t =>
                    (RequestTexts.Of(t.Type), t.Count, new ReportFilter { Figure = ReportFigure.Received, Type = t.Type })
                )
            )
        );
        parts.Add(
            Counts(
                "按渠道",
                "渠道",
                book.ByChannel.Select(c =>
                    (RequestTexts.Of(c.Channel), c.Count, new ReportFilter { Figure = ReportFigure.Received, Channel = c.Channel })
                )
            )
        );
        parts.Add(
            Table(
                "按类别",
                "类别",
                book.ByCategory.Where(l => l.Counts[ReportFigure.Received] > 0),
                (line, figure) => new ReportFilter { Figure = figure, Category = line.Code },
                [ReportFigure.Received, ReportFigure.Repeated, ReportFigure.Gathered],
                compared: true
            )
        );
    }

    private void Work()
    {
        Chapter("办理情况");
        parts.Add(
            Table(
                "按县（市、区）",
                "县（市、区）",
                book.ByCounty,
                (line, figure) => new ReportFilter { Figure = figure, County = line.Code },
                [ReportFigure.Received, ReportFigure.Replied, ReportFigure.Open, ReportFigure.Overdue, ReportFigure.Returned],
                compared: true
            )
        );
        parts.Add(
            Table(
                "按承办单位",
                "承办单位",
                book.ByUnit.Where(l => l.Code.Length > 0)
                    .OrderByDescending(l => l.Counts[ReportFigure.Overdue])
                    .ThenByDescending(l => l.Counts[ReportFigure.Open]),
                (line, figure) => new ReportFilter { Figure = figure, Unit = line.Code },
                [ReportFigure.Replied, ReportFigure.Open, ReportFigure.Overdue, ReportFigure.Returned, ReportFigure.Again],
                compared: false
            )
        );
    }

    private DocumentTable Counts(string caption, string head, IEnumerable<(string Name, int Count, ReportFilter Filter)> lines) =>
        new(
            Translations.Of(caption),
            [new DocumentColumn(Translations.Of(head)), new DocumentColumn(Translations.Of("登记"), Number: true)],
            [
                .. lines.Select(l =>
                    (IReadOnlyList<DocumentCell>)[new(Translations.Of(l.Name)), new(Moments.Count(l.Count), l.Filter.Href(report.Id))]
                ),
            ]
        );

    private DocumentTable Table(
        string caption,
        string head,
        IEnumerable<ReportLine> lines,
        Func<ReportLine, ReportFigure, ReportFilter> of,
        ReportFigure[] figures,
        bool compared
    )
    {
        var all = lines.ToList();
        var kept = figures.Contains(ReportFigure.Replied);
        var columns = new List<DocumentColumn> { new(Translations.Of(head)) };
        columns.AddRange(figures.Select(f => new DocumentColumn(Translations.Of(f.Name()), Number: true)));
        if (compared)
            columns.AddRange([new DocumentColumn(Compared, Number: true), new DocumentColumn(Translations.Of("变化"), Number: true)]);
        if (kept)
            columns.Add(new DocumentColumn(Translations.Of("按期答复率"), Number: true));
        return new DocumentTable(
            Translations.Of(caption),
            columns,
            [.. all.Take(MostLines).Select(Row)],
            all.Count > MostLines ? Translations.Of("只列前{0}行，共{1}行；全部明细在 Excel 里。", MostLines, all.Count) : null
        );

        IReadOnlyList<DocumentCell> Row(ReportLine line)
        {
            var cells = new List<DocumentCell> { new(line.Name) };
            cells.AddRange(figures.Select(f => new DocumentCell(Moments.Count(line.Counts[f]), LinkOf(f, line.Counts, of(line, f)))));
            if (compared)
                cells.AddRange([new(Compare(line.Before)), new(Change(line.Counts[ReportFigure.Received], line.Before))]);
            if (kept)
                cells.Add(new(line.Counts.KeptReplies.ToString()));
            return cells;
        }
    }
}
