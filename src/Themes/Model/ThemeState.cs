namespace Suiying.Themes.Model;

/// <summary>主题状态: how far a theme has come.</summary>
public enum ThemeState
{
    /// <summary>候选</summary>
    Candidate,

    /// <summary>入围</summary>
    Shortlisted,

    /// <summary>征求意见</summary>
    Consulting,

    /// <summary>已确定: on the annual list, with its month and its units.</summary>
    Decided,

    /// <summary>已启动: its month has come and its plan is written.</summary>
    Started,

    /// <summary>推进中: by an approved plan.</summary>
    Running,

    /// <summary>已中期检查</summary>
    Checked,

    /// <summary>已评估</summary>
    Evaluated,

    /// <summary>已公布</summary>
    Published,

    /// <summary>已回头看</summary>
    LookedBack,

    /// <summary>未选用: left out, with the reason.</summary>
    Dropped,
}

/// <summary>主题动作: what can be done with a theme.</summary>
public enum ThemeAction
{
    /// <summary>提名</summary>
    Propose,

    /// <summary>评分</summary>
    Judge,

    /// <summary>入围</summary>
    Shortlist,

    /// <summary>不选用</summary>
    Drop,

    /// <summary>重新考虑</summary>
    Reconsider,

    /// <summary>征求意见</summary>
    Consult,

    /// <summary>确定</summary>
    Decide,

    /// <summary>启动</summary>
    Start,

    /// <summary>编制方案</summary>
    Plan,

    /// <summary>批准方案</summary>
    Approve,

    /// <summary>报送完成</summary>
    Report,

    /// <summary>核实完成</summary>
    Accept,

    /// <summary>退回补正</summary>
    SendBack,

    /// <summary>中期检查</summary>
    Check,

    /// <summary>评估</summary>
    Evaluate,

    /// <summary>公布</summary>
    Publish,

    /// <summary>回头看</summary>
    LookBack,
}
