namespace Suiying.Contracts.Requests;

/// <summary>档案分段: requests that are read together, by their ids.</summary>
/// <param name="After">Those after this one.</param>
/// <param name="UpTo">Up to this one, itself included.</param>
/// <param name="Only">Of them these alone, in their order; null for all.</param>
public sealed record JournalPart(RequestId After, RequestId UpTo, IReadOnlyList<RequestId>? Only = null);
