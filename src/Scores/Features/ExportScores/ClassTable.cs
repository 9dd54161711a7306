using Microsoft.Extensions.Localization;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The four classes for other programs: one line for each unit and class, with what put the unit there, not rounded.</summary>
public static class ClassTable
{
    public static IEnumerable<IEnumerable<string>> Lines(ListClasses.View view, IStringLocalizer<Texts> t)
    {
        yield return
        [
            t["分类"],
            t["名次"],
            t["单位代码"],
            t["单位"],
            t["有效回访"],
            t["得分"],
            t["上月有效回访"],
            t["上月得分"],
            t["比上月"],
            t["列入季度"],
            t["列入时诉求量"],
            t["最近季度诉求量"],
            t["最近季度万人诉求比"],
            t["最近季度得分"],
            t["连续达标季度"],
        ];
        foreach (var each in new[] { ScoreClass.Advanced, ScoreClass.Improved, ScoreClass.ToMend })
        foreach (var unit in view.Of(each))
            yield return [t[ScoreWords.Of(each)], .. Month(unit), "", "", "", "", "", ""];
        foreach (var unit in view.Governed.Units)
            yield return [t[ScoreWords.Of(ScoreClass.Governed)], .. Month(view, unit), .. Quarters(unit, t)];
    }

    private static string[] Month(ListClasses.View view, ListGoverned.Row governed) =>
        view.Units.FirstOrDefault(u => u.Score.Unit.Code == governed.Unit.Code) is { } month
            ? Month(month)
            : ["", governed.Unit.Code, governed.Unit.Name, "0", "", "", "", ""];

    private static string[] Month(UnitStanding unit) =>
        [
            ScoreTable.Whole(unit.Score.Rank),
            unit.Score.Unit.Code,
            unit.Score.Unit.Name,
            ScoreTable.Whole(unit.Score.Counts.Valid),
            ScoreTable.Whole(unit.Score.Rates.Score),
            ScoreTable.Whole(unit.Before?.Counts.Valid),
            ScoreTable.Whole(unit.Before?.Rates.Score),
            ScoreTable.Whole(unit.Change),
        ];

    private static string[] Quarters(ListGoverned.Row governed, IStringLocalizer<Texts> t) =>
        [
            ScoreWords.Of(governed.Entry.Since, t),
            ScoreTable.Whole(governed.Entry.Volume),
            ScoreTable.Whole(governed.Now?.Volume),
            ScoreTable.Whole(governed.Now?.Demand?.Per10K),
            ScoreTable.Whole(governed.Now?.Score),
            ScoreTable.Whole(governed.Entry.Met),
        ];
}
