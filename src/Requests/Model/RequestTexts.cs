using Suiying.Contracts.Requests;
using Suiying.Engines.Replies;

namespace Suiying.Requests.Model;

/// <summary>The field's Chinese word for each persisted word; also the key under which other languages translate it.</summary>
public static partial class RequestTexts
{
    public static string Of(ReplyFault fault) =>
        fault switch
        {
            ReplyFault.Irrelevant => "答的好像不是这件事",
            ReplyFault.Incomplete => "问到的没有都答",
            ReplyFault.Unexplained => "没有说明理由、依据或找谁",
            ReplyFault.Undated => "答应的事没有期限",
            _ => "只有套话，没有具体内容",
        };

    public static string Of(RequestState state) =>
        state switch
        {
            RequestState.Registered => "待派单",
            RequestState.AnsweredAtOnce => "已直接答复",
            RequestState.NotAccepted => "不予受理",
            RequestState.EmergencyTransferred => "已转紧急救助",
            RequestState.Dispatched => "待签收",
            RequestState.ReturnPending => "退单待裁定",
            RequestState.PendingDispatch => "待重新派单",
            RequestState.Signed => "待联系",
            RequestState.InProgress => "办理中",
            RequestState.Replied => "待审核",
            RequestState.CallbackPending => "待回访",
            RequestState.Closed => "已办结",
            RequestState.Withdrawn => "已撤回",
            RequestState.RefusalContested => "不予受理复核中",
            RequestState.HandoverPending => "转接待确认",
            RequestState.AwaitingMaterial => "待补充材料",
            RequestState.Hung => "已挂账",
            RequestState.Terminated => "已终止",
            RequestState.DecisionPending => "待督办决定",
            _ => state.ToString(),
        };

    public static string Of(ReportKind kind) => kind is ReportKind.Daily ? "日报" : "专报";

    public static string Of(ReportState state) =>
        state switch
        {
            ReportState.Draft => "起草中",
            ReportState.Issued => "已签发",
            _ => "已撤回",
        };

    /// <summary>The state as the design's tag names it.</summary>
    public static string Tag(RequestState state) =>
        state switch
        {
            RequestState.Registered or RequestState.PendingDispatch => "registered",
            RequestState.AnsweredAtOnce => "answered",
            RequestState.NotAccepted or RequestState.Terminated => "not-accepted",
            RequestState.EmergencyTransferred or RequestState.HandoverPending => "emergency",
            RequestState.Dispatched => "dispatched",
            RequestState.ReturnPending or RequestState.RefusalContested or RequestState.Hung or RequestState.DecisionPending => "returned",
            RequestState.Signed => "signed",
            RequestState.InProgress => "in-progress",
            RequestState.Replied => "replied",
            RequestState.CallbackPending or RequestState.AwaitingMaterial => "callback",
            RequestState.Closed => "closed",
            _ => "withdrawn",
        };

    public static string Of(RequestAction action) =>
        action switch
        {
            RequestAction.Register => "登记",
            RequestAction.Reclassify => "更正",
            RequestAction.AnswerAtOnce => "直接答复",
            RequestAction.Refuse => "不予受理",
            RequestAction.TransferEmergency => "转紧急救助",
            RequestAction.Dispatch => "派单",
            RequestAction.Ring => "呼叫值班",
            RequestAction.Sign => "签收",
            RequestAction.RecordContact => "联系诉求人",
            RequestAction.Assign => "指定承办人",
            RequestAction.Reply => "答复",
            RequestAction.Return => "申请退单",
            RequestAction.AcceptReturn => "同意退单",
            RequestAction.RejectReturn => "不予退单",
            RequestAction.AcceptReply => "审核通过",
            RequestAction.SendBack => "退回重办",
            RequestAction.RecordCallback => "回访",
            RequestAction.MissCallback => "回访未接通",
            RequestAction.Close => "无效回访办结",
            RequestAction.AddFacts => "补充情况",
            RequestAction.Withdraw => "撤回",
            RequestAction.Rate => "评价",
            RequestAction.ApprovePublicText => "审核公开文本",
            RequestAction.ImportReply => "导入答复",
            RequestAction.ImportDispatch => "导入承办单位",
            RequestAction.ImportEnd => "导入办结",
            RequestAction.SubDispatch => "交办下级",
            RequestAction.SubSign => "下级签收",
            RequestAction.SubReport => "上报结果",
            RequestAction.SubAccept => "核对通过",
            RequestAction.SubSendBack => "退回下级重办",
            RequestAction.SubReturn => "退回上级",
            RequestAction.SubRecall => "收回交办",
            RequestAction.Designate => "联席会议指定",
            RequestAction.SendToEmergency => "转单给紧急救助",
            RequestAction.ConfirmHandover => "对方确认接收",
            RequestAction.DeclineHandover => "对方不接收",
            RequestAction.ContestRefusal => "对不予受理提出异议",
            RequestAction.UpholdRefusal => "复核维持不予受理",
            RequestAction.OverturnRefusal => "复核改为受理",
            RequestAction.AskExtension => "申请延期",
            RequestAction.GrantExtension => "同意延期",
            RequestAction.TellExtension => "告知延期",
            RequestAction.AskHang => "申请挂账",
            RequestAction.GrantHang => "同意挂账",
            RequestAction.RecheckHang => "挂账核查",
            RequestAction.ReleaseHang => "解除挂账",
            RequestAction.AskTermination => "申请终止",
            RequestAction.GrantTermination => "同意终止",
            RequestAction.DeclineApplication => "不同意申请",
            RequestAction.AwaitMaterial => "等待补充材料",
            RequestAction.ResumeWork => "恢复办理",
            RequestAction.EndPause => "等待期满恢复办理",
            RequestAction.AskCoHandler => "请求协办",
            RequestAction.CoSign => "协办签收",
            RequestAction.CoInterim => "报阶段情况",
            RequestAction.CoReport => "反馈协办结果",
            RequestAction.CoDecline => "提出协办异议",
            RequestAction.CoOrder => "裁定应当协办",
            RequestAction.CoRelease => "裁定不必协办",
            RequestAction.CoAccept => "核对协办结果",
            RequestAction.CoSendBack => "退回协办重办",
            RequestAction.CoWithdraw => "撤回协办",
            RequestAction.CallOverdue => "到期回访",
            RequestAction.SecondHandling => "二次办理",
            RequestAction.ReferDecision => "提请督办决定",
            RequestAction.DecideEnd => "督办决定办结",
            RequestAction.Reopen => "重新办理",
            RequestAction.JoinMatter => "并入同一事项",
            RequestAction.LeaveMatter => "移出同一事项",
            RequestAction.Split => "拆分",
            RequestAction.ClaimRight => "提出权利请求",
            RequestAction.GrantClaim => "办理权利请求",
            RequestAction.RefuseClaim => "不予办理权利请求",
            RequestAction.ContestClaim => "请求复核权利请求",
            RequestAction.WithdrawClaim => "撤回权利请求",
            RequestAction.EraseContent => "到期清除",
            RequestAction.CorrectDeadlines => "日历公布后提前期限",
            RequestAction.MarkTextOnly => "记录联系方式",
            RequestAction.CarryTextOnly => "沿用联系方式",
            RequestAction.SendToDiscipline => "送纪检监察",
            RequestAction.Supervise => "发出督办",
            RequestAction.AnswerSupervision => "回复督办",
            RequestAction.SendBackSupervision => "退回重报",
            RequestAction.ReleaseSupervision => "解除督办",
            RequestAction.EscalateSupervision => "升级督办",
            RequestAction.Instruct => "领导批示",
            _ => action.ToString(),
        };

