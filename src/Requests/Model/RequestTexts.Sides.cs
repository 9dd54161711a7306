using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>The words of what runs beside a request's own life: 交办, 转接, 申请.</summary>
public static partial class RequestTexts
{
    public static string Of(SubState state) =>
        state switch
        {
            SubState.Given => "待下级签收",
            SubState.Signed => "下级办理中",
            SubState.Reported => "已上报待核对",
            SubState.Accepted => "核对通过",
            SubState.Returned => "下级退回",
            _ => "已收回",
        };

    /// <summary>What a line is for, in two characters.</summary>
    public static string Serves(EmergencyLine line) =>
        line switch
        {
            EmergencyLine.Police110 => "治安",
            EmergencyLine.Fire119 => "火警",
            EmergencyLine.Ambulance120 => "急救",
            _ => "交通事故",
        };

    public static string Of(EndDecision decision) => decision == EndDecision.Explained ? "解释办结" : "未解决办结";

    public static string Of(SupervisionLevel level) =>
        level switch
        {
            SupervisionLevel.Notice => "督办通知",
            SupervisionLevel.Interview => "约谈",
            SupervisionLevel.Circular => "通报",
            SupervisionLevel.Listing => "挂牌督办",
            _ => "领导批示",
        };

    public static string Of(SupervisionReason reason) =>
        reason switch
        {
            SupervisionReason.S01NotReceived => "拒不签收或推诿",
            SupervisionReason.S02Overdue => "逾期未办结",
            SupervisionReason.S03ShouldHaveSolved => "应解决未解决",
            SupervisionReason.S04Repeated => "重复或集体反映未解决",
            SupervisionReason.S05FalseReply => "答复不实",
            SupervisionReason.S06BadEffect => "造成不良影响",
            _ => "重大疑难",
        };

    public static string Of(SupervisionState state) =>
        state switch
        {
            SupervisionState.Issued => "待单位回复",
            SupervisionState.Answered => "已回复待核对",
            SupervisionState.Released => "已解除",
            SupervisionState.Escalated => "已升级",
            _ => "随工单结束",
        };

    public static string Of(DataRight right) =>
        right switch
        {
            DataRight.Access => "查阅、复制",
            DataRight.Correct => "更正、补充",
            DataRight.Delete => "删除",
            _ => "解释说明",
        };

    public static string Of(ClaimState state) =>
        state switch
        {
            ClaimState.Asked => "待答复",
            ClaimState.Granted => "已办理",
            ClaimState.Refused => "不予办理",
            ClaimState.Contested => "复核中",
            ClaimState.Upheld => "复核维持",
            _ => "已撤回请求",
        };

    public static string Of(ClaimRefusal ground) =>
        ground switch
        {
            ClaimRefusal.D01StillNeeded => "办理还需要这些信息",
            ClaimRefusal.D02KeptByLaw => "法定保存期限未届满",
            ClaimRefusal.D03NotShown => "不能确认是本人",
            ClaimRefusal.D04FoundCorrect => "核实后记录无误",
            ClaimRefusal.D05OfOthers => "涉及他人的个人信息",
            ClaimRefusal.D06Secret => "依法应当保密",
            _ => "技术上难以删除，已停止其他处理",
        };

    /// <summary>The title, or in the reader's language that there is none any more.</summary>
    public static string TitleOf(ServiceRequest request) =>
        request.ErasedAt is null ? request.Title : Translations.Of(ServiceRequest.ErasedTitle);

    public static string Of(RecordClass what) =>
        what switch
        {
            RecordClass.Words => "诉求文字和地点",
            RecordClass.Photos => "照片、录音和视频",
            RecordClass.Calls => "通话记录和录音位置",
            _ => "称呼、电话和地址",
        };

    public static string Of(CoKind kind) => kind == CoKind.Whistle ? "吹哨" : "协办";

    public static string Of(CoState state, CoKind kind) =>
        state switch
        {
            CoState.Asked => kind == CoKind.Whistle ? "待报到" : "待签收",
            CoState.Signed => kind == CoKind.Whistle ? "已报到" : "协办中",
            CoState.Reported => "已反馈待核对",
            CoState.Accepted => "核对通过",
            CoState.Disputed => "有异议待裁定",
            CoState.Released => "不必协办",
            CoState.Withdrawn => "已撤回协办",
            _ => "未完成，随工单结束",
        };

    public static string Of(CoRating rating) =>
        rating switch
        {
            CoRating.Solved => "到位，问题解决",
            CoRating.Helped => "到位，有推进",
            CoRating.Came => "到位，未推进",
            _ => "未到位",
        };

    public static string Of(ApplicationKind kind) =>
        kind switch
        {
            ApplicationKind.Extension => "延期",
            ApplicationKind.Hang => "挂账",
            _ => "终止",
        };

    public static string Of(ApplicationState state) =>
        state switch
        {
            ApplicationState.Asked => "待裁定",
            ApplicationState.Granted => "已同意",
            ApplicationState.Declined => "不同意",
            _ => "已失效",
        };

    public static string Of(ExtensionReason reason) =>
        reason switch
        {
            ExtensionReason.LongerByLaw => "法定时限更长",
            ExtensionReason.Testing => "需检测鉴定",
            ExtensionReason.Works => "需招投标或施工",
            ExtensionReason.Season => "受季节限制",
            ExtensionReason.Proceedings => "涉诉涉访",
            _ => "其他",
        };

    public static string Of(HangReason reason) =>
        reason switch
        {
            HangReason.Planning => "需规划或立项",
            HangReason.Funds => "需筹措资金",
            HangReason.Policy => "需政策调整",
            HangReason.History => "历史遗留问题",
            _ => "其他客观原因",
        };

    public static string Of(TerminationReason reason) =>
        reason switch
        {
            TerminationReason.T02NotCooperating => "诉求人拒不配合",
            _ => "办理中发现依法不予受理",
        };

    public static string Of(HandoverMode mode) =>
        mode switch
        {
            HandoverMode.Hot => "热转接",
            HandoverMode.ThreeWay => "三方通话",
            _ => "转单",
        };

    public static string Of(HandoverState state) =>
        state switch
        {
            HandoverState.Waiting => "等待确认",
            HandoverState.Accepted => "已接收",
            _ => "未接收",
        };

    public static string Of(NextStep step) =>
        step switch
        {
            NextStep.Sign => "请签收",
            NextStep.Contact => "请首次联系",
            NextStep.TellExtension => "请告知延期",
            NextStep.Reply => "请答复",
            NextStep.ReplyAgain => "答复被退回，请重新答复",
            NextStep.Report => "请上报结果",
            NextStep.ReportAgain => "上报被退回，请重新上报",
            NextStep.CheckReport => "请核对下级上报",
            NextStep.RecheckHang => "请核查挂账",
            NextStep.SignCoHandling => "请签收协办",
            NextStep.ReportCoHandling => "请反馈协办结果",
            NextStep.CheckCoHandling => "请核对协办结果",
            NextStep.AnswerSupervision => "请回复督办",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    public static string Of(ReadyKind kind) =>
        kind switch
        {
            ReadyKind.Reply => "答复、上报结果",
            ReadyKind.Contact => "联系记录",
            ReadyKind.Interim => "阶段说明",
            ReadyKind.Return => "退单理由",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Of(VisitKind kind) =>
        kind switch
        {
            VisitKind.Came => "到场记录（首次联系也算）",
            VisitKind.Report => "办完了，上报结果",
            VisitKind.Reply => "办完了，答复",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
