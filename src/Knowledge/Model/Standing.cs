namespace Suiying.Knowledge.Model;

/// <summary>时效: how a published item stands on a day. Never stored, so that it is never late.</summary>
public enum Standing
{
    Current,
    Expiring,
    NotYet,
    ReviewOverdue,
    Expired,
}

/// <summary>有效期: by when an item must have been looked at, and until when it holds.</summary>
/// <param name="From">The first day, or null.</param>
/// <param name="To">The last day, or null.</param>
/// <param name="ReviewDueOn">The last day without a review.</param>
public readonly record struct Validity(DateOnly? From, DateOnly? To, DateOnly? ReviewDueOn)
{
    /// <summary>So long before the end the owner is told. 示例</summary>
    public const int SoonDays = 30;

    /// <summary>So long before a review is due the owner is told. 示例</summary>
    public const int ReviewSoonDays = 7;

    public Standing On(DateOnly today) =>
        To < today ? Standing.Expired
        : ReviewDueOn < today ? Standing.ReviewOverdue
        : From > today ? Standing.NotYet
        : To <= today.AddDays(SoonDays) || ReviewDueOn <= today.AddDays(ReviewSoonDays) ? Standing.Expiring
        : Standing.Current;

    /// <summary>True where it may be read out as today's policy.</summary>
    public static bool IsGood(Standing standing) => standing is Standing.Current or Standing.Expiring;
}
