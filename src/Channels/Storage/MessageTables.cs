using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;

namespace Suiying.Channels.Storage;

/// <summary>Tables of what goes out.</summary>
internal static class MessageTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OutgoingNotice>(notice =>
        {
            notice.ToTable("channels_notices").HasKey(n => n.Id);
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Property(n => n.Matter).HasMaxLength(60);
            notice.Property(n => n.Facts).HasMaxLength(2000);
            notice.Property(n => n.Problem).HasMaxLength(OutgoingNotice.LongestProblem);
            notice.Ignore(n => n.Told);
            // The sender goes by what is due, the page by state and time.
            notice.HasIndex(n => new { n.State, n.DueAt });
            notice.HasIndex(n => new { n.State, n.CreatedAt });
        });
        model.Entity<MessageWishes>(wishes =>
        {
            wishes.ToTable("channels_wishes").HasKey(w => w.PersonId);
            wishes.Property(w => w.PersonId).ValueGeneratedNever();
            wishes.Property(w => w.Language).HasMaxLength(5);
        });
    }
}
