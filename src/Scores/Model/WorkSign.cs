using Suiying.Contracts.Registry;
using static Suiying.Scores.Model.WorkFigure;

namespace Suiying.Scores.Model;

/// <summary>
/// 核查线索: a share that would lie near what is expected of it if nobody worked for the figures. Never a verdict: it says where somebody should look,
/// at a unit's work and never at a person.
/// </summary>
/// <param name="Name">What it is called; the source text.</param>
/// <param name="Because">What is counted and what is expected, in words; the source text.</param>
/// <param name="Rate">What is counted, of how many.</param>
/// <param name="Expected">0 to 1; null where the group has no cases to compare with.</param>
/// <param name="Stands">The lower end of the interval lies above what is expected, of enough cases.</param>
public sealed record WorkSign(string Name, string Because, MeasuredRate Rate, double? Expected, bool Stands)
{
    private static readonly Kind[] Kinds =
    [
        new(
            "月末集中答复",
            "考核月最后三天的答复 ÷ 答复；每天一样多时是三天占全月的比例",
            c => c[RepliedLastDays],
            c => c[Replied],
            (_, days) => (double)WorkFold.LastDays / days
        ),
        new(
            "卡着期限答复",
            "期限前最后一小时的答复 ÷ 期限不短于24小时的按期答复；每小时一样多时不超过1/24",
            c => c[RepliedLastHour],
            c => c[RepliedLong],
            (_, _) => 1 / 24.0
        ),
        new("整点半点答复", "分钟是0或30的答复 ÷ 答复；没有人为填写时是2/60", c => c[RepliedRound], c => c[Replied], (_, _) => 2 / 60.0),
        new(
            "整点半点联系",
            "分钟是0或30的首次联系 ÷ 首次联系；没有人为填写时是2/60",
            c => c[ContactedRound],
            c => c[Contacted],
            (_, _) => 2 / 60.0
        ),
        new(
            "办完又办",
            "办完后30天内二次办理或重新办理的 ÷ 答复后办完的；与同类单位合计比",
            c => c[ConcludedAgain],
            c => c[Concluded],
            (group, _) => Share(group[ConcludedAgain], group[Concluded])
        ),
        new(
            "报办结而未解决",
            "单位答复后诉求人说未解决的 ÷ 答复后回答了的；与同类单位合计比",
            c => c[SaidUnsolved],
            c => c[Asked],
            (group, _) => Share(group[SaidUnsolved], group[Asked])
        ),
    ];

    /// <summary>What each is called and what it means, in their order.</summary>
    public static IEnumerable<(string Name, string Because)> Described => Kinds.Select(k => (k.Name, k.Because));

    /// <summary>All signs of one unit, the same for every unit and in the same order.</summary>
    /// <param name="counts">Of the unit.</param>
    /// <param name="group">Of all units of its group together.</param>
    /// <param name="month">Of scores.</param>
    /// <param name="scheme">Says how long the month is, and how few cases tell nothing.</param>
    public static IReadOnlyList<WorkSign> Of(WorkCounts counts, WorkCounts group, DateOnly month, ScoreScheme scheme)
    {
        var (from, until) = scheme.DaysOf(month);
        return [.. Kinds.Select(kind => kind.Of(counts, group, until.DayNumber - from.DayNumber, scheme.LeastCallbacks))];
    }

    private static double? Share(int of, int n) => n == 0 ? null : (double)of / n;

    private sealed record Kind(
        string Name,
        string Because,
        Func<WorkCounts, int> Counted,
        Func<WorkCounts, int> N,
        Func<WorkCounts, int, double?> Expected
    )
    {
        public WorkSign Of(WorkCounts counts, WorkCounts group, int days, int least)
        {
            var (rate, expected) = (new MeasuredRate(Counted(counts), N(counts), IsShare: true), Expected(group, days));
            return new WorkSign(Name, Because, rate, expected, rate.N >= least && rate.Interval?.Low > expected);
        }
    }
}
