using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Design.Documents;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The daily scores as they are read: on the page, as PDF, in Word and Excel; in the language of whoever reads.</summary>
internal static class DailyDocument
{
    public static PrintedDocument Of(ReadDaily.View view, CitySnapshot city, IStringLocalizer<Texts> t)
    {
        var score = new ScoreParts(t, t["前一日"], view.Scheme.LeastCallbacks);
        var parts = new List<DocumentPart> { score.Whole(view.Together, view.Together.By(view.Scheme), view.Before) };
        if (view.Together.Valid == 0)
            parts.Add(new DocumentParagraph(t["这一天还没有一件诉求完成有效回访。"]));
        foreach (var group in view.Groups)
            parts.AddRange(Group(group, view, score, t));
        parts.Add(new DocumentHeading(t["怎么算的"]));
        parts.Add(
            new DocumentParagraph(
                t["一件诉求在一个考核月里以最后一次回答为准：后来又回访的，算在后来那一天，所以前几天的数会变少。本月累计到这一刻为止。"],
                Small: true
            )
        );
        parts.AddRange(SchemeWords.Of(view.Scheme, view.Month.Version, t).Select(sentence => new DocumentParagraph(sentence, Small: true)));
        return new PrintedDocument
        {
            Title = TitleOf(view, city, t),
            Under = [view.Span.Words(city.Calendar, t)],
            Mark = view.Synthetic || city.City.Synthetic ? t["演示数据"].Value : null,
            Foot = t["{0} {1} · 只评价单位，不评价任何个人", city.City.Name, city.City.Hotline],
            Parts = parts,
        };
    }

    public static string TitleOf(ReadDaily.View view, CitySnapshot city, IStringLocalizer<Texts> t) =>
        t["{0}接诉即办考核日报（{1}）", city.City.Name, Moments.Day(view.Span.Day)];

    private static IEnumerable<DocumentPart> Group(ReadDaily.Group group, ReadDaily.View view, ScoreParts score, IStringLocalizer<Texts> t)
    {
        const int Ends = ScoreParts.Ends;
        var name = t[group.Kind.Chinese()].Value;
        yield return new DocumentHeading(name);
        yield return new DocumentParagraph(
            t[
                "这一天有回访的 {0} 个单位，有效回访 {1} 件，合计得分 {2}。",
                group.Rows.Count,
                Moments.Count(group.Together.Valid),
                RateWords.Score(group.Together.By(view.Scheme).Score)
            ]
        );
        var ranked = group.Rows.Where(r => r.Rank is not null).ToList();
        if (ranked.Count > 2 * Ends)
        {
            yield return Table(t["{0}排名前 {1} 位", name, Ends], ranked.Take(Ends));
            yield return Table(t["{0}排名后 {1} 位", name, Ends], ranked.TakeLast(Ends));
        }
        else
            yield return Table(name, group.Rows.Take(2 * Ends));
        var left = group.Rows.Count - Math.Min(group.Rows.Count, 2 * Ends);
        if (left > 0)
            yield return new DocumentParagraph(t["其余 {0} 个单位见 Excel 文件。", left], Small: true);

        DocumentTable Table(string caption, IEnumerable<UnitScore> rows) =>
            score.Units(caption, rows, view.ThisMonth, row => view.SoFar(row.Unit));
    }
}
