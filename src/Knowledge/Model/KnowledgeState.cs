namespace Suiying.Knowledge.Model;

/// <summary>知识状态 of one version. Whether a published one is still good is told by the day: see <see cref="Standing"/>.</summary>
public enum KnowledgeState
{
    Draft,
    UnitReview,
    HotlineReview,
    Published,
    Replaced,
    Withdrawn,
    Discarded,
}

/// <summary>知识操作: what can be done to an item.</summary>
public enum KnowledgeAction
{
    Write,
    Import,
    Edit,
    Revise,
    Submit,
    Confirm,
    SendBack,
    Publish,
    Review,
    Replace,
    Withdraw,
    Discard,
}
