using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;

namespace Suiying.Channels.Reactions;

/// <summary>A message whose request exists waits no longer: both have one id.</summary>
internal sealed class WhenRegisteredCloseMessage(ChannelsDb db) : IConsumer<RequestMoved>
{
    public static string Name => "channels.inbox";

    public static bool Wants(RequestMoved happened) => happened is { Seq: 1, Synthetic: false };

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct) =>
        (await db.Inbox.FirstOrDefaultAsync(m => m.Id == happened.Request.Value, ct))?.Register(happened.At);
}
