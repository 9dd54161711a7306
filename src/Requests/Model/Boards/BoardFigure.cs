namespace Suiying.Requests.Model;

/// <summary>A count on a board. Each opens to its rows, so each is a question that can be asked of one row.</summary>
public enum BoardFigure
{
    /// <summary>在办</summary>
    Open,

    /// <summary>特急未签收</summary>
    UrgentUnsigned,

    /// <summary>今日到期</summary>
    DueToday,

    /// <summary>超期</summary>
    Overdue,

    /// <summary>退单待处理</summary>
    Returned,

    /// <summary>退回重办中</summary>
    Redone,

    /// <summary>今天收到</summary>
    ReceivedToday,

    /// <summary>近7天收到</summary>
    ReceivedWeek,

    /// <summary>近30天收到</summary>
    Received,

    /// <summary>应答复: replied in the period, or fell due in it and was not replied.</summary>
    ReplyOwed,

    /// <summary>按期答复</summary>
    ReplyKept,

    /// <summary>办结: closed, solved or not.</summary>
    Closed,

    /// <summary>有效回访: the person answered.</summary>
    CalledBack,

    /// <summary>回访确认已联系</summary>
    Contacted,

    /// <summary>回访确认已解决. Another fact than closed.</summary>
    Solved,

    /// <summary>满意或基本满意</summary>
    Satisfied,

    /// <summary>近30天办理终结, in whatever way.</summary>
    Ended,

    /// <summary>待签收, by the answerable unit or by one to which it was given on.</summary>
    Unsigned,

    /// <summary>二次办理中</summary>
    Again,

    /// <summary>本月办结: from the first of the month.</summary>
    ClosedMonth,

    /// <summary>重复诉求, open.</summary>
    Repeated,

    /// <summary>重新办理: closed once and opened again by the person.</summary>
    Reopened,

    /// <summary>举报和要求保密的, open; counted only for whoever may see them.</summary>
    Sealed,
}

/// <summary>What each figure counts, and how it says so.</summary>
public static class BoardFigures
{
    public static bool Counts(this BoardFigure figure, BoardRow row, BoardTimes times) =>
        figure switch
        {
            BoardFigure.Open => row.Open,
            BoardFigure.UrgentUnsigned => row is { Grade: 1, State: RequestState.Dispatched },
            BoardFigure.DueToday => row.Open && row.DueAt >= times.Now && row.DueAt < times.TomorrowStart,
            BoardFigure.Overdue => row.Open && row.DueAt < times.Now,
            BoardFigure.Returned => row.State is RequestState.ReturnPending or RequestState.PendingDispatch,
            BoardFigure.Redone => row.Open && row.SentBack > 0,
            BoardFigure.ReceivedToday => row.RegisteredAt >= times.TodayStart,
            BoardFigure.ReceivedWeek => row.RegisteredAt >= times.WeekStart,
            BoardFigure.Received => row.RegisteredAt >= times.PeriodStart,
            BoardFigure.ReplyOwed => RepliedInPeriod(row, times) || Unreplied(row, times),
            BoardFigure.ReplyKept => RepliedInPeriod(row, times) && row.RepliedAt <= row.ReplyDueAt,
            BoardFigure.Closed => row.State == RequestState.Closed && InPeriod(row.EndedAt, times),
            BoardFigure.CalledBack => row.Solved is not null && InPeriod(row.EndedAt, times),
            BoardFigure.Contacted => row is { Solved: not null, Contacted: true } && InPeriod(row.EndedAt, times),
            BoardFigure.Solved => row.Solved == Solved.Yes && InPeriod(row.EndedAt, times),
            BoardFigure.Satisfied => row is { Solved: not null, Satisfied: Satisfied.Yes or Satisfied.Mostly }
                && InPeriod(row.EndedAt, times),
            BoardFigure.Ended => InPeriod(row.EndedAt, times),
            BoardFigure.Unsigned => row.Open && row.Unsigned,
            BoardFigure.Again => row.Open && row.Again,
            BoardFigure.ClosedMonth => row.State == RequestState.Closed && row.EndedAt >= times.MonthStart,
            BoardFigure.Repeated => row is { Open: true, Repeats: true },
            BoardFigure.Reopened => row is { Open: true, Reopenings: > 0 },
            BoardFigure.Sealed => row is { Open: true, Shielded: true },
            _ => false,
        };

