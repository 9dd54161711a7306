namespace Suiying.Programmes.Model;

/// <summary>The project has come to a state in which the step is not taken.</summary>
public sealed record ProjectElsewhere(ProjectState State)
    : Refusal(
        RefusalKind.Conflict,
        "project_elsewhere",
        $"这个项目现在是“{(Phrase)ProgrammeWords.Of(State)}”，不能这样操作，请刷新后再看。"
    );

/// <summary>Somebody changed it meanwhile.</summary>
public sealed record ProjectChanged()
    : Refusal(RefusalKind.Conflict, "project_changed", "刚才有人改动了这一项，请刷新后再操作。您写的还在。");

/// <summary>The proposal has come to a state in which the step is not taken.</summary>
public sealed record ProposalElsewhere(ProposalState State)
    : Refusal(
        RefusalKind.Conflict,
        "proposal_elsewhere",
        $"这条建议现在是“{(Phrase)ProgrammeWords.Of(State)}”，不能这样操作，请刷新后再看。"
    );

/// <summary>There is no plan to approve.</summary>
public sealed record PlanMissing() : Refusal(RefusalKind.Conflict, "plan_missing", "牵头单位还没有报送计划。");

/// <summary>It was accepted and stays so.</summary>
public sealed record NodeDone() : Refusal(RefusalKind.Conflict, "node_done", "这个节点已经核实完成。");

/// <summary>Nothing waits to be looked at.</summary>
public sealed record NodeNotReported() : Refusal(RefusalKind.Conflict, "node_not_reported", "这个节点没有待核实的报送。");

/// <summary>Only what counts as done is looked at again.</summary>
public sealed record NodeNotAccepted() : Refusal(RefusalKind.Conflict, "node_not_accepted", "只抽查已核实完成的节点。");

/// <summary>A milestone without evidence is not done.</summary>
public sealed record EvidenceMissing() : Refusal(RefusalKind.Conflict, "evidence_missing", "没有附证明材料，不能核实为完成，请退回补正。");

/// <summary>What is not done is not inspected.</summary>
public sealed record NodesOpen(int Open) : Refusal(RefusalKind.Conflict, "nodes_open", $"还有 {Open} 个节点没有核实完成，不能验收。");

/// <summary>What missed its target is carried over and not closed.</summary>
public sealed record TargetMissed() : Refusal(RefusalKind.Conflict, "target_missed", "没有达到目标数量，不能销号，请结转下一年。");

/// <summary>People are asked once something was shown to be done.</summary>
public sealed record NothingToConfirm()
    : Refusal(RefusalKind.Conflict, "nothing_to_confirm", "这个项目还没有核实完成的节点，或者已经结束，现在不用确认。");

/// <summary>A programme that is voted on takes only what was elected.</summary>
public sealed record NotElected() : Refusal(RefusalKind.Conflict, "not_elected", "这个方案由票决确定，这条建议还没有当选。");

/// <summary>Every idea is read by a person, and one resident's must not bury all others'.</summary>
public sealed record EnoughIdeas(int Most)
    : Refusal(RefusalKind.Conflict, "enough_ideas", $"您 30 天内已提了 {Most} 条建议，等看过以后再提。有急事请直接反映。");
