using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Design.Documents;

namespace Suiying.Requests.Model;

/// <summary>A report as it is read: on the page, as PDF, in Word and Excel; in the language of whoever reads.</summary>
public sealed partial class ReportDocument
{
    /// <summary>Of fewer a percentage says nothing (示例); the difference is shown.</summary>
    private const double LeastCompared = 5;

    private readonly Report report;
    private readonly ReportContent content;
    private readonly CitySnapshot city;
    private readonly ReportBook book;
    private readonly List<DocumentPart> parts = [];
    private int chapters;

    private ReportDocument(Report report, ReportContent content, CitySnapshot city)
    {
        (this.report, this.content, this.city) = (report, content, city);
        book = new ReportBook(report, content, city);
    }

    public static PrintedDocument Of(Report report, ReportContent content, CitySnapshot city)
    {
        var document = new ReportDocument(report, content, city);
        document.Write();
        return new PrintedDocument
        {
            Title = report.Title,
            Under = [.. document.Under()],
            Mark = content.Synthetic || city.City.Synthetic ? Translations.Of("演示数据") : null,
            Foot = Translations.Of("{0} {1} · 不含举报和要求保密的诉求", city.City.Name, city.City.Hotline),
            Parts = document.parts,
        };
    }

    /// <summary>2026年第12期, or that it is a draft.</summary>
    public static string NumberOf(Report report) =>
        report.Issue == 0
            ? Translations.Of("草稿，尚未签发")
            : Translations.Of("{0}年第{1}期", report.Year.ToString(CultureInfo.InvariantCulture), report.Issue);

    public static string PeriodOf(Report report) =>
        report.From == report.To ? Moments.Day(report.From) : Translations.Of("{0}至{1}", Moments.Day(report.From), Moments.Day(report.To));

    /// <summary>Area, unit and category, where it is not the whole city.</summary>
    public static string SubjectOf(Report report, CitySnapshot city)
    {
        string[] named =
        [
            report.Area.Length == 0 ? ""
            : city.Areas.FullName(report.Area) is { Length: > 0 } area ? area
            : report.Area,
            report.Unit.Length == 0 ? "" : Translations.Of("{0}及下属", city.Units.NameOf(report.Unit)),
            report.Category.Length == 0 ? "" : city.Categories.FullName(report.Category),
        ];
        return named.Any(n => n.Length > 0) ? string.Join(" · ", named.Where(n => n.Length > 0)) : Translations.Of("全市");
    }

    private IEnumerable<string> Under()
    {
        yield return $"{NumberOf(report)} · {PeriodOf(report)} · {SubjectOf(report, city)}";
        if (report.IssuedAt is { } at)
            yield return Translations.Of("签发：{0}，{1}", report.IssuedByName, city.Long(at));
        if (report.State == ReportState.Withdrawn)
            yield return Translations.Of("已撤回：{0}", report.WithdrawnReason);
        yield return Translations.Of("数字截至{0}", city.Long(content.AsOf));
    }

    private void Write()
    {
        if (report.Lead.Length > 0)
            parts.Add(new DocumentParagraph(report.Lead));
        Overview();
        if (content.Phone is { } phone)
            Telephone(phone);
        Words("主要问题", report.Problems);
        Composition();
        Work();
        Words("原因分析", report.Causes);
        Words(report.Kind == ReportKind.Daily ? "提请关注" : "工作建议", report.Advice);
        parts.Add(
            new DocumentParagraph(
                Translations.Of(
                    "办结与解决分开统计：办结是流程走完，解决由诉求人在回访中确认。率均按合计数计算，n为0时不计率。在办、超期等按成稿时刻计。"
                ),
                Small: true
            )
        );
    }

    private void Chapter(string title)
    {
        chapters++;
        var number =
            Translations.LanguageOf(CultureInfo.CurrentUICulture) == Translations.English
                ? $"{chapters}. "
                : "一二三四五六七八九十"[chapters - 1] + "、";
        parts.Add(new DocumentHeading(number + Translations.Of(title)));
    }

    private void Words(string title, string text)
    {
        if (text.Length == 0)
            return;
        Chapter(title);
        parts.Add(new DocumentParagraph(text));
    }

    private void Overview()
    {
        Chapter("总体情况");
        var all = book.All;
        string N(ReportFigure figure) => Moments.Count(all[figure]);
        parts.Add(
            new DocumentParagraph(
                Translations.Of(
                    "{0}共登记诉求{1}件，{2}{3}件（{4}）；其中特急{5}件，重复诉求{6}件，与他人反映同一事项的{7}件，当场答复{8}件。",
                    PeriodOf(report),
                    N(ReportFigure.Received),
                    Compared,
                    Compare(book.BeforeAll),
                    Change(all[ReportFigure.Received], book.BeforeAll),
                    N(ReportFigure.Urgent),
                    N(ReportFigure.Repeated),
                    N(ReportFigure.Gathered),
                    N(ReportFigure.AtOnce)
                ) + Top()
            )
        );
        parts.Add(
            new DocumentParagraph(
                Translations.Of(
                    "期间答复{0}件，按期答复率{1}；办结{2}件，有效回访{3}件，解决率{4}，满意率{5}。",
                    N(ReportFigure.Replied),
                    all.KeptReplies,
                    N(ReportFigure.Closed),
                    N(ReportFigure.CalledBack),
                    all.Solved,
                    all.Satisfied
                )
                    + Translations.Of(
                        "成稿时在办{0}件，其中超期{1}件、退单待处理{2}件、二次办理{3}件、重开{4}件、督办和批示{5}件、特急未签收{6}件。",
                        N(ReportFigure.Open),
                        N(ReportFigure.Overdue),
                        N(ReportFigure.Returned),
                        N(ReportFigure.Again),
                        N(ReportFigure.Reopened),
                        N(ReportFigure.Supervised),
                        N(ReportFigure.UrgentUnsigned)
                    )
            )
        );
        parts.Add(new DocumentFigures([.. Large.Select(Figure), .. Shares().Select(s => Figure(s.Share, s.Name, s.Formula))]));
        parts.Add(Curve());
    }

