namespace Suiying.Scores.Model;

/// <summary>剔除事由: why what a person answered may be left out of the scores. It never takes anything from the person.</summary>
public enum ExclusionGround
{
    /// <summary>E1 诉求不合法或不合理: needs the law that says so.</summary>
    Unlawful,

    /// <summary>E2 不可抗力</summary>
    ForceMajeure,

    /// <summary>E3 已进入诉讼、信访等法定途径</summary>
    OtherProcedure,

    /// <summary>E4 责任不在本市</summary>
    NotThisCity,

    /// <summary>E5 恶意重复</summary>
    MaliciousRepeat,

    /// <summary>E6 回访记录有误: the recording tells.</summary>
    CallbackError,

    /// <summary>E7 历史遗留，已挂账</summary>
    Hung,

    /// <summary>E8 政策空白，已上报</summary>
    PolicyGap,
}

/// <summary>剔除申请的状态</summary>
public enum ExclusionState
{
    /// <summary>待初审</summary>
    Asked,

    /// <summary>待决定</summary>
    Reviewed,

    /// <summary>已剔除</summary>
    Granted,

    /// <summary>不予剔除</summary>
    Refused,

    /// <summary>已撤回</summary>
    Withdrawn,
}
