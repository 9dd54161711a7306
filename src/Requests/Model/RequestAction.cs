namespace Suiying.Requests.Model;

/// <summary>What can be done to a request. Each action that is done becomes a transition.</summary>
public enum RequestAction
{
    Register,
    Reclassify,
    AnswerAtOnce,
    Refuse,
    TransferEmergency,
    Dispatch,
    Ring,
    Sign,
    RecordContact,
    Assign,
    Reply,
    Return,
    AcceptReturn,
    RejectReturn,
    AcceptReply,
    SendBack,
    RecordCallback,
    MissCallback,
    Close,
    AddFacts,
    Withdraw,
    Rate,
    ApprovePublicText,
    ImportReply,
    ImportDispatch,
    ImportEnd,
    SubDispatch,
    SubSign,
    SubReport,
    SubAccept,
    SubSendBack,
    SubReturn,
    SubRecall,
    Designate,
    SendToEmergency,
    ConfirmHandover,
    DeclineHandover,
    ContestRefusal,
    UpholdRefusal,
    OverturnRefusal,
    AskExtension,
    GrantExtension,
    TellExtension,
    AskHang,
    GrantHang,
    RecheckHang,
    ReleaseHang,
    AskTermination,
    GrantTermination,
    DeclineApplication,
    AwaitMaterial,
    ResumeWork,
    EndPause,
    AskCoHandler,
    CoSign,
    CoInterim,
    CoReport,
    CoDecline,
    CoOrder,
    CoRelease,
    CoAccept,
    CoSendBack,
    CoWithdraw,
    CallOverdue,
    SecondHandling,
    ReferDecision,
    DecideEnd,
    Reopen,

    /// <summary>并入同一事项</summary>
    JoinMatter,

    /// <summary>移出同一事项</summary>
    LeaveMatter,

    /// <summary>发出督办</summary>
    Supervise,

    /// <summary>回复督办或批示</summary>
    AnswerSupervision,

    /// <summary>退回重报</summary>
    SendBackSupervision,

    /// <summary>解除督办、批示阅结</summary>
    ReleaseSupervision,

    /// <summary>升级督办: the next rung.</summary>
    EscalateSupervision,

    /// <summary>领导批示</summary>
    Instruct,

    /// <summary>送纪检监察, by the program.</summary>
    SendToDiscipline,

    /// <summary>拆分: a further matter becomes a request of its own.</summary>
    Split,

    /// <summary>提出个人信息权利请求</summary>
    ClaimRight,

    /// <summary>办理权利请求</summary>
    GrantClaim,

    /// <summary>不予办理权利请求</summary>
    RefuseClaim,

    /// <summary>对不予办理请求复核</summary>
    ContestClaim,

    /// <summary>撤回权利请求</summary>
    WithdrawClaim,

    /// <summary>到期清除内容, by the program.</summary>
    EraseContent,

    /// <summary>日历公布后更正期限, by the program.</summary>
    CorrectDeadlines,

    /// <summary>只用文字联系, or calls again.</summary>
    MarkTextOnly,

    /// <summary>只用文字联系, as it was recorded on another request of the same person; by the program.</summary>
    CarryTextOnly,
}
