using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design.Documents;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The bulletin as it is read: on the page, as PDF, in Word and Excel; in the language of whoever reads.</summary>
internal sealed class BulletinDocument(ReadBulletin.View view, CitySnapshot city, IStringLocalizer<Texts> t)
{
    /// <summary>Of a group with more than twice so many, the first and the last are printed; the workbook has all.</summary>
    public const int Ends = 10;

    private readonly List<DocumentPart> parts = [];
    private int chapters;

    public static PrintedDocument Of(ReadBulletin.View view, CitySnapshot city, IStringLocalizer<Texts> t)
    {
        var document = new BulletinDocument(view, city, t);
        document.Write();
        return new PrintedDocument
        {
            Title = t["{0}接诉即办工作情况通报（{1}）", city.City.Name, t["{0:yyyy}年{0:%M}月", view.Month].Value],
            Under = [view.Span.Words(t), document.Standing()],
            Mark = view.Synthetic || city.City.Synthetic ? t["演示数据"].Value : null,
            Foot = t["{0} {1} · 只评价单位，不评价任何个人", city.City.Name, city.City.Hotline],
            Parts = document.parts,
        };
    }

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
        var (now, counts) = (view.Together.By(view.Tags.Book.Scheme), view.Together);
        parts.Add(
            new DocumentFigures([
                new(t["得分"], RateCell.Score(now.Score), Change(now.Score, view.Before.Score)),
                new(t["响应率"], RateCell.Percent(now.Responded), Points(now.Responded, view.Before.Responded)),
                new(t["解决率"], RateCell.Percent(now.Solved), Points(now.Solved, view.Before.Solved)),
                new(t["满意率"], RateCell.Percent(now.Satisfied), Points(now.Satisfied, view.Before.Satisfied)),
                new(t["有效回访"], Moments.Count(counts.Valid), t["另剔除 {0} 件", Moments.Count(counts.Excluded)]),
            ])
        );
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
                    RateCell.Score(scores.Together.By(scores.Scheme).Score)
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
        var lines = rows.Select(r =>
                (IReadOnlyList<DocumentCell>)
                    [
                        new(Moments.Count(r.Rank!.Value)),
                        new(r.Unit.Name, ScoreAddress.Unit(r.Unit.Code, view.Month)),
                        new(Moments.Count(r.Counts.Valid)),
                        new(RateCell.Percent(r.Rates.Responded)),
                        new(RateCell.Percent(r.Rates.Solved)),
                        new(RateCell.Percent(r.Rates.Satisfied)),
                        new(RateCell.Score(r.Rates.Score)),
                    ]
            )
            .ToList();
        if (lines.Count > 0)
            parts.Add(
                new DocumentTable(caption, [new(t["名次"], true), new(t["单位"]), new(t["有效回访"], true), .. RateColumns()], lines)
            );
    }

    private void Tags()
    {
        Heading(t["七有五性"]);
        parts.Add(
            new DocumentTable(
                t["七有五性"],
                [new(t["七有五性"]), new(t["有效回访"], true), .. RateColumns()],
                [
                    .. view.Tags.Heads.Select(h =>
                        (IReadOnlyList<DocumentCell>)
                            [
                                new(h.Name is { } name ? t[name] : t["没有标注"]),
                                new(Moments.Count(h.Counts.Valid)),
                                new(RateCell.Percent(h.Rates.Responded)),
                                new(RateCell.Percent(h.Rates.Solved)),
                                new(RateCell.Percent(h.Rates.Satisfied)),
                                new(RateCell.Score(h.Rates.Score)),
                            ]
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

    private IEnumerable<DocumentColumn> RateColumns() =>
        [new(t["响应率"], true), new(t["解决率"], true), new(t["满意率"], true), new(t["得分"], true)];

    private void Heading(string text) => parts.Add(new DocumentHeading(t["{0}. {1}", ++chapters, text]));

    private string Change(decimal? now, decimal? before) =>
        now is { } n && before is { } b ? t["比上月 {0}", Signed(n - b)] : t["上月没有得分"];

    private string Points(Rate now, Rate before) =>
        now.Share is { } n && before.Share is { } b ? t["比上月 {0} 个百分点", Signed(100 * (n - b))] : t["上月没有率"];

    private static string Signed(decimal points) => (points > 0 ? "+" : "") + Moments.Tenths((double)points);
}
