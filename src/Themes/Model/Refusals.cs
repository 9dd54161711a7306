namespace Suiying.Themes.Model;

/// <summary>The theme has come to a state in which the step is not taken.</summary>
public sealed record ThemeElsewhere(ThemeState State)
    : Refusal(RefusalKind.Conflict, "theme_elsewhere", $"这个主题现在是“{(Phrase)ThemeWords.Of(State)}”，不能这样操作，请刷新后再看。");

/// <summary>Somebody changed it meanwhile.</summary>
public sealed record ThemeChanged()
    : Refusal(RefusalKind.Conflict, "theme_changed", "刚才有人改动了这个主题，请刷新后再操作。您写的还在。");

/// <summary>Only what was judged is short-listed.</summary>
public sealed record NotJudged() : Refusal(RefusalKind.Conflict, "not_judged", "先填评分卡，再入围。");

/// <summary>Whoever is asked has the time that was promised.</summary>
public sealed record OpinionsOpen(DateOnly Until)
    : Refusal(RefusalKind.Conflict, "opinions_open", $"征求意见到 {Until:yyyy-MM-dd} 为止，期满后才能确定。");

/// <summary>Opinions are not asked for, or no longer.</summary>
public sealed record OpinionsClosed() : Refusal(RefusalKind.Conflict, "opinions_closed", "这个主题现在不征求意见。");

/// <summary>A theme begins in its month.</summary>
public sealed record MonthNotCome(DateOnly Month)
    : Refusal(RefusalKind.Conflict, "month_not_come", $"这个主题从 {Month:yyyy-MM} 开始，还没到。");

/// <summary>There is no plan to approve.</summary>
public sealed record NotPlanned() : Refusal(RefusalKind.Conflict, "not_planned", "牵头单位还没有报送方案。");

/// <summary>It was accepted and stays so.</summary>
public sealed record MilestoneDone() : Refusal(RefusalKind.Conflict, "milestone_done", "这个节点已经核实完成。");

/// <summary>Nothing waits to be looked at.</summary>
public sealed record MilestoneNotReported() : Refusal(RefusalKind.Conflict, "milestone_not_reported", "这个节点没有待核实的报送。");

/// <summary>A milestone without evidence is not done.</summary>
public sealed record NoEvidence() : Refusal(RefusalKind.Conflict, "no_evidence", "没有附证明材料，不能核实为完成，请退回补正。");

/// <summary>There are too few whole weeks since the work began.</summary>
public sealed record TooEarly(DateOnly From)
    : Refusal(RefusalKind.Conflict, "too_early", $"启动后满 4 个整周才能评估，从 {From:yyyy-MM-dd} 起可以。");

/// <summary>回头看 comes when its time has come.</summary>
public sealed record LookBackLater(DateOnly From) : Refusal(RefusalKind.Conflict, "look_back_later", $"从 {From:yyyy-MM-dd} 起回头看。");

/// <summary>The task has come to a state in which the step is not taken.</summary>
public sealed record TaskElsewhere(ProactiveState State)
    : Refusal(RefusalKind.Conflict, "task_elsewhere", $"这项任务现在是“{(Phrase)ThemeWords.Of(State)}”，不能这样操作，请刷新后再看。");

/// <summary>Somebody changed the task meanwhile.</summary>
public sealed record TaskChanged() : Refusal(RefusalKind.Conflict, "task_changed", "刚才有人改动了这项任务，请刷新后再操作。您写的还在。");

/// <summary>Later calls judge it, and they are not in yet.</summary>
public sealed record CallsNotIn(DateOnly From)
    : Refusal(RefusalKind.Conflict, "calls_not_in", $"评判用的几周还没过完，从 {From:yyyy-MM-dd} 起可以。");

/// <summary>What it would be compared with is no longer counted.</summary>
public sealed record TooLongAgo() : Refusal(RefusalKind.Conflict, "too_long_ago", "这几周过去太久，已经没有可以比较的数据。");
