using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.Phone;

namespace Suiying.Channels.Storage;

/// <summary>The source that a signature proved, and when its message came.</summary>
public sealed record InboxSender(Guid Source, DateTimeOffset At);

/// <summary>Keeps the secrets of sources and the words of messages encrypted, lets in what is signed by a source, and hands a message to whoever decides about it.</summary>
public sealed class InboxGate(ChannelsDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector secrets = protection.CreateProtector("Suiying.Channels.InboxSources.v1");

    public string Encrypt(string secret) => secrets.Protect(secret);

    public async Task<Outcome<InboxSender>> LetIn(Guid id, MessageSeal seal, string body, CancellationToken ct)
    {
        var source = await db.InboxSources.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.RevokedAt == null && s.Secret != "", ct);
        if (source is null || secrets.Open(source.Secret) is not { } secret)
            return new SourceUnknown();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return SignedMessage.Problem(secret, seal, body, now) is { } problem ? problem : new InboxSender(id, now);
    }

    /// <summary>True where messages are taken under this address, whoever knocks there.</summary>
    public Task<bool> IsInUse(Guid source, CancellationToken ct) =>
        db.InboxSources.AnyAsync(s => s.Id == source && s.RevokedAt == null && s.Secret != "", ct);

    /// <summary>A message that somebody decides about; refused where a colleague has it open.</summary>
    public async Task<Outcome<IncomingMessage>> Take(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) =>
        await db.Inbox.FirstOrDefaultAsync(m => m.Id == id, ct) is not { } message ? new MessageUnknown()
        : message.OpenAt(by, now) is { } colleague ? new MessageInHand(colleague)
        : message;

    public string Close(Guid message, MessageWords words) => Protector(message).Protect(JsonSerializer.Serialize(words));

    /// <summary>What a message says; null where it was forgotten, or encrypted with keys that are gone.</summary>
    public MessageWords? Open(IncomingMessage message) =>
        message.Content.Length > 0 && Protector(message.Id).Open(message.Content) is { } json
            ? JsonSerializer.Deserialize<MessageWords>(json)
            : null;

    // The id is part of the purpose: one message's words laid under another's id do not open.
    private IDataProtector Protector(Guid message) => protection.CreateProtector("Suiying.Channels.Inbox.v1", message.ToString("N"));
}
