using Microsoft.Extensions.Localization;
using Suiying.Design;
using Suiying.Design.Documents;

namespace Suiying.Scores.Model;

/// <summary>What documents about scores have in common: the large numbers of the whole city, and tables of units.</summary>
/// <param name="t">In whose language they are read.</param>
/// <param name="before">With what they are compared: 上月, 前一日.</param>
/// <param name="least">With fewer callbacks now or then nothing is compared, as a unit with so few has no rank: one answer would move it by tens.</param>
internal sealed class ScoreParts(IStringLocalizer<Texts> t, string before, int least)
{
    /// <summary>Of a group with more than twice so many ranked units, the first and the last are printed; the workbook has all.</summary>
    public const int Ends = 10;

    /// <summary>What all units have together, beside what they had before.</summary>
    public DocumentFigures Whole(RateCounts counts, ThreeRates now, ThreeRates then) =>
        new([
            new(t["得分"], RateWords.Score(now.Score), Change(now, then)),
            new(t["响应率"], RateWords.Percent(now.Responded), Points(now.Responded, then.Responded)),
            new(t["解决率"], RateWords.Percent(now.Solved), Points(now.Solved, then.Solved)),
            new(t["满意率"], RateWords.Percent(now.Satisfied), Points(now.Satisfied, then.Satisfied)),
            new(t["有效回访"], Moments.Count(counts.Valid), t["另剔除 {0} 件", Moments.Count(counts.Excluded)]),
        ]);

    /// <summary>The same in a sentence, for who reads it in a mail.</summary>
    public string Sentence(RateCounts counts, ThreeRates now, ThreeRates then) =>
        t[
            "有效回访 {0} 件，得分 {1}（{2}）；响应率 {3}，解决率 {4}，满意率 {5}。",
            Moments.Count(counts.Valid),
            RateWords.Score(now.Score),
            Change(now, then),
            RateWords.Percent(now.Responded),
            RateWords.Percent(now.Solved),
            RateWords.Percent(now.Satisfied)
        ];

    /// <summary>Units in their order, each with a link to what is behind its score.</summary>
    /// <param name="caption">Of the table.</param>
    /// <param name="rows">In their order.</param>
    /// <param name="month">Whose callbacks the links open.</param>
    /// <param name="soFar">What a unit has in the month until now; null where the table is of the month itself.</param>
    public DocumentTable Units(string caption, IEnumerable<UnitScore> rows, DateOnly month, Func<UnitScore, ThreeRates>? soFar = null) =>
        new(
            caption,
            [
                new(t["名次"], true),
                new(t["单位"]),
                new(t["有效回访"], true),
                .. Rates(),
                .. soFar is null ? Array.Empty<DocumentColumn>() : [new(t["本月累计得分"], true)],
            ],
            [.. rows.Select(IReadOnlyList<DocumentCell> (row) => [.. Unit(row, month), .. soFar is null ? [] : SoFar(soFar(row))])]
        );

    private static IEnumerable<DocumentCell> SoFar(ThreeRates rates) => [new(RateWords.Score(rates.Score))];

    private static IEnumerable<DocumentCell> Unit(UnitScore row, DateOnly month) =>
        [
            new(row.Rank is { } rank ? Moments.Count(rank) : "—"),
            new(row.Unit.Name, ScoreAddress.Unit(row.Unit.Code, month)),
            .. Counted(row.Counts, row.Rates),
        ];

    /// <summary>Heads of <see cref="Counted"/> after the first.</summary>
    public IEnumerable<DocumentColumn> Rates() =>
        [new(t["响应率"], true), new(t["解决率"], true), new(t["满意率"], true), new(t["得分"], true)];

    /// <summary>How many were reached, the three rates, the score.</summary>
    public static IEnumerable<DocumentCell> Counted(RateCounts counts, ThreeRates rates) =>
        [
            new(Moments.Count(counts.Valid)),
            new(RateWords.Percent(rates.Responded)),
            new(RateWords.Percent(rates.Solved)),
            new(RateWords.Percent(rates.Satisfied)),
            new(RateWords.Score(rates.Score)),
        ];

    private string Change(ThreeRates now, ThreeRates then) =>
        now.Score is not { } n || then.Score is not { } b
            ? t["{0}没有得分", before]
            : Uncompared(now.Solved, then.Solved) ?? t["比{0} {1}", before, Signed(n - b)].Value;

    private string Points(Rate now, Rate then) =>
        now.Share is not { } n || then.Share is not { } b
            ? t["{0}没有率", before]
            : Uncompared(now, then) ?? t["比{0} {1} 个百分点", before, Signed(100 * (n - b))].Value;

    private string? Uncompared(Rate now, Rate then) =>
        now.N < least ? t["不足 {0} 件，不与{1}比", least, before].Value
        : then.N < least ? t["{0}不足 {1} 件，不比", before, least].Value
        : null;

    private static string Signed(decimal points) => (points > 0 ? "+" : "") + Moments.Tenths((double)points);
}