    public static string Of(RequestType type) =>
        type switch
        {
            RequestType.Inquiry => "咨询",
            RequestType.Help => "求助",
            RequestType.Complaint => "投诉",
            RequestType.Report => "举报",
            RequestType.Suggestion => "建议",
            RequestType.Praise => "表扬",
            _ => "其他",
        };

    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.Phone => "电话",
            Channel.Web => "网页",
            Channel.Sms => "短信",
            Channel.App => "手机应用",
            Channel.WeChat => "微信",
            Channel.Mailbox => "市长信箱",
            Channel.LeaderBoard => "领导留言板",
            Channel.WalkIn => "来访",
            Channel.Grid => "网格员",
            Channel.SuperiorAssign => "上级交办",
            Channel.Hotline110 => "110转办",
            Channel.Letter => "来信",
            Channel.Import => "导入",
            _ => "部门转办",
        };

    public static string Of(Confidentiality level) =>
        level switch
        {
            Confidentiality.Normal => "普通",
            Confidentiality.Secret => "要求保密",
            _ => "密封",
        };

    public static string OfGrade(int grade) =>
        grade switch
        {
            1 => "特急",
            2 => "紧急",
            3 => "一般",
            _ => "疑难",
        };

    public static string Of(Solved solved) =>
        solved switch
        {
            Solved.Yes => "已解决",
            Solved.Partly => "部分解决",
            _ => "未解决",
        };

    public static string Of(Satisfied satisfied) =>
        satisfied switch
        {
            Satisfied.Yes => "满意",
            Satisfied.Mostly => "基本满意",
            Satisfied.No => "不满意",
            _ => "未评价",
        };

    public static string Of(ContactWay way) =>
        way switch
        {
            ContactWay.Phone => "电话",
            ContactWay.Visit => "上门",
            ContactWay.Message => "短信或留言",
            _ => "未能联系上",
        };

    public static string Of(EmergencyLine line) =>
        line switch
        {
            EmergencyLine.Police110 => "110",
            EmergencyLine.Fire119 => "119",
            EmergencyLine.Ambulance120 => "120",
            _ => "122",
        };

    public static string Of(ReturnReason reason) =>
        reason switch
        {
            ReturnReason.R01NotOurDuty => "职责不符",
            ReturnReason.R02NotOurArea => "属地不符",
            ReturnReason.R03WrongDispatch => "派单错误",
            ReturnReason.R04Unclear => "内容不清",
            ReturnReason.R05Repeated => "重复派单",
            _ => "应由上级或垂管单位承办",
        };

    public static string Of(RefusalReason reason) =>
        reason switch
        {
            RefusalReason.N01Emergency => "紧急警情",
            RefusalReason.N02Litigation => "应通过诉讼解决",
            RefusalReason.N03Arbitration => "应通过仲裁解决",
            RefusalReason.N04Discipline => "属纪检监察",
            RefusalReason.N05Reconsideration => "应申请行政复议",
            RefusalReason.N06Disclosure => "应申请政府信息公开",
            RefusalReason.N07Petition => "已进入信访渠道",
            RefusalReason.N08StateSecret => "涉及国家秘密",
            RefusalReason.N09TradeSecret => "涉及商业秘密",
            RefusalReason.N10Privacy => "涉及他人隐私",
            RefusalReason.N11PublicOrder => "违反公序良俗",
            RefusalReason.N12RepeatedWithoutNewFact => "重复且无新事实",
            RefusalReason.N13OutsideDuties => "超出政府职责",
            RefusalReason.N14LawfullyConcluded => "已依法办结且结论合法合理",
            RefusalReason.N15OutsideArea => "不在本行政区域",
            _ => "信息不全无法核实",
        };
}
