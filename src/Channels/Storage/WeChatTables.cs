using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.WeChat;

namespace Suiying.Channels.Storage;

/// <summary>Tables of the city's WeChat account.</summary>
internal static class WeChatTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<WeChatFollower>(follower =>
        {
            follower.ToTable("channels_wechat_followers").HasKey(f => f.Id);
            follower.Property(f => f.Id).ValueGeneratedNever();
            follower.Ignore(f => f.Shown);
            follower.HasIndex(f => f.PersonId);
        });
        model.Entity<WeChatCode>(code =>
        {
            code.ToTable("channels_wechat_codes").HasKey(c => c.PersonId);
            code.Property(c => c.PersonId).ValueGeneratedNever();
            code.Property(c => c.Digits).HasMaxLength(8);
            // Of two accounts that send it at once one is bound.
            code.Property(c => c.TakenBy).IsConcurrencyToken();
            code.HasIndex(c => c.Digits);
        });
    }
}
