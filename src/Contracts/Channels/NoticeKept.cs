using Suiying.Kernel.Events;

namespace Suiying.Contracts.Channels;

/// <summary>A message is kept that is to go out now.</summary>
public sealed record NoticeKept : IEvent
{
    public static string Name => "channels.notice-kept";

    /// <summary>Which message.</summary>
    public required Guid Notice { get; init; }

    string IEvent.Aggregate => Notice.ToString();
}
