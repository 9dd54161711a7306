using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;

namespace Suiying.Channels.Storage;

/// <summary>Columns and indexes of what comes in as messages.</summary>
internal static class InboxTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<InboxSource>(source =>
        {
            source.ToTable("channels_inbox_sources").HasKey(s => s.Id);
            source.Property(s => s.Id).ValueGeneratedNever();
            source.Property(s => s.Name).HasMaxLength(InboxSource.LongestName);
            source.Property(s => s.RevokedBecause).HasMaxLength(InboxSource.LongestReason);
            source.Ignore(s => s.IsMailbox);
        });
        model.Entity<IncomingMessage>(message =>
        {
            message.ToTable("channels_inbox").HasKey(m => m.Id);
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.ExternalId).HasMaxLength(MessageNoticeReader.LongestId);
            message.Property(m => m.MaskedSender).HasMaxLength(200);
            message.Property(m => m.Reason).HasMaxLength(IncomingMessage.LongestReason);
            message.Property(m => m.Number).HasMaxLength(40);
            message.Property(m => m.HandlerName).HasMaxLength(100);
            message.Ignore(m => m.Request).Ignore(m => m.Person);
            message.HasIndex(m => new { m.SourceId, m.ExternalId }).IsUnique();
            // The queue goes by state and time, erasure by who is still known.
            message.HasIndex(m => new { m.State, m.ReceivedAt });
            message.HasIndex(m => m.PersonId);
        });
    }
}
