using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suiying.Channels.Model;
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
    }

    private static PropertyBuilder<RequestId> HasRequestId(this PropertyBuilder<RequestId> property) =>
        property.HasConversion(id => id.Value, value => new RequestId(value));
}
