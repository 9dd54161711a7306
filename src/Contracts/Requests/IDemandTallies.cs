namespace Suiying.Contracts.Requests;

/// <summary>Requests of one span of time, as they were counted at one moment.</summary>
/// <param name="Registered">By code of area as it was filed, without those below it: those that were registered then.</param>
/// <param name="AsOf">When they were counted.</param>
public sealed record DemandSet(IReadOnlyDictionary<string, int> Registered, DateTimeOffset AsOf);

/// <summary>
/// 诉求量: how much people asked in areas, for who compares them. Requests, not callbacks. Sealed and secret requests and 举报 are
/// in no count.
/// </summary>
public interface IDemandTallies
{
    /// <summary>
    /// Requests from a moment up to another. Counts are kept: those of a span that may still grow are at most a quarter of an hour old, others
    /// at most a day.
    /// </summary>
    Task<DemandSet> Count(DateTimeOffset from, DateTimeOffset until, CancellationToken ct);
}
