using System.Globalization;
using Microsoft.Extensions.Localization;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The table of scores for other programs: whole counts and unrounded rates, so that anyone can count it again.</summary>
public static class ScoreTable
{
    public static IEnumerable<IEnumerable<string>> Lines(IReadOnlyList<UnitScore> rows, IStringLocalizer<Texts> t) =>
        rows.Select(Line)
            .Prepend([
                t["名次"],
                t["单位代码"],
                t["单位"],
                t["本地诉求"],
                t["常住人口"],
                t["万人诉求比"],
                t["有效回访"],
                t["联系了"],
                t["没有回答是否联系"],
                t["已解决"],
                t["部分解决"],
                t["满意"],
                t["基本满意"],
                t["未评价"],
                t["剔除"],
                t["响应率"],
                t["解决率"],
                t["满意率"],
                t["得分"],
            ]);

    private static IEnumerable<string> Line(UnitScore row)
    {
        var (counts, rates) = (row.Counts, row.Rates);
        int[] whole =
        [
            counts.Valid,
            counts.Contacted,
            counts.ContactUnsaid,
            counts.Solved,
            counts.Partly,
            counts.Satisfied,
            counts.Mostly,
            counts.Unsaid,
            counts.Excluded,
        ];
        decimal?[] shares = [rates.Responded.Share, rates.Solved.Share, rates.Satisfied.Share, rates.Score];
        return
        [
            row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
            row.Unit.Code,
            row.Unit.Name,
            row.Demand?.Requests.ToString(CultureInfo.InvariantCulture) ?? "",
            row.Demand?.Inhabitants.ToString(CultureInfo.InvariantCulture) ?? "",
            Whole(row.Demand?.Per10K),
            .. whole.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            .. shares.Select(Whole),
        ];
    }

    /// <summary>Not rounded; empty where there is none.</summary>
    public static string Whole(decimal? share) => share?.ToString("0.##################", CultureInfo.InvariantCulture) ?? "";
}
