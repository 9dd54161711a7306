namespace Suiying.Requests.Model;

/// <summary>
/// 只用文字联系: calls do not reach this person, and they have said so once. Nobody asks why, and nothing of the kind is kept.
/// </summary>
public sealed class TextOnlyPerson
{
    private TextOnlyPerson() { }

    public TextOnlyPerson(Guid person, DateTimeOffset at) => (PersonId, At) = (person, at);

    /// <summary>The sealed person.</summary>
    public Guid PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>电话联系不到本人</summary>
public sealed record CallsDoNotReach()
    : Refusal(
        RefusalKind.Conflict,
        "calls_do_not_reach",
        "诉求人只用文字联系，没有电话可打，也就没有未接通。回访用评价链接：链接已随办理结果发给诉求人，在“查进度”里也能评价。"
    );

/// <summary>没有可联系的人</summary>
public sealed record NobodyToReach() : Refusal(RefusalKind.Conflict, "nobody_to_reach", "诉求人没有留下联系方式，不用记怎样联系。");

/// <summary>首次联系用文字</summary>
public sealed record ContactInWriting()
    : Refusal(
        RefusalKind.Conflict,
        "contact_in_writing",
        "诉求人只用文字联系，请发短信或留言，再记“短信或留言”；要诉求人补充的，用“等待补充材料”写明要什么。"
    );

/// <summary>书面回访还没有到期</summary>
public sealed record WrittenAnswerAwaited()
    : Refusal(
        RefusalKind.Conflict,
        "written_answer_awaited",
        "评价链接还没有过期，诉求人还可以书面评价；过期仍没有评价的，才按无效回访办结。"
    );
