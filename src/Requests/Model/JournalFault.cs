using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>What can be wrong with the journal.</summary>
public enum JournalFaultKind
{
    /// <summary>A step's hash is not the hash of what the step says.</summary>
    StepChanged,

    /// <summary>A step does not follow the one before: something was taken out, put in or reordered.</summary>
    ChainBroken,

    /// <summary>A text is not the text that was written with the step.</summary>
    TextChanged,

    /// <summary>The request's state of today is not the last step of its history: the end was cut off.</summary>
    HeadDiffers,

    /// <summary>Steps of a request that no longer exists.</summary>
    RequestMissing,

    /// <summary>The rows under an anchor are not those that were sealed.</summary>
    AnchorDiffers,

    /// <summary>An anchor does not follow the one before.</summary>
    AnchorChainBroken,

    /// <summary>A row stands between two anchors and under neither: it was put in later.</summary>
    RowOutsideAnchors,
}

/// <summary>One thing that is wrong, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">Place in the journal; 0 where no single row is meant.</param>
/// <param name="Request">The request concerned, or null.</param>
/// <param name="Number">工单编号, where the request still exists.</param>
public sealed record JournalFault(JournalFaultKind Kind, long Position, RequestId? Request, string? Number = null)
{
    /// <summary>A sentence for the auditor.</summary>
    public string Text =>
        Kind switch
        {
            JournalFaultKind.StepChanged => "流转记录的内容被改动",
            JournalFaultKind.ChainBroken => "流转记录前后不相接：有记录被删除、插入或调换",
            JournalFaultKind.TextChanged => "文字内容与当时写下的不一致",
            JournalFaultKind.HeadDiffers => "工单现状与最后一条流转记录不一致：末尾被截去或现状被改动",
            JournalFaultKind.RequestMissing => "流转记录所属的工单已不存在",
            JournalFaultKind.AnchorDiffers => "封存范围内的记录与封存时不一致",
            JournalFaultKind.AnchorChainBroken => "封存前后不相接",
            _ => "记录夹在两次封存之间，是事后插入的",
        };
}