    private static readonly ReportFigure[] Large =
    [
        ReportFigure.Received,
        ReportFigure.Replied,
        ReportFigure.Closed,
        ReportFigure.Open,
        ReportFigure.Overdue,
        ReportFigure.Returned,
        ReportFigure.Again,
        ReportFigure.Reopened,
        ReportFigure.Repeated,
        ReportFigure.Gathered,
        ReportFigure.Urgent,
        ReportFigure.Supervised,
    ];

    private IEnumerable<(Share Share, string Name, string Formula)> Shares() =>
        [
            (book.All.KeptReplies, "按期答复率", "按期答复 ÷ 答复"),
            (book.All.Contacted, "联系率", "回访确认已联系 ÷ 有效回访"),
            (book.All.Solved, "解决率", "回访确认已解决 ÷ 有效回访"),
            (book.All.Satisfied, "满意率", "满意或基本满意 ÷ 有效回访"),
        ];

    private DocumentFigure Figure(ReportFigure figure) =>
        new(
            Translations.Of(figure.Name()),
            Translations.Of("{0}件", Moments.Count(book.All[figure])),
            Translations.Of(figure.Formula()),
            LinkOf(figure, book.All, new ReportFilter { Figure = figure })
        );

    private static DocumentFigure Figure(Share share, string name, string formula) =>
        new(
            Translations.Of(name),
            share.ToString(),
            $"n={Moments.Count(share.N)}{(share.Interval is var (low, high) ? $" · {Moments.Tenths(low)}–{Moments.Tenths(high)}%" : "")} · {Translations.Of(formula)}"
        );

    private string? LinkOf(ReportFigure figure, ReportCounts counts, ReportFilter filter) =>
        counts[figure] > 0 ? filter.Href(report.Id) : null;

    /// <summary>With what the period is compared.</summary>
    private string Compared => report.Scope.Days == 1 ? Translations.Of("前7日日均") : Translations.Of("之前{0}天", report.Scope.Days);

    /// <summary>A mean with its tenth, a count of as many days whole.</summary>
    private string Compare(double before) => report.Scope.Days == 1 ? Moments.Tenths(before) : Moments.Count((long)Math.Round(before));

    private static string Change(int now, double before)
    {
        if (before < LeastCompared)
            return $"{(now < before ? "−" : "+")}{Moments.Tenths(Math.Abs(now - before))}";
        var percent = 100 * (now - before) / before;
        return Math.Abs(percent) < 0.05 ? Translations.Of("持平")
            : percent > 0 ? Translations.Of("增加{0}%", Moments.Tenths(percent))
            : Translations.Of("减少{0}%", Moments.Tenths(-percent));
    }

    private string Top()
    {
        var top = book.ByCategory.Where(l => l.Code.Length > 0 && l.Counts[ReportFigure.Received] > 0).Take(3).ToList();
        return top.Count == 0
            ? ""
            : Translations.Of(
                "登记最多的类别：{0}。",
                string.Join(
                    '、',
                    top.Select(l =>
                        Translations.Of("{0}（{1}件）", city.Categories.Find(l.Code)?.Name ?? l.Name, l.Counts[ReportFigure.Received])
                    )
                )
            );
    }

    private DocumentCurve Curve() =>
        new(
            Translations.Of("每日登记与终结"),
            Translations.Of("登记按登记日，终结按办结、答复、撤回、不予受理或转出之日。"),
            Translations.Of("日期"),
            [.. content.Days.Select(d => Moments.ShortDay(d.Date))],
            [
                new DocumentLine(Translations.Of("登记"), [.. content.Days.Select(d => d.Received)]),
                new DocumentLine(Translations.Of("终结"), [.. content.Days.Select(d => d.Ended)]),
            ]
        );

    private void Telephone(ReportPhone phone)
    {
        Chapter("热线话务");
        string Percent(double? rate) => rate is { } known ? $"{Moments.Tenths(100 * known)}%" : "—";
        parts.Add(
            new DocumentParagraph(
                Translations.Of(
                    "要求人工接听的来电{0}个，接通{1}个，接通率{2}；{3}秒内接听的占接通的{4}。",
                    Moments.Count(phone.Offered),
                    Moments.Count(phone.Answered),
                    Percent(phone.ConnectRate),
                    phone.AnswerSeconds,
                    Percent(phone.ServiceLevel)
                )
            )
        );
    }
}
