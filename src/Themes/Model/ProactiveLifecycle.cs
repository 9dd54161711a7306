namespace Suiying.Themes.Model;

/// <summary>任务状态</summary>
public enum ProactiveState
{
    /// <summary>待办</summary>
    Open,

    /// <summary>待核实</summary>
    Reported,

    /// <summary>已办成: now later calls judge it.</summary>
    Done,

    /// <summary>已评判</summary>
    Judged,

    /// <summary>已撤销</summary>
    Cancelled,
}

/// <summary>任务动作</summary>
public enum ProactiveAction
{
    /// <summary>开任务</summary>
    Open,

    /// <summary>报送完成</summary>
    Report,

    /// <summary>核实完成</summary>
    Accept,

    /// <summary>退回补正</summary>
    SendBack,

    /// <summary>评判</summary>
    Judge,

    /// <summary>撤销</summary>
    Cancel,
}

/// <summary>One allowed step of a task.</summary>
public sealed record ProactiveRow(ProactiveState From, ProactiveAction Action, ProactiveState To, Role By);

/// <summary>未诉先办 as a table. 承办人 acts only for the unit that has the task.</summary>
public static class ProactiveLifecycle
{
    public static IReadOnlyList<ProactiveRow> Rows { get; } =
    [
        new(ProactiveState.Open, ProactiveAction.Report, ProactiveState.Reported, Role.UnitHandler),
        new(ProactiveState.Open, ProactiveAction.Cancel, ProactiveState.Cancelled, Role.Supervisor),
        new(ProactiveState.Reported, ProactiveAction.Report, ProactiveState.Reported, Role.UnitHandler),
        new(ProactiveState.Reported, ProactiveAction.Accept, ProactiveState.Done, Role.Supervisor),
        new(ProactiveState.Reported, ProactiveAction.SendBack, ProactiveState.Open, Role.Supervisor),
        new(ProactiveState.Done, ProactiveAction.Judge, ProactiveState.Judged, Role.Supervisor),
    ];

    public static ProactiveRow? Find(ProactiveState from, ProactiveAction action) =>
        Rows.FirstOrDefault(r => r.From == from && r.Action == action);
}
