using System.Globalization;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The requests behind scores as a table, so that anyone can count them again.</summary>
public static class CallbackTable
{
    public static IEnumerable<IEnumerable<string>> Lines(ListCallbacks.View view, CitySnapshot city, IStringLocalizer<Texts> t) =>
        view
            .Rows.Select(row => Line(row, city, t))
            .Prepend([
                t["工单编号"],
                t["单位代码"],
                t["单位"],
                t["回访时间"],
                t["是否联系"],
                t["是否解决"],
                t["是否满意"],
                t["步骤"],
                t["规则版本"],
                t["剔除"],
            ]);

    private static IEnumerable<string> Line(ScoredCallback row, CitySnapshot city, IStringLocalizer<Texts> t) =>
        [
            row.Number,
            row.Unit,
            city.Units.NameOf(row.Unit),
            city.Calendar.Local(row.At).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            t[ScoreWords.Contacted(row.Contacted)],
            t[ScoreWords.Solved(row.Solved)],
            t[ScoreWords.Satisfied(row.Satisfied)],
            row.Seq.ToString(CultureInfo.InvariantCulture),
            row.RegistryVersion.ToString(CultureInfo.InvariantCulture),
            row.Excluded is { } ground ? t[ExclusionWords.Of(ground)] : "",
        ];
}
