using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Model.Push;
using Suiying.Channels.Model.Webhooks;

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
        model.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("channels_subscriptions").HasKey(s => new { s.StaffId, s.Periodical });
            subscription.Property(s => s.Periodical).HasMaxLength(Subscription.LongestKey);
            subscription.HasIndex(s => s.Periodical);
        });
        model.Entity<PushBrowser>(browser =>
        {
            browser.ToTable("channels_push_browsers").HasKey(b => b.Id);
            browser.Property(b => b.Id).ValueGeneratedNever();
            browser.HasIndex(b => b.PersonId);
        });
        model.Entity<PushKey>(key =>
        {
            key.ToTable("channels_push_keys").HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
        });
        model.Entity<Webhook>(webhook =>
        {
            webhook.ToTable("channels_webhooks").HasKey(w => w.Id);
            webhook.Property(w => w.Id).ValueGeneratedNever();
            webhook.Property(w => w.Name).HasMaxLength(Webhook.LongestName);
            webhook.Property(w => w.Address).HasMaxLength(2 * Webhook.LongestAddress);
            webhook.Property(w => w.Events).HasMaxLength(100);
            webhook.Property(w => w.PausedBecause).HasMaxLength(Webhook.LongestReason);
            webhook.Ignore(w => w.Subscribed);
        });
        model.Entity<WebhookDelivery>(delivery =>
        {
            delivery.ToTable("channels_webhook_deliveries").HasKey(d => d.Id);
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Property(d => d.Type).HasMaxLength(40);
            delivery.Property(d => d.Problem).HasMaxLength(WebhookDelivery.LongestProblem);
            // The sender goes by what is due, the page by address and time.
            delivery.HasIndex(d => new { d.State, d.DueAt });
            delivery.HasIndex(d => new { d.WebhookId, d.CreatedAt });
        });
    }
}
