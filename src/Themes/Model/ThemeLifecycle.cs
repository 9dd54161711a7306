using static Suiying.Themes.Model.ThemeAction;
using static Suiying.Themes.Model.ThemeState;

namespace Suiying.Themes.Model;

/// <summary>One allowed step of a theme and why it is allowed.</summary>
public sealed record ThemeRow(ThemeState From, ThemeAction Action, ThemeState To, string Because, params Role[] By);

/// <summary>每月一题 as a table, in the order of the year's work. 承办人 acts only for a unit that the theme was given to.</summary>
public static class ThemeLifecycle
{
    public static IReadOnlyList<ThemeRow> Rows { get; } =
    [
        new(Candidate, Judge, Candidate, "评分卡随时可以重评，数字按当天的。", Role.Supervisor),
        new(Candidate, Shortlist, Shortlisted, "评过分的才能入围。", Role.Supervisor),
        new(Candidate, Drop, Dropped, "不选用的写明理由。", Role.Supervisor),
        new(Shortlisted, Judge, Shortlisted, "入围后还可以重评。", Role.Supervisor),
        new(Shortlisted, Drop, Dropped, "不选用的写明理由。", Role.Supervisor),
        new(Shortlisted, Consult, Consulting, "向社会公开征求意见。", Role.Supervisor),
        new(Consulting, Drop, Dropped, "征求意见后不选用的写明理由。", Role.Supervisor, Role.Leader),
        new(Consulting, Decide, Decided, "征求意见期满，由市领导确定。", Role.Leader),
        new(Dropped, Reconsider, Candidate, "情况变了可以重新考虑。", Role.Supervisor),
        new(Decided, Start, Started, "当月启动。", Role.Supervisor),
        new(Started, Plan, Started, "牵头单位编制一方案三清单。", Role.UnitHandler),
        new(Started, Approve, Running, "方案批准后按清单推进。", Role.Supervisor),
        new(Running, Report, Running, "责任单位报送完成和依据。", Role.UnitHandler),
        new(Running, Accept, Running, "核实依据后才算完成。", Role.Supervisor),
        new(Running, SendBack, Running, "依据不足的退回补正。", Role.Supervisor),
        new(Running, Check, Checked, "中期检查。", Role.Supervisor),
        new(Checked, Report, Checked, "中期检查后继续推进。", Role.UnitHandler),
        new(Checked, Accept, Checked, "核实依据后才算完成。", Role.Supervisor),
        new(Checked, SendBack, Checked, "依据不足的退回补正。", Role.Supervisor),
        new(Checked, Evaluate, Evaluated, "诉求量与上年同期、全市走势比较。", Role.Supervisor),
        new(Evaluated, Evaluate, Evaluated, "公布以前可以重新评估。", Role.Supervisor),
        new(Evaluated, Publish, Published, "结果向社会公布。", Role.Leader),
        new(Published, LookBack, LookedBack, "公布满期后回头看是否反弹。", Role.Supervisor),
    ];

    public static ThemeRow? Find(ThemeState from, ThemeAction action) => Rows.FirstOrDefault(r => r.From == from && r.Action == action);

    /// <summary>What residents may know of: from the moment when they are asked.</summary>
    public static bool IsPublic(ThemeState state) => state >= ThemeState.Consulting && state is not Dropped;
}
