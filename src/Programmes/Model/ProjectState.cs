namespace Suiying.Programmes.Model;

/// <summary>项目状态: how far a project has come.</summary>
public enum ProjectState
{
    /// <summary>已确定: in the year's list, with its one accountable leader.</summary>
    Decided,

    /// <summary>实施中: by an approved plan.</summary>
    Running,

    /// <summary>已验收</summary>
    Inspected,

    /// <summary>已评估: its score is signed.</summary>
    Evaluated,

    /// <summary>已销号: done and closed.</summary>
    Closed,

    /// <summary>结转: what was not done goes on as a project of the next year.</summary>
    CarriedOver,
}

/// <summary>项目动作: what can be done with a project.</summary>
public enum ProjectAction
{
    /// <summary>确定</summary>
    Decide,

    /// <summary>编制计划</summary>
    Plan,

    /// <summary>批准计划</summary>
    Approve,

    /// <summary>报送节点</summary>
    Report,

    /// <summary>核实完成</summary>
    Accept,

    /// <summary>退回补正</summary>
    SendBack,

    /// <summary>报送进度: how much was reached and paid.</summary>
    Progress,

    /// <summary>抽查</summary>
    SpotCheck,

    /// <summary>验收</summary>
    Inspect,

    /// <summary>评估</summary>
    Evaluate,

    /// <summary>销号</summary>
    Close,

    /// <summary>结转</summary>
    CarryOver,
}
