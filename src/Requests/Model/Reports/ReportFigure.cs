namespace Suiying.Requests.Model;

/// <summary>A count in a report. The numbers are stored with every report and never change their meaning.</summary>
public enum ReportFigure
{
    /// <summary>登记: registered in the period.</summary>
    Received = 0,

    /// <summary>特急, of those registered.</summary>
    Urgent = 1,

    /// <summary>重复诉求, of those registered.</summary>
    Repeated = 2,

    /// <summary>多人同诉, of those registered.</summary>
    Gathered = 3,

    /// <summary>直接答复, of those registered.</summary>
    AtOnce = 4,

    /// <summary>答复: replied for the last time in the period.</summary>
    Replied = 5,

    /// <summary>按期答复, of those replied.</summary>
    RepliedInTime = 6,

    /// <summary>办结 in the period.</summary>
    Closed = 7,

    /// <summary>终结 in the period, in whatever way.</summary>
    Ended = 8,

    /// <summary>有效回访, of those closed.</summary>
    CalledBack = 9,

    /// <summary>回访确认已联系</summary>
    Contacted = 10,

    /// <summary>回访确认已解决</summary>
    Solved = 11,

    /// <summary>满意或基本满意</summary>
    Satisfied = 12,

    /// <summary>在办 when the report was made; so are all that follow.</summary>
    Open = 13,

    /// <summary>超期</summary>
    Overdue = 14,

    /// <summary>退单待处理</summary>
    Returned = 15,

    /// <summary>二次办理</summary>
    Again = 16,

    /// <summary>重开</summary>
    Reopened = 17,

    /// <summary>督办或批示未结</summary>
    Supervised = 18,

    /// <summary>特急未签收</summary>
    UrgentUnsigned = 19,
}

/// <summary>The moments by which a report counts.</summary>
/// <param name="Start">Beginning of its first day.</param>
/// <param name="End">End of its last, exclusive.</param>
/// <param name="AsOf">When it was made: what stands open is counted then.</param>
public sealed record ReportTimes(DateTimeOffset Start, DateTimeOffset End, DateTimeOffset AsOf)
{
    public bool Has(DateTimeOffset? at) => at >= Start && at < End;
}

/// <summary>What each figure counts, and how it says so.</summary>
public static class ReportFigures
{
    public static IReadOnlyList<ReportFigure> All { get; } = Enum.GetValues<ReportFigure>();

    public static bool Counts(this ReportFigure figure, BoardRow row, ReportTimes times)
    {
        var (registered, ended, asked) = (times.Has(row.RegisteredAt), times.Has(row.EndedAt), row.Solved is not null);
        var (replied, closed) = (row.ReplyDueAt is not null && times.Has(row.RepliedAt), ended && row.State == RequestState.Closed);
        return figure switch
        {
            ReportFigure.Received => registered,
            ReportFigure.Urgent => registered && row.Grade == 1,
            ReportFigure.Repeated => registered && row.Repeats,
            ReportFigure.Gathered => registered && row.MatterId is not null,
            ReportFigure.AtOnce => registered && row.State == RequestState.AnsweredAtOnce,
            ReportFigure.Replied => replied,
            ReportFigure.RepliedInTime => replied && row.RepliedAt <= row.ReplyDueAt,
            ReportFigure.Closed => closed,
            ReportFigure.Ended => ended,
            ReportFigure.CalledBack => closed && asked,
            ReportFigure.Contacted => closed && asked && row.Contacted == true,
            ReportFigure.Solved => closed && row.Solved == Solved.Yes,
            ReportFigure.Satisfied => closed && asked && row.Satisfied is Satisfied.Yes or Satisfied.Mostly,
            ReportFigure.Open => row.Open,
            ReportFigure.Overdue => row.Open && row.DueAt < times.AsOf,
            ReportFigure.Returned => row.State is RequestState.ReturnPending or RequestState.PendingDispatch,
            ReportFigure.Again => row.Open && row.Again,
            ReportFigure.Reopened => row is { Open: true, Reopenings: > 0 },
            ReportFigure.Supervised => row.Open && row.Supervised,
            ReportFigure.UrgentUnsigned => row is { Grade: 1, State: RequestState.Dispatched },
            _ => false,
        };
    }

    public static string Name(this ReportFigure figure) =>
        figure switch
        {
            ReportFigure.Received => "登记",
            ReportFigure.Urgent => "特急",
            ReportFigure.Repeated => "重复诉求",
            ReportFigure.Gathered => "多人同诉",
            ReportFigure.AtOnce => "直接答复",
            ReportFigure.Replied => "答复",
            ReportFigure.RepliedInTime => "按期答复",
            ReportFigure.Closed => "办结",
            ReportFigure.Ended => "终结",
            ReportFigure.CalledBack => "有效回访",
            ReportFigure.Contacted => "回访确认已联系",
            ReportFigure.Solved => "回访确认已解决",
            ReportFigure.Satisfied => "回访满意或基本满意",
            ReportFigure.Open => "在办",
            ReportFigure.Overdue => "超期",
            ReportFigure.Returned => "退单待处理",
            ReportFigure.Again => "二次办理",
            ReportFigure.Reopened => "重开",
            ReportFigure.Supervised => "督办和批示",
            _ => "特急未签收",
        };

    /// <summary>What is counted, in one sentence under the number.</summary>
    public static string Formula(this ReportFigure figure) =>
        figure switch
        {
            ReportFigure.Received => "期间登记的",
            ReportFigure.Urgent => "期间登记、定为特急的",
            ReportFigure.Repeated => "期间登记、同一诉求人30天内就同一类别再次反映的",
            ReportFigure.Gathered => "期间登记、与他人反映同一事项的",
            ReportFigure.AtOnce => "期间登记、当场答复的",
            ReportFigure.Replied => "期间作出最后一次答复的",
            ReportFigure.RepliedInTime => "其中不晚于答复期限的",
            ReportFigure.Closed => "期间办结的；办结不等于解决",
            ReportFigure.Ended => "期间办结、答复、撤回、不予受理或转出的",
            ReportFigure.CalledBack => "办结的里面，诉求人接受回访或自行评价的",
            ReportFigure.Contacted => "有效回访里，确认承办单位联系过的",
            ReportFigure.Solved => "有效回访里，确认已解决的（部分解决不计入）",
            ReportFigure.Satisfied => "有效回访里，满意或基本满意的",
            ReportFigure.Open => "成稿时尚未终结的",
            ReportFigure.Overdue => "成稿时在办、下一项期限已过的",
            ReportFigure.Returned => "成稿时退单待裁定或待重新派单的",
            ReportFigure.Again => "成稿时退回原单位再办的",
            ReportFigure.Reopened => "成稿时办结后又重新办理的",
            ReportFigure.Supervised => "成稿时有未结督办或批示的",
            _ => "成稿时已派单、尚未签收的特急工单",
        };
}
