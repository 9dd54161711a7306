using Suiying.Channels.Features;
using Suiying.Contracts.Channels;
using Suiying.Kernel.Events;

namespace Suiying.Channels.Reactions;

/// <summary>Sends what is due at once. What fails waits in the queue itself, so the event is done with either way.</summary>
internal sealed class WhenKeptSendNotice(SendNotices sending) : IConsumer<NoticeKept>
{
    public static string Name => "channels.notices";

    public Task When(NoticeKept happened, Delivery delivery, CancellationToken ct) =>
        sending.Run(new SendNotices.Command { Only = happened.Notice }, Actor.System, ct);
}
