namespace Suiying.Contracts.Requests;

/// <summary>诉求类型</summary>
public enum RequestType
{
    /// <summary>咨询</summary>
    Inquiry,

    /// <summary>求助</summary>
    Help,

    /// <summary>投诉</summary>
    Complaint,

    /// <summary>举报: always sealed.</summary>
    Report,

    /// <summary>建议、意见</summary>
    Suggestion,

    /// <summary>表扬</summary>
    Praise,

    /// <summary>其他</summary>
    Other,
}
