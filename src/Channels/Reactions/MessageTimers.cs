using Microsoft.Extensions.Logging;
using Suiying.Channels.Features;

namespace Suiying.Channels.Reactions;

/// <summary>Sends what has waited: for the end of quiet hours, for a digest, or to be tried again; each hour forgets what is no longer kept.</summary>
internal sealed class MessageTimers(Scoped scoped, TimeProvider time, ILogger<MessageTimers> log)
    : Turns(TimeSpan.FromSeconds(5), scoped, time, log)
{
    private readonly TimeProvider clock = time;
    private DateTimeOffset clearAt;

    protected override async Task Take(CancellationToken ct)
    {
        await Task.WhenAll(
            Try<SendNotices>("messages", send => send.Run(new SendNotices.Command(), Actor.System, ct)),
            Try<SendDeliveries>("webhooks", send => send.Run(new SendDeliveries.Command(), Actor.System, ct))
        );
        if (clock.GetUtcNow() < clearAt)
            return;
        await Try<ClearMessages>("clearing", clear => clear.Run(new ClearMessages.Command(), Actor.System, ct));
        await Try<ClearInbox>("clearing the inbox", clear => clear.Run(new ClearInbox.Command(), Actor.System, ct));
        clearAt = clock.GetUtcNow().AddHours(1);
    }
}
