using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>停用一个话务平台: what it sends is refused from now on; its calls stay.</summary>
public sealed class RevokeExchange(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Exchange { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        var reason = command.Reason.Trim();
        if (reason.Length is < 2 or > PhoneExchange.LongestReason)
            return Refusal.Invalid(new FieldProblem("reason", $"请写明为什么停用，2至{PhoneExchange.LongestReason}个字。"));
        if (await db.Exchanges.FirstOrDefaultAsync(e => e.Id == command.Exchange && e.RevokedAt == null, ct) is not { } exchange)
            return new ExchangeUnknown();
        exchange.Revoke(reason, by, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
