using System.Globalization;
using Microsoft.Extensions.Localization;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>Measures and signs for other programs: whole counts and unrounded shares, so that anyone can count them again.</summary>
public static class MeasureTable
{
    private static readonly WorkFigure[] Listed =
    [
        .. Enum.GetValues<WorkFigure>().Where(f => f is < WorkFigure.Received or > WorkFigure.AnsweredAtOnce),
    ];

    /// <summary>A line for each unit, two columns for a measure and its cases, three for a sign and what is expected of it.</summary>
    public static IEnumerable<IEnumerable<string>> Lines(ReadMeasures.View view, IStringLocalizer<Texts> t) =>
        view
            .Rows.Select(Line)
            .Prepend([
                t["单位代码"],
                t["单位"],
                .. WorkMeasure.OfUnits.SelectMany(m => new string[] { t[m.Name], t["{0}：分母", t[m.Name]] }),
                .. WorkSign.Described.SelectMany(s => new string[] { t[s.Name], t["{0}：分母", t[s.Name]], t["{0}：参照", t[s.Name]] }),
            ]);

    /// <summary>A line for each round of each request, 1 in the column of each figure for which it counts.</summary>
    public static IEnumerable<IEnumerable<string>> Lines(ListWork.View view, IStringLocalizer<Texts> t) =>
        view
            .Rows.Select(row =>
                (string[])
                    [
                        row.Number,
                        row.Turn.ToString(CultureInfo.InvariantCulture),
                        ScoreAddress.Of(row.Cohort),
                        .. Listed.Select(f => row.Has(f) ? "1" : "0"),
                    ]
            )
            .Prepend([t["工单编号"], t["步骤"], t["登记月"], .. Listed.Select(f => t[MeasureWords.Of(f)].Value)]);

    private static IEnumerable<string> Line(ReadMeasures.UnitLine row) =>
        [
            row.Unit.Code,
            row.Unit.Name,
            .. WorkMeasure.OfUnits.SelectMany(m => Cells(m.Rate(row.Counts))),
            .. row.Signs.SelectMany(s => Cells(s.Rate).Append(ScoreTable.Whole((decimal?)s.Expected))),
        ];

    private static string[] Cells(MeasuredRate rate) => [ScoreTable.Whole(rate.Value), rate.N.ToString(CultureInfo.InvariantCulture)];
}
