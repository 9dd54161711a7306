namespace Suiying.Contracts.Requests;

/// <summary>
/// 流转过程: what the hotline and the answerable units did with one request, and what its person answered. What a unit gives on to those under it or
/// asks others to help with is not in it: the answerable unit answers for that.
/// </summary>
public sealed record RequestHistory
{
    public required RequestId Request { get; init; }

    /// <summary>工单编号</summary>
    public required string Number { get; init; }

    /// <summary>As it is filed now.</summary>
    public required RequestType Type { get; init; }

    /// <summary>Code of the category as it is filed now; null where it has none.</summary>
    public required string? Category { get; init; }

    /// <summary>Made by a generator.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>In their order, the registration first.</summary>
    public required IReadOnlyList<JournalStep> Steps { get; init; }
}

/// <summary>One step.</summary>
public sealed record JournalStep
{
    /// <summary>1 for the registration; steps that are no work are left out.</summary>
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required WorkKind Kind { get; init; }

    /// <summary>The unit that answers for the request from this step on; null where the step gives it to none.</summary>
    public string? Unit { get; init; }

    /// <summary>By when the unit has to sign, as it stands after this step; null where it has to sign nothing.</summary>
    public DateTimeOffset? SignDueAt { get; init; }

    /// <summary>
    /// By when the unit's reply counts as in time, as it stands after this step: an extension of which the person was not told in time does not count.
    /// Null where none is owed, and while the clock stands still.
    /// </summary>
    public DateTimeOffset? ReplyDueAt { get; init; }

    /// <summary>What the person answered in this step; null where it asked nothing.</summary>
    public PersonAnswers? Answers { get; init; }

    /// <summary>The version of the city's rules of that day.</summary>
    public int RegistryVersion { get; init; }

    /// <summary>True where nobody owes anything after it.</summary>
    public bool Ended { get; init; }
}

/// <summary>What a step is for the work.</summary>
public enum WorkKind
{
    /// <summary>登记</summary>
    Registered,

    /// <summary>不予受理, or handed to an emergency line.</summary>
    NotAccepted,

    /// <summary>改为受理 after the person contested.</summary>
    AcceptedAfterAll,

    /// <summary>直接答复</summary>
    AnsweredAtOnce,

    /// <summary>派单, designated and imported ones included.</summary>
    Given,

    /// <summary>二次办理: the person is asked and the unit has it again.</summary>
    SecondHandling,

    /// <summary>重新办理: what had ended lies with its unit again.</summary>
    Reopened,

    /// <summary>签收</summary>
    Signed,

    /// <summary>联系诉求人</summary>
    Contacted,

    /// <summary>答复</summary>
    Replied,

    /// <summary>退回重办: the reply does not stand.</summary>
    SentBack,

    /// <summary>退单成立</summary>
    Returned,

    /// <summary>The person said how it went, in whatever way.</summary>
    Answered,

    /// <summary>无效回访办结</summary>
    Unreached,

    /// <summary>Answered and ended in another system, whose times these are.</summary>
    EndedElsewhere,

    /// <summary>Ended without another question: decided, withdrawn, terminated.</summary>
    Ended,

    /// <summary>Only the clock: put off, corrected, stopped or started again.</summary>
    ClockMoved,
}
