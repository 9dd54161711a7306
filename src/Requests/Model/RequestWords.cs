namespace Suiying.Requests.Model;

/// <summary>来源渠道. All come into one queue.</summary>
public enum Channel
{
    Phone,
    Web,
    Sms,
    App,
    WeChat,
    Mailbox,
    LeaderBoard,
    WalkIn,
    Grid,
    SuperiorAssign,
    Hotline110,
    Letter,
    Department,

    /// <summary>导入: came with a table of another system.</summary>
    Import,
}

/// <summary>工单状态</summary>
public enum RequestState
{
    /// <summary>已登记，待派单</summary>
    Registered,

    /// <summary>已直接答复</summary>
    AnsweredAtOnce,

    /// <summary>不予受理</summary>
    NotAccepted,

    /// <summary>已转紧急救助</summary>
    EmergencyTransferred,

    /// <summary>已派单，待签收</summary>
    Dispatched,

    /// <summary>申请退单，待裁定</summary>
    ReturnPending,

    /// <summary>退单成立，待重新派单</summary>
    PendingDispatch,

    /// <summary>已签收，待首次联系</summary>
    Signed,

    /// <summary>办理中</summary>
    InProgress,

    /// <summary>已答复，待审核</summary>
    Replied,

    /// <summary>待回访</summary>
    CallbackPending,

    /// <summary>已办结. Closed is not solved: whether it was solved is another fact.</summary>
    Closed,

    /// <summary>诉求人撤回</summary>
    Withdrawn,

    /// <summary>不予受理复核中: the person contests it, a supervisor answers</summary>
    RefusalContested,

    /// <summary>转接待确认: a ticket was sent to an emergency service, which has not confirmed it</summary>
    HandoverPending,

    /// <summary>待补充材料: the clock waits, for a while, for what only the person can give</summary>
    AwaitingMaterial,

    /// <summary>已挂账: it cannot be solved now; a plan with a date stands and is looked at each quarter</summary>
    Hung,

    /// <summary>已终止: the person does not cooperate, or it turned out to be none of the hotline's</summary>
    Terminated,

    /// <summary>待督办决定: done twice and still not solved for the person; somebody by name decides</summary>
    DecisionPending,
}

/// <summary>保密等级 (domain A.13)</summary>
public enum Confidentiality
{
    /// <summary>The handling unit may open the contact for a stated purpose.</summary>
    Normal,

    /// <summary>The person asked for secrecy: only callback staff may open the contact.</summary>
    Secret,

    /// <summary>举报、控告, or about the conduct of a unit or official: the accused and all under it see nothing at all.</summary>
    Sealed,
}

/// <summary>是否解决</summary>
public enum Solved
{
    Yes,
    Partly,
    No,
}

/// <summary>是否满意</summary>
public enum Satisfied
{
    Yes,
    Mostly,
    No,
    NotSaid,
}

/// <summary>不予受理的原因 (domain A.8)</summary>
public enum RefusalReason
{
    N01Emergency,
    N02Litigation,
    N03Arbitration,
    N04Discipline,
    N05Reconsideration,
    N06Disclosure,
    N07Petition,
    N08StateSecret,
    N09TradeSecret,
    N10Privacy,
    N11PublicOrder,
    N12RepeatedWithoutNewFact,
    N13OutsideDuties,
    N14LawfullyConcluded,
    N15OutsideArea,
    N16CannotVerify,
}

/// <summary>退单的原因 (domain A.8)</summary>
public enum ReturnReason
{
    R01NotOurDuty,
    R02NotOurArea,
    R03WrongDispatch,
    R04Unclear,
    R05Repeated,
    R06HigherLevel,
}

/// <summary>督办决定: how a matter ends that was done twice and is not solved for the person.</summary>
public enum EndDecision
{
    /// <summary>解释办结: lawfully done or impossible; explained</summary>
    Explained,

    /// <summary>未解决办结: ends unsolved, and counts as unsolved</summary>
    Unsolved,
}
