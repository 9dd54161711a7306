using Suiying.Kernel.Events;

namespace Suiying.Contracts.Requests;

/// <summary>批量载入: requests came with their history, in one load; of their steps no event tells.</summary>
public sealed record RequestsLoaded : IEvent
{
    public static string Name => "requests.loaded";

    /// <summary>When the first of them was registered.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When the last step on one of them was taken.</summary>
    public required DateTimeOffset Until { get; init; }

    string IEvent.Aggregate => "load";
}
