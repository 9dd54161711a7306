namespace Suiying.Scores.Model;

/// <summary>What measures are called; the source texts.</summary>
internal static class MeasureWords
{
    public static string Of(MeasureTime time) =>
        time switch
        {
            MeasureTime.Registered => "当月登记的",
            MeasureTime.Given => "当月派出的",
            MeasureTime.Due => "期限在当月的",
            _ => "当月发生的",
        };

    public static string Of(WorkFigure figure) =>
        figure switch
        {
            WorkFigure.Given => "派单",
            WorkFigure.FirstGiven => "首次到本单位",
            WorkFigure.Passed => "退单后转来",
            WorkFigure.GivenReturned => "派单中退单成立",
            WorkFigure.GivenEnded => "派单中已经终结",
            WorkFigure.GivenRedone => "派单中又办过",
            WorkFigure.SignDue => "应签收",
            WorkFigure.SignedInTime => "按时签收",
            WorkFigure.ReplyDue => "应处置",
            WorkFigure.DueReplied => "应处置中有答复",
            WorkFigure.DueInTime => "应处置中按期答复",
            WorkFigure.DueClosed => "应处置中已经终结",
            WorkFigure.DueClosedInTime => "应处置中按期答复且已经终结",
            WorkFigure.Replied => "当月答复",
            WorkFigure.SentBack => "答复前退回重办过",
            WorkFigure.SentBackTwice => "答复前第二次退回重办",
            WorkFigure.RepliedLastDays => "最后三天答复",
            WorkFigure.RepliedLong => "期限不短于24小时的按期答复",
            WorkFigure.RepliedLastHour => "期限前一小时内答复",
            WorkFigure.RepliedRound => "答复在整点或半点",
            WorkFigure.Contacted => "首次联系",
            WorkFigure.ContactedRound => "首次联系在整点或半点",
            WorkFigure.Concluded => "答复后办完",
            WorkFigure.ConcludedAgain => "办完后30天内又办",
            WorkFigure.Asked => "答复后回答了",
            WorkFigure.SaidUnsolved => "答复后说未解决",
            WorkFigure.FirstAsked => "第一轮答复后回答了",
            WorkFigure.FirstSolved => "第一轮答复后说已解决",
            WorkFigure.Unreached => "三次没有联系上",
            WorkFigure.Received => "登记",
            WorkFigure.NotAccepted => "登记中不予受理",
            WorkFigure.AnsweredAtOnce => "登记时直接答复",
            _ => "演示数据",
        };
}