    public static string Name(this BoardFigure figure) =>
        figure switch
        {
            BoardFigure.Open => "在办",
            BoardFigure.UrgentUnsigned => "特急未签收",
            BoardFigure.DueToday => "今日到期",
            BoardFigure.Overdue => "超期",
            BoardFigure.Returned => "退单待处理",
            BoardFigure.Redone => "退回重办",
            BoardFigure.ReceivedToday => "今天收到",
            BoardFigure.ReceivedWeek => "近7天收到",
            BoardFigure.Received => "近30天收到",
            BoardFigure.ReplyOwed => "近30天应答复",
            BoardFigure.ReplyKept => "近30天按期答复",
            BoardFigure.Closed => "近30天办结",
            BoardFigure.CalledBack => "近30天有效回访",
            BoardFigure.Contacted => "回访确认已联系",
            BoardFigure.Solved => "回访确认已解决",
            BoardFigure.Satisfied => "回访满意或基本满意",
            BoardFigure.Unsigned => "待签收",
            BoardFigure.Again => "二次办理",
            BoardFigure.ClosedMonth => "本月办结",
            BoardFigure.Repeated => "重复诉求",
            BoardFigure.Reopened => "重开",
            BoardFigure.Sealed => "举报和保密",
            _ => "近30天办理终结",
        };

    /// <summary>What is counted, in one sentence under the number.</summary>
    public static string Formula(this BoardFigure figure) =>
        figure switch
        {
            BoardFigure.Open => "尚未办结、撤回或以其他方式终结的工单",
            BoardFigure.UrgentUnsigned => "已派单、尚未签收的特急工单，正在逐级呼叫值班人员",
            BoardFigure.DueToday => "下一项期限（签收、联系或答复）在今天24时前到期的在办工单",
            BoardFigure.Overdue => "下一项期限（签收、联系或答复）已过的在办工单",
            BoardFigure.Returned => "退单待裁定，或退单成立待重新派单的工单",
            BoardFigure.Redone => "答复曾被退回重办、现仍在办的工单",
            BoardFigure.ReceivedToday => "今天0时起登记的工单",
            BoardFigure.ReceivedWeek => "含今天在内7天登记的工单",
            BoardFigure.Received => "含今天在内30天登记的工单",
            BoardFigure.ReplyOwed => "30天内已答复的，加上30天内答复到期仍未答复的在办工单",
            BoardFigure.ReplyKept => "30天内答复、且最后一次答复不晚于答复期限的工单",
            BoardFigure.Closed => "30天内办结的工单；办结不等于解决",
            BoardFigure.CalledBack => "30天内诉求人接受回访或自行评价的工单",
            BoardFigure.Contacted => "有效回访中，诉求人确认承办单位联系过本人的",
            BoardFigure.Solved => "有效回访中，诉求人确认已解决的（部分解决不计入）",
            BoardFigure.Satisfied => "有效回访中，诉求人表示满意或基本满意的",
            BoardFigure.Unsigned => "承办单位或接受交办的下级单位还没有签收的工单",
            BoardFigure.Again => "退回原单位二次办理、现仍在办的工单",
            BoardFigure.ClosedMonth => "本月1日0时起办结的工单；办结不等于解决",
            BoardFigure.Repeated => "同一诉求人30天内就同一类别再次反映、现仍在办的工单",
            BoardFigure.Reopened => "办结后诉求人要求重新办理、现仍在办的工单",
            BoardFigure.Sealed => "举报或要求保密、现仍在办的工单；内容只给有权的人看",
            _ => "30天内办结、答复、撤回、不予受理或转出的工单",
        };

    private static bool InPeriod(DateTimeOffset? at, BoardTimes times) => at >= times.PeriodStart;

    private static bool RepliedInPeriod(BoardRow row, BoardTimes times) => row.ReplyDueAt is not null && InPeriod(row.RepliedAt, times);

    private static bool Unreplied(BoardRow row, BoardTimes times) =>
        row.Open && row.RepliedAt is null && row.ReplyDueAt >= times.PeriodStart && row.ReplyDueAt < times.Now;
}
