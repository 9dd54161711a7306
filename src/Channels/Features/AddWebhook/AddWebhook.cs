using Suiying.Channels.Model.Phone;
using Suiying.Channels.Model.Webhooks;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>添加状态推送: an address that is told of public requests; its secret is told once.</summary>
public sealed class AddWebhook(ChannelsDb db, OutboundGuard guard, WebhookPost post, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Whose program it is.</summary>
        public required string Name { get; init; }

        public required string Address { get; init; }

        public required IReadOnlyList<WebhookEvent> Events { get; init; }
    }

    public sealed record Added(Guid Id, string Name, string Secret)
    {
        public override string ToString() => $"Added {Id}";
    }

    public async Task<Outcome<Added>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        var (name, address, problems) = (command.Name.Trim(), command.Address.Trim(), new List<FieldProblem>());
        if (name.Length is 0 or > Webhook.LongestName || name.Any(char.IsControl))
            problems.Add(new FieldProblem("name", $"请写明给谁用，最多{Webhook.LongestName}个字。"));
        if (address.Length > Webhook.LongestAddress)
            problems.Add(new FieldProblem("address", $"网址最多{Webhook.LongestAddress}个字。"));
        else if (await guard.Problem(address, ct) is { } wrong)
            problems.Add(wrong);
        if (command.Events.Count == 0)
            problems.Add(new FieldProblem("events", "请至少选一种事件。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        var (now, secret) = (time.GetUtcNow(), SignedMessage.NewSecret());
        var webhook = new Webhook(Guid.CreateVersion7(now), name, new Uri(address), command.Events, by, now);
        webhook.Keep(post.Encrypt(secret));
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(ct);
        return new Added(webhook.Id, name, secret);
    }
}
