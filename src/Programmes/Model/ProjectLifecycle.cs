using static Suiying.Programmes.Model.ProjectAction;
using static Suiying.Programmes.Model.ProjectState;

namespace Suiying.Programmes.Model;

/// <summary>One allowed step of a project and why it is allowed.</summary>
public sealed record ProjectRow(ProjectState From, ProjectAction Action, ProjectState To, string Because, Role By);

/// <summary>民生实事 as a table, in the order of the year's work. 承办人 acts only for a unit that the project was given to.</summary>
public static class ProjectLifecycle
{
    public static IReadOnlyList<ProjectRow> Rows { get; } =
    [
        new(Decided, Plan, Decided, "牵头单位编制计划，批准以前可以改。", Role.UnitHandler),
        new(Decided, Approve, Running, "计划批准后按节点实施。", Role.Supervisor),
        new(Running, Report, Running, "责任单位报送节点和证明材料。", Role.UnitHandler),
        new(Running, Accept, Running, "核实材料后才算完成。", Role.Supervisor),
        new(Running, SendBack, Running, "材料不足的退回补正。", Role.Supervisor),
        new(Running, Progress, Running, "责任单位报送完成数量和支付资金。", Role.UnitHandler),
        new(Running, SpotCheck, Running, "已核实的节点还要抽查。", Role.Supervisor),
        new(Running, Inspect, Inspected, "节点全部核实后验收。", Role.Supervisor),
        new(Running, CarryOver, CarriedOver, "年内没有办完的结转下一年。", Role.Leader),
        new(Inspected, Progress, Inspected, "验收后还可以支付尾款。", Role.UnitHandler),
        new(Inspected, SpotCheck, Running, "抽查不实的退回实施。", Role.Supervisor),
        new(Inspected, Evaluate, Evaluated, "按方案的分值评估。", Role.Supervisor),
        new(Evaluated, Evaluate, Evaluated, "销号以前可以重新评估。", Role.Supervisor),
        new(Evaluated, Close, Closed, "办成的由领导签字销号。", Role.Leader),
        new(Evaluated, CarryOver, CarriedOver, "没有达到目标的结转下一年。", Role.Leader),
    ];

    public static ProjectRow? Find(ProjectState from, ProjectAction action) =>
        Rows.FirstOrDefault(r => r.From == from && r.Action == action);
}
