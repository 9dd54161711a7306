using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Model.Push;
using Suiying.Channels.Model.Webhooks;
using Suiying.Channels.Model.WeChat;
using Suiying.Kernel.Data;

namespace Suiying.Channels.Storage;

/// <summary>The tables of the Channels module.</summary>
public sealed class ChannelsDb(DbContextOptions<ChannelsDb> options, ChannelsModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ApiKeyChange> ApiKeyChanges => Set<ApiKeyChange>();

    public DbSet<Open311Request> Requests => Set<Open311Request>();

    public DbSet<Open311Update> Updates => Set<Open311Update>();

    public DbSet<PhoneExchange> Exchanges => Set<PhoneExchange>();

    public DbSet<PhoneCall> Calls => Set<PhoneCall>();

    public DbSet<CallEvent> CallEvents => Set<CallEvent>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<SeatSpan> SeatSpans => Set<SeatSpan>();

    public DbSet<OutgoingNotice> Notices => Set<OutgoingNotice>();

    public DbSet<MessageWishes> Wishes => Set<MessageWishes>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<PushBrowser> Browsers => Set<PushBrowser>();

    public DbSet<PushKey> PushKeys => Set<PushKey>();

    public DbSet<InboxSource> InboxSources => Set<InboxSource>();

    public DbSet<IncomingMessage> Inbox => Set<IncomingMessage>();

    public DbSet<InboxPart> InboxParts => Set<InboxPart>();

    public DbSet<WeChatFollower> Followers => Set<WeChatFollower>();

    public DbSet<WeChatCode> WeChatCodes => Set<WeChatCode>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> Deliveries => Set<WebhookDelivery>();
}
