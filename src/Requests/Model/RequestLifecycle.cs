using static Suiying.Requests.Model.RequestAction;
using static Suiying.Requests.Model.RequestState;

namespace Suiying.Requests.Model;

/// <summary>Whose requests a role may act on.</summary>
public enum ActionScope
{
    /// <summary>Any request that the actor may see.</summary>
    Any,

    /// <summary>Any request that the actor may see and does more than help with.</summary>
    Worked,

    /// <summary>Only requests that lie with the actor's own unit.</summary>
    OwnUnit,

    /// <summary>Only requests that lie with the actor's unit now: it is answerable, or was given them by a unit above.</summary>
    Holder,

    /// <summary>Only requests that the actor's unit gave on to a unit below.</summary>
    Giver,

    /// <summary>Only requests with which the actor's unit helps.</summary>
    CoHandler,

    /// <summary>Only requests for which the actor's unit asked others to help, or answers.</summary>
    CoAsker,

    /// <summary>Only the person's own request.</summary>
    OwnRequest,

    /// <summary>Only the program itself.</summary>
    Program,
}

/// <summary>One allowed change of state, who may make it, and why it is allowed.</summary>
public sealed record LifecycleRow(
    RequestState From,
    RequestAction Action,
    RequestState To,
    ActionScope Scope,
    string Because,
    params Role[] By
);

/// <summary>
/// The life of a request as one table (domain A.7). Nothing changes a request's state but through a row of it; a city may narrow the
/// table but not add to it.
/// </summary>
public static partial class RequestLifecycle
{
    /// <summary>States in which somebody owes something.</summary>
    private static readonly RequestState[] Open =
    [
        Registered,
        PendingDispatch,
        Dispatched,
        ReturnPending,
        Signed,
        InProgress,
        Replied,
        CallbackPending,
        RefusalContested,
        HandoverPending,
        AwaitingMaterial,
        Hung,
        DecisionPending,
    ];

    /// <summary>A unit answers for it and it has not ended.</summary>
    private static readonly RequestState[] Supervisable =
    [
        Dispatched,
        ReturnPending,
        Signed,
        InProgress,
        AwaitingMaterial,
        Hung,
        Replied,
        CallbackPending,
        DecisionPending,
    ];

    /// <summary>States in which nobody owes anything any more.</summary>
    public static bool IsFinal(RequestState state) => !Open.Contains(state);

    /// <summary>True where a step takes up again what had ended.</summary>
    public static bool Resumes(RequestState from, RequestState to) => IsFinal(from) && !IsFinal(to);

    /// <summary>
    /// Steps that change neither what a matter is nor what anybody owes: only how often somebody was called. A form that was opened before one of
    /// them is still about the same matter.
    /// </summary>
    public static bool ChangesNothing(RequestAction action) => action is RequestAction.Ring;

