using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Design.Documents;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The bulletin as it is read: on the page, as PDF, in Word and Excel; in the language of whoever reads.</summary>
internal sealed class BulletinDocument(ReadBulletin.View view, CitySnapshot city, IStringLocalizer<Texts> t)
{
    private const int Ends = ScoreParts.Ends;

    private readonly List<DocumentPart> parts = [];
    private readonly ScoreParts score = new(t, t["上月"], view.Tags.Book.Scheme.LeastCallbacks);
    private int chapters;

    public static PrintedDocument Of(ReadBulletin.View view, CitySnapshot city, IStringLocalizer<Texts> t)
    {
        var document = new BulletinDocument(view, city, t);
        document.Write();
        return new PrintedDocument
        {
            Title = TitleOf(view.Month, city, t),
            Under = [view.Span.Words(t), document.Standing()],
            Mark = view.Synthetic || city.City.Synthetic ? t["演示数据"].Value : null,
            Foot = t["{0} {1} · 只评价单位，不评价任何个人", city.City.Name, city.City.Hotline],
            Parts = document.parts,
        };
    }

    public static string TitleOf(DateOnly month, CitySnapshot city, IStringLocalizer<Texts> t) =>
        t["{0}接诉即办工作情况通报（{1}）", city.City.Name, t["{0:yyyy}年{0:%M}月", month].Value];

    private string Standing() =>
        view.Releases is [var newest, ..]
            ? t["{0}公布，{1}签发", Moments.Long(city.Calendar.Local(newest.At)), newest.ByName]
            : t["还没有公布，数字会随回访和剔除变动。"];

    private void Write()
    {
        Whole();
        foreach (var (scores, classes) in view.Groups.Zip(view.Classes))
            Group(scores, classes);
        Tags();
        Excluded();
        if (view.Releases.Count > 1)
            Revisions();
        Rules();
    }

    private void Whole()
    {
        Heading(t["总体情况"]);
        parts.Add(score.Whole(view.Together, view.Together.By(view.Tags.Book.Scheme), view.Before));
    }

    private void Group(ReadScores.View scores, ListClasses.View classes)
    {
        Heading(t[scores.Group.Chinese()]);
        var ranked = scores.Rows.Where(r => r.Rank is not null).ToList();
        parts.Add(
            new DocumentParagraph(
                t[
                    "有回访的 {0} 个单位，{1} 个有名次；合计得分 {2}。",
                    scores.Rows.Count,
                    ranked.Count,
                    RateWords.Score(scores.Together.By(scores.Scheme).Score)
                ]
            )
        );
        foreach (var each in Enum.GetValues<ScoreClass>())
            if (Named(classes, each) is { Length: > 0 } names)
                parts.Add(new DocumentParagraph(t["{0}：{1}。", t[ScoreWords.Of(each)].Value, names]));
        if (ranked.Count <= 2 * Ends)
            Table(t["{0}排名", t[scores.Group.Chinese()].Value], ranked);
        else
        {
            Table(t["{0}排名前 {1} 位", t[scores.Group.Chinese()].Value, Ends], ranked.Take(Ends));
            Table(t["{0}排名后 {1} 位", t[scores.Group.Chinese()].Value, Ends], ranked.TakeLast(Ends));
        }
    }

    private string Named(ListClasses.View classes, ScoreClass each) =>
        string.Join(
            t["、"],
            each is ScoreClass.Governed ? classes.Governed.Units.Select(u => u.Unit.Name) : classes.Of(each).Select(u => u.Score.Unit.Name)
        );

    private void Table(string caption, IEnumerable<UnitScore> rows)
    {
        var table = score.Units(caption, rows, view.Month);
        if (table.Rows.Count > 0)
            parts.Add(table);
    }

    private void Tags()
    {
        Heading(t["七有五性"]);
        parts.Add(
            new DocumentTable(
                t["七有五性"],
                [new(t["七有五性"]), new(t["有效回访"], true), .. score.Rates()],
                [
                    .. view.Tags.Heads.Select(h =>
                        (IReadOnlyList<DocumentCell>)
                            [new(h.Name is { } name ? t[name] : t["没有标注"]), .. ScoreParts.Counted(h.Counts, h.Rates)]
                    ),
                ],
                t["全市，按诉求的类别归入。"]
            )
        );
    }

    private void Excluded()
    {
        Heading(t["剔除"]);
        if (view.Groups is not [{ Excluded: { Count: > 0 } grounds }, ..])
        {
            parts.Add(new DocumentParagraph(t["全市这个月没有剔除。"]));
            return;
        }
        parts.Add(
            new DocumentTable(
                t["剔除的事由"],
                [new(t["事由"]), new(t["件数"], true), new(t["占比"], true)],
                [
                    .. grounds.Select(g =>
                        (IReadOnlyList<DocumentCell>)
                            [new(t[ExclusionWords.Of(g.Ground)]), new(Moments.Count(g.Count)), new(Moments.Percent(g.Share, 2))]
                    ),
                ],
                t[
                    "全市这个月回答了 {0} 件，剔除 {1} 件，占 {2}。",
                    Moments.Count(grounds[0].Answered),
                    Moments.Count(grounds.Sum(g => g.Count)),
                    Moments.Percent(grounds.Sum(g => g.Share), 1)
                ]
            )
        );
    }

    private void Revisions()
    {
        Heading(t["修订"]);
        foreach (var release in view.Releases.Where(r => r.Revision > 1))
            parts.Add(
                new DocumentParagraph(
                    t[
                        "第 {0} 次修订：{1}，{2}签发，原因：{3}",
                        release.Revision - 1,
                        Moments.Long(city.Calendar.Local(release.At)),
                        release.ByName,
                        release.Reason
                    ]
                )
            );
    }

    private void Rules()
    {
        Heading(t["怎么算的"]);
        foreach (var sentence in SchemeWords.Of(view.Tags.Book.Scheme, view.Tags.Book.Version, t))
            parts.Add(new DocumentParagraph(sentence, Small: true));
        if (view.Releases is [var newest, ..])
            parts.Add(new DocumentParagraph(t["数字摘要（SHA-256）：{0}", newest.Digest], Small: true));
    }

    private void Heading(string text) => parts.Add(new DocumentHeading(t["{0}. {1}", ++chapters, text]));
}
