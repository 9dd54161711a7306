using Suiying.Engines.Statistics;
using static Suiying.Scores.Model.WorkFigure;

namespace Suiying.Scores.Model;

/// <summary>办理指标: a measure of the work beside the three rates (domain A.9, A.12, C.5), with the words of its formula.</summary>
/// <param name="Name">What it is called; the source text.</param>
/// <param name="Formula">How it is counted, in words; the source text.</param>
/// <param name="By">Which cases of a month it speaks of.</param>
/// <param name="Of">What is counted.</param>
/// <param name="N">Of how many.</param>
/// <param name="IsShare">False where one case may count more than once: then there is no interval.</param>
public sealed record WorkMeasure(
    string Name,
    string Formula,
    MeasureTime By,
    Func<WorkCounts, int> Of,
    Func<WorkCounts, int> N,
    bool IsShare = true
)
{
    /// <summary>Of units, in the order of their columns. What is counted by different months of the same case is never divided by each other.</summary>
    public static IReadOnlyList<WorkMeasure> OfUnits { get; } =
    [
        Accuracy,
        new("回退率", "退单成立的 ÷ 派单", MeasureTime.Given, c => c[GivenReturned], c => c[Given]),
        new("办结率", "已经终结的 ÷ 派单中退单没有成立的", MeasureTime.Given, c => c[GivenEnded], Kept),
        new("重办率", "后来二次办理或重新办理过的 ÷ 派单中退单没有成立的", MeasureTime.Given, c => c[GivenRedone], Kept),
        new("按时签收率", "签收期限内签收的 ÷ 应签收", MeasureTime.Due, c => c[SignedInTime], c => c[SignDue]),
        new("处置率", "有答复且没有被退回重办的 ÷ 应处置", MeasureTime.Due, c => c[DueReplied], c => c[ReplyDue]),
        new("按时办结率", "即按期处置率：这样的答复在期限内的 ÷ 应处置", MeasureTime.Due, c => c[DueInTime], c => c[ReplyDue]),
        new("结案率", "已经终结的 ÷ 应处置", MeasureTime.Due, c => c[DueClosed], c => c[ReplyDue]),
        new("按期结案率", "已经终结且答复在期限内的 ÷ 应处置", MeasureTime.Due, c => c[DueClosedInTime], c => c[ReplyDue]),
        new(
            "返工率",
            "退回重办的次数 ÷ 答复；一件最多退回两次，所以可能超过100%",
            MeasureTime.Done,
            c => c[SentBack] + c[SentBackTwice],
            c => c[Replied],
            IsShare: false
        ),
        new(
            "有效回访率",
            "答复后诉求人回答了的 ÷ 回答了的与三次没有联系上的",
            MeasureTime.Done,
            c => c[Asked],
            c => c[Asked] + c[Unreached]
        ),
        OnceSolved,
    ];

    /// <summary>Of the hotline and all units together.</summary>
    public static IReadOnlyList<WorkMeasure> OfCity { get; } =
    [
        new(
            "直接答复率",
            "登记时直接答复的 ÷ 登记中没有不予受理、没有转紧急救助的",
            MeasureTime.Registered,
            c => c[AnsweredAtOnce],
            c => c[Received] - c[NotAccepted]
        ),
        Accuracy,
        new(
            "转派次数",
            "退单成立后再派的次数 ÷ 第一次派出的诉求",
            MeasureTime.Given,
            c => c[Passed],
            c => c[Given] - c[Passed],
            IsShare: false
        ),
        OnceSolved,
    ];

    private static WorkMeasure Accuracy =>
        new("派单准确率", "即准确派遣率：1 − 退单成立的 ÷ 派单", MeasureTime.Given, c => c[Given] - c[GivenReturned], c => c[Given]);

    private static WorkMeasure OnceSolved =>
        new(
            "一次解决率",
            "第一轮答复后第一次回答就说已解决的 ÷ 第一轮答复后回答了的",
            MeasureTime.Done,
            c => c[FirstSolved],
            c => c[FirstAsked]
        );

    /// <summary>Counted for a unit or a group of units.</summary>
    public MeasuredRate Rate(WorkCounts counts) => new(Of(counts), N(counts), IsShare);

    private static int Kept(WorkCounts counts) => counts[Given] - counts[GivenReturned];
}

/// <summary>计入月份: which cases of a month of scores a measure speaks of.</summary>
public enum MeasureTime
{
    /// <summary>按登记</summary>
    Registered,

    /// <summary>按派单: the intake cohort, whatever became of it since.</summary>
    Given,

    /// <summary>按期限: what was due in the month.</summary>
    Due,

    /// <summary>按发生: the flow of what was done in the month.</summary>
    Done,
}

/// <summary>指标值: a measure with what it is made of.</summary>
/// <param name="Of">What is counted.</param>
/// <param name="N">Of how many.</param>
/// <param name="IsShare">No case counts more than once.</param>
public readonly record struct MeasuredRate(int Of, int N, bool IsShare)
{
    /// <summary>0 to 1 where it is a share, not rounded; null where there are no cases: never 0 and never 1.</summary>
    public decimal? Value => N == 0 ? null : (decimal)Of / N;

    /// <summary>The 95 % interval (Wilson), 0 to 1; null where there are no cases or it is no share.</summary>
    public (double Low, double High)? Interval => N == 0 || !IsShare ? null : Wilson.Interval((double)Of / N, N);
}
