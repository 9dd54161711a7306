namespace Suiying.Contracts.Requests;

/// <summary>
/// Id of a request; version 7, so that it follows the time of registration. The one id that runs through the whole loop. Its order is that of the
/// database.
/// </summary>
public readonly record struct RequestId(Guid Value)
{
    /// <summary>Every id is as high or lower.</summary>
    public static RequestId Highest { get; } = new(Guid.AllBitsSet);

    public static RequestId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public static bool operator <(RequestId one, RequestId other) => one.Value < other.Value;

    public static bool operator >(RequestId one, RequestId other) => one.Value > other.Value;

    public static bool operator <=(RequestId one, RequestId other) => one.Value <= other.Value;

    public static bool operator >=(RequestId one, RequestId other) => one.Value >= other.Value;
}
