using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Phone;

namespace Suiying.Channels.Storage;

/// <summary>The exchange that a signature proved, and when its message came.</summary>
public sealed record ExchangeCaller(Guid Exchange, DateTimeOffset At);

/// <summary>Keeps the secrets of exchanges encrypted, and lets in what is signed by one of them.</summary>
public sealed class ExchangeGate(ChannelsDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("Suiying.Channels.Exchanges.v1");

    public string Encrypt(string secret) => protector.Protect(secret);

    public async Task<Outcome<ExchangeCaller>> LetIn(Guid id, MessageSeal seal, string body, CancellationToken ct)
    {
        var exchange = await db.Exchanges.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.RevokedAt == null, ct);
        if (exchange is null || protector.Open(exchange.Secret) is not { } secret)
            return new ExchangeUnknown();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return SignedMessage.Problem(secret, seal, body, now) is { } problem ? problem : new ExchangeCaller(id, now);
    }

    /// <summary>The secret of an exchange that is in use; for whoever holds the database and its keys.</summary>
    public async Task<(Guid Exchange, string Secret)?> SecretOf(string name, CancellationToken ct)
    {
        var exchange = await db
            .Exchanges.AsNoTracking()
            .Where(e => e.Name == name && e.RevokedAt == null)
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(ct);
        return exchange is not null && protector.Open(exchange.Secret) is { } secret ? (exchange.Id, secret) : null;
    }
}