    public static IReadOnlyList<LifecycleRow> Rows { get; } =
    [
        .. Hotline(Registered, Reclassify, Registered, "登记时的类别、地点或紧急程度可以在派单前更正。", Role.Agent, Role.Dispatcher),
        .. Hotline(PendingDispatch, Reclassify, PendingDispatch, "退单后重新派单前可以更正类别、地点或紧急程度。", Role.Dispatcher),
        .. Hotline(Registered, AnswerAtOnce, AnsweredAtOnce, "能够当场答复的咨询不必派单。", Role.Agent, Role.Dispatcher),
        .. Hotline(Registered, Refuse, NotAccepted, "依法应走其他渠道的诉求告知原因和渠道。", Role.Agent, Role.Dispatcher),
        .. Hotline(
            Registered,
            TransferEmergency,
            EmergencyTransferred,
            "紧急警情立即转110、119、120或122，工单留作记录。",
            Role.Agent,
            Role.Dispatcher
        ),
        .. Hotline(PendingDispatch, TransferEmergency, EmergencyTransferred, "退单途中发现是紧急警情的，同样立即转。", Role.Dispatcher),
        .. Hotline(
            Registered,
            SendToEmergency,
            HandoverPending,
            "不在通话中的，把工单转给紧急救助，对方确认前本热线不放手。",
            Role.Agent,
            Role.Dispatcher
        ),
        .. Hotline(HandoverPending, ConfirmHandover, EmergencyTransferred, "对方确认接收，工单留作记录。", Role.Agent, Role.Dispatcher),
        .. Hotline(
            HandoverPending,
            DeclineHandover,
            Registered,
            "双方认定不一致的，由首先接到的平台先行受理。",
            Role.Agent,
            Role.Dispatcher
        ),
        .. Hotline(NotAccepted, ContestRefusal, RefusalContested, "诉求人不同意不予受理的，可以提出异议一次。", Role.Agent, Role.Resident),
        .. Hotline(RefusalContested, UpholdRefusal, NotAccepted, "督办员复核后维持的，把理由告知诉求人。", Role.Supervisor),
        .. Hotline(RefusalContested, OverturnRefusal, Registered, "督办员复核认为应当受理的，改为受理并派单。", Role.Supervisor),
        .. Hotline(Registered, Dispatch, Dispatched, "按照派单目录派给有职责的单位，期限印在工单上。", Role.Agent, Role.Dispatcher),
        .. Hotline(PendingDispatch, Dispatch, Dispatched, "退单成立后派给正确的单位，诉求人的时钟不重启。", Role.Dispatcher),
        .. Hotline(PendingDispatch, Designate, Dispatched, "两轮退单成立后由联席会议指定承办单位，被指定的不得再退。", Role.Supervisor),
        new(
            Registered,
            SendToDiscipline,
            Dispatched,
            ActionScope.Program,
            "打击报复举报不经过热线和办理单位，直接送纪检监察。",
            Role.System
        ),
        new(Registered, ImportReply, Replied, ActionScope.Program, "导入的来信若已有答复，连同答复一起进入审核。", Role.System),
        new(Registered, ImportDispatch, Dispatched, ActionScope.Program, "导入的诉求若已有承办单位，连同单位和期限一起带来。", Role.System),
        new(Registered, ImportEnd, Closed, ActionScope.Program, "导入的诉求若已办结，连同办结时间一起带来。", Role.System),
        new(Dispatched, ImportEnd, Closed, ActionScope.Program, "导入的诉求若已由承办单位办结，连同办结时间一起带来。", Role.System),
        new(Dispatched, Ring, Dispatched, ActionScope.Program, "特急工单未签收时呼叫值班人员，逐级上升。", Role.System),
        .. Unit(Dispatched, Sign, Signed, "承办单位签收，首接负责。"),
        .. Unit(Dispatched, RequestAction.Return, ReturnPending, "职责不符的，在时限内说明依据并提出应承办的单位。"),
        .. Unit(Signed, RequestAction.Return, ReturnPending, "签收后发现职责不符的，仍可在退单时限内申请。"),
        .. Hotline(ReturnPending, AcceptReturn, PendingDispatch, "退单理由成立，收回重派。", Role.Dispatcher),
        .. Hotline(ReturnPending, RejectReturn, Dispatched, "退单理由不成立，原单位继续承办。", Role.Dispatcher),
        .. Holder(Signed, RecordContact, InProgress, "首次联系诉求人必须记录，响应率由此计算。"),
        .. Holder(InProgress, RecordContact, InProgress, "办理中的再次联系也留下记录。"),
        .. Holder(Signed, Assign, Signed, "单位内指定具体承办人。"),
        .. Holder(InProgress, Assign, InProgress, "单位内更换具体承办人。"),
        .. new[] { Signed, InProgress }.SelectMany(SubSteps),
        .. Holder(InProgress, SubReport, InProgress, "联系过诉求人之后，下级把结果上报给交办的单位。"),
        .. Holder(InProgress, SubAccept, InProgress, "交办的单位核对下级的结果。"),
        .. Holder(InProgress, SubSendBack, InProgress, "结果不完整的退回下级重办。"),
        .. new[] { Signed, InProgress }.SelectMany(Applications),
        .. new[] { Signed, InProgress }.SelectMany(CoSteps),
        .. Unit(InProgress, AwaitMaterial, AwaitingMaterial, "缺的材料只有诉求人能给，可以等一次，有时限，时钟暂停。"),
        .. Unit(AwaitingMaterial, ResumeWork, InProgress, "材料到了，或不再需要，恢复办理，时钟接着走。"),
        new(AwaitingMaterial, EndPause, InProgress, ActionScope.Program, "等待期满自动恢复办理，不能一直等。", Role.System),
        .. Unit(Hung, RecheckHang, Hung, "挂账期间每季度核查一次，结果告知诉求人。"),
        .. Unit(Hung, ReleaseHang, InProgress, "条件具备后解除挂账，继续办理并答复。"),
        .. Unit(InProgress, Reply, Replied, "答复诉求人并提交审核。"),
        .. Hotline(Replied, AcceptReply, CallbackPending, "答复完整，进入回访。", Role.Reviewer),
        .. Hotline(Replied, SendBack, InProgress, "答复不完整的退回重办，最多两次。", Role.Reviewer),
        .. Hotline(CallbackPending, MissCallback, CallbackPending, "未接通的回访在不同时间再试，最多三次。", Role.Callback),
        .. Hotline(CallbackPending, RecordCallback, Closed, "分别询问是否联系、是否解决、是否满意。", Role.Callback),
        .. Hotline(CallbackPending, RequestAction.Close, Closed, "三次不同时间均未接通，按无效回访办结。", Role.Callback),
        .. new[] { Dispatched, Signed, InProgress }.SelectMany(state =>
            Hotline(state, CallOverdue, state, "期限届满还没有答复的，也要回访诉求人，单位的期限不变。", Role.Callback)
        ),
        .. Hotline(
            CallbackPending,
            SecondHandling,
            Dispatched,
            "诉求人说没有解决或不满意的，退回原单位二次办理一次。",
            Role.Callback,
            Role.Resident
        ),
        .. Hotline(
            CallbackPending,
            ReferDecision,
            DecisionPending,
            "二次办理后仍未解决的，由督办员具名决定。",
            Role.Callback,
            Role.Resident
        ),
        .. Hotline(DecisionPending, DecideEnd, Closed, "具名决定怎样办结，理由告知诉求人；办结不等于解决。", Role.Supervisor),
        .. Hotline(
            Closed,
            Reopen,
            Dispatched,
            "办结后问题又出现或有新情况的，回到原单位重新办理一次。",
            Role.Agent,
            Role.Callback,
            Role.Resident
        ),
        .. new[] { Registered, PendingDispatch, ReturnPending, Dispatched, Signed, InProgress }.SelectMany(state =>
            Hotline(
                state,
                RequestAction.Split,
                state,
                "一段话里说了几件事的，另一件单独成单，各有各的单位和期限。",
                Role.Agent,
                Role.Dispatcher
            )
        ),
        .. Supervisable.SelectMany(SupervisionSteps),
        .. Hotline(Replied, RequestAction.Split, Replied, "审核时发现还有一件没有办的，单独成单。", Role.Dispatcher, Role.Reviewer),
        .. Open.Append(Closed)
            .SelectMany(state =>
                Hotline(state, JoinMatter, state, "几个人说的是同一件事的，归在一起看、一起办；人和件分开数。", RequestAccess.HotlineRoles)
            ),
        .. Open.Append(Closed)
            .SelectMany(state => Hotline(state, LeaveMatter, state, "发现不是同一件事的移出。", RequestAccess.HotlineRoles)),
        .. Open.Select(state => new LifecycleRow(
            state,
            AddFacts,
            state == AwaitingMaterial ? InProgress : state,
            ActionScope.OwnRequest,
            "诉求人可以随时补充情况。",
            Role.Resident
        )),
        .. Open.Where(state => state is not (Replied or CallbackPending or DecisionPending))
            .Select(state => new LifecycleRow(
                state,
                Withdraw,
                Withdrawn,
                ActionScope.OwnRequest,
                "诉求人可以在答复前撤回。",
                Role.Resident
            )),
        new(CallbackPending, Rate, Closed, ActionScope.OwnRequest, "诉求人自己评价，等同于接受回访。", Role.Resident),
        .. new[] { Dispatched, ReturnPending, Signed, InProgress }.Select(state => new LifecycleRow(
            state,
            RequestAction.CorrectDeadlines,
            state,
            ActionScope.Program,
            "当年日历公布前暂定的期限，公布后只往早更正，不往晚更正。",
            Role.System
        )),
        .. Open.SelectMany(ContactSteps),
        .. Enum.GetValues<RequestState>().SelectMany(RightsSteps),
        .. Enum.GetValues<RequestState>()
            .Where(IsFinal)
            .Select(state => new LifecycleRow(
                state,
                EraseContent,
                state,
                ActionScope.Program,
                "保存期限届满的，清除内容，留下不含个人信息的记录。",
                Role.System
            )),
        new(Closed, ApprovePublicText, Closed, ActionScope.Any, "经人审核的公开文本才可公开。", Role.Reviewer),
        new(AnsweredAtOnce, ApprovePublicText, AnsweredAtOnce, ActionScope.Any, "经人审核的公开文本才可公开。", Role.Reviewer),
    ];

    private static readonly ILookup<(RequestState, RequestAction), LifecycleRow> ByStateAndAction = Rows.ToLookup(r => (r.From, r.Action));

    /// <summary>The row for this action in this state, or null where the action does not apply.</summary>
    public static LifecycleRow? Find(RequestState from, RequestAction action) => ByStateAndAction[(from, action)].FirstOrDefault();

    /// <summary>True where one of the actor's roles may do the action in some state; the first of two questions of permission.</summary>
    public static bool MayEver(Actor actor, RequestAction action) => Rows.Any(r => r.Action == action && r.By.Any(actor.Is));

    private static IEnumerable<LifecycleRow> Hotline(
        RequestState from,
        RequestAction action,
        RequestState to,
        string because,
        params Role[] by
    ) => [new(from, action, to, ActionScope.Any, because, by)];

    private static IEnumerable<LifecycleRow> Holder(RequestState from, RequestAction action, RequestState to, string because) =>
        [new(from, action, to, ActionScope.Holder, because, Role.UnitHandler)];

    private static IEnumerable<LifecycleRow> Unit(RequestState from, RequestAction action, RequestState to, string because) =>
        [new(from, action, to, ActionScope.OwnUnit, because, Role.UnitHandler)];
}
