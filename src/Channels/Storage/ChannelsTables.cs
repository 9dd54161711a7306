using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Phone;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class ChannelsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("channels_api_keys").HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Name).HasMaxLength(ApiKey.LongestName);
            key.Property(k => k.Hash).HasMaxLength(64);
            // Every call with a key asks for it.
            key.HasIndex(k => k.Hash).IsUnique();
        });
        model.Entity<ApiKeyChange>(change =>
        {
            change.ToTable("channels_api_key_changes").HasKey(c => c.Id);
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.KeyName).HasMaxLength(ApiKey.LongestName);
            change.Property(c => c.Reason).HasMaxLength(ApiKeyChange.LongestReason);
            change.Property(c => c.ActorName).HasMaxLength(100);
            change.HasIndex(c => new { c.KeyId, c.Id });
        });
        model.Entity<Open311Request>(request =>
        {
            request.ToTable("channels_open311_requests").HasKey(r => r.RequestId);
            request.Property(r => r.RequestId).HasRequestId().ValueGeneratedNever();
        });
        model.Entity<Open311Update>(update =>
        {
            update.ToTable("channels_open311_updates").HasKey(u => u.Id);
            update.Property(u => u.Id).ValueGeneratedNever();
            update.Property(u => u.RequestId).HasRequestId();
            // What a key added of late.
            update.HasIndex(u => new { u.KeyId, u.At });
        });
        MapPhone(model);
        MessageTables.Map(model);
        InboxTables.Map(model);
        WeChatTables.Map(model);
    }

    private static void MapPhone(ModelBuilder model)
    {
        model.Entity<PhoneExchange>(exchange =>
        {
            exchange.ToTable("channels_exchanges").HasKey(e => e.Id);
            exchange.Property(e => e.Id).ValueGeneratedNever();
            exchange.Property(e => e.Name).HasMaxLength(PhoneExchange.LongestName);
            exchange.Property(e => e.Recordings).HasMaxLength(PhoneExchange.LongestAddress);
            exchange.Property(e => e.RevokedBecause).HasMaxLength(PhoneExchange.LongestReason);
        });
        model.Entity<PhoneCall>(call =>
        {
            call.ToTable("channels_calls").HasKey(c => c.Id);
            call.Property(c => c.Id).ValueGeneratedNever();
            call.Property(c => c.ExternalId).HasMaxLength(CallNoticeReader.LongestId);
            call.Property(c => c.MaskedPhone).HasMaxLength(40);
            call.Property(c => c.TransferredTo).HasMaxLength(CallNoticeReader.LongestId);
            call.Property(c => c.Recording).HasMaxLength(CallNoticeReader.LongestRecording);
            call.Ignore(c => c.Times);
            call.HasIndex(c => new { c.ExchangeId, c.ExternalId }).IsUnique();
            // The wall and the forecast go by time, a panel by agent and time, erasure by who is still known.
            call.HasIndex(c => c.AskedAt);
            call.HasIndex(c => new { c.AgentId, c.AskedAt });
            call.HasIndex(c => new { c.PersonId, c.AskedAt });
        });
        model.Entity<CallEvent>(happened =>
        {
            happened.ToTable("channels_call_events").HasKey(e => e.Id);
            happened.Property(e => e.Id).ValueGeneratedNever();
            happened.HasIndex(e => new { e.CallId, e.At });
        });
        model.Entity<Seat>(seat =>
        {
            seat.ToTable("channels_seats").HasKey(s => s.AgentId);
            seat.Property(s => s.AgentId).ValueGeneratedNever();
        });
        model.Entity<SeatSpan>(span =>
        {
            span.ToTable("channels_seat_spans").HasKey(s => s.Id);
            span.Property(s => s.Id).ValueGeneratedNever();
            span.HasIndex(s => s.Until);
        });
    }

    private static PropertyBuilder<RequestId> HasRequestId(this PropertyBuilder<RequestId> property) =>
        property.HasConversion(id => id.Value, value => new RequestId(value));
}
