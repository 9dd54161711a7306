namespace Suiying.Engines.Replies;

/// <summary>答复疑点: what may be wrong with a reply.</summary>
public enum ReplyFault
{
    /// <summary>答非所问: it deals with another matter.</summary>
    Irrelevant,

    /// <summary>答复不全: of several things asked, some are left unanswered.</summary>
    Incomplete,

    /// <summary>未说明理由: it says no and gives neither reason nor basis nor whom to ask.</summary>
    Unexplained,

    /// <summary>承诺无期限: it promises a step without a date or period.</summary>
    Undated,

    /// <summary>套话答复: it holds set phrases only.</summary>
    Template,
}
