namespace Suiying.Scores.Model;

/// <summary>The time in which a unit may ask for an exclusion is over.</summary>
public sealed record ExclusionTooLate(DateTimeOffset Due, int Days)
    : Refusal(
        RefusalKind.Conflict,
        "exclusion_too_late",
        $"剔除应在回访后 {Days} 个工作日内申请，这一件到 {Due:yyyy-MM-dd HH:mm} 为止，现在已经过了。"
    );

/// <summary>One answer is asked about once.</summary>
public sealed record ExclusionAskedAlready() : Refusal(RefusalKind.Conflict, "exclusion_asked", "这次回访已经申请过剔除，不能再申请。");

/// <summary>Somebody took the step before.</summary>
public sealed record ExclusionMoved(ExclusionState Now)
    : Refusal(RefusalKind.Conflict, "exclusion_moved", "这件剔除申请的状态已经变了，请刷新后再看。");

/// <summary>回避: nobody reviews or decides what is theirs or their unit's.</summary>
public sealed record ReviewerInvolved()
    : Refusal(RefusalKind.Conflict, "reviewer_involved", "您是申请人、初审人或被考核单位的人，不能由您审核，请换一位。");

/// <summary>A month is closed when it is over.</summary>
public sealed record MonthNotOver() : Refusal(RefusalKind.Conflict, "month_not_over", "这个考核月还没有结束，不能公布。");

/// <summary>Somebody signed before.</summary>
public sealed record ReleasedMeanwhile()
    : Refusal(RefusalKind.Conflict, "released_meanwhile", "刚才已有人公布或修订了这个月，请刷新后再看。");

/// <summary>What is asked for would change what is closed.</summary>
public sealed record ExclusionsOpen(int Open)
    : Refusal(RefusalKind.Conflict, "exclusions_open", $"这个月还有 {Open} 件剔除申请没有决定，决定后才能公布。");

/// <summary>A revision says something else than what stands.</summary>
public sealed record NothingChanged() : Refusal(RefusalKind.Conflict, "nothing_changed", "与已公布的没有出入，不用修订。");

/// <summary>Nobody answered in the month.</summary>
public sealed record NothingToRelease() : Refusal(RefusalKind.Conflict, "nothing_to_release", "这个月没有有效回访，没有可公布的。");
