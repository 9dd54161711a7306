using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>Sends a code to a phone. The answer is the same whether the phone is known or not: nothing is looked up.</summary>
public sealed class SendPhoneCode(PeopleDb db, KeyRing ring, IMessageSender messages, IHttpContextAccessor http, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public sealed record Command
    {
        public required string Phone { get; init; }

        public override string ToString() => "SendPhoneCode(sealed)";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!Phone.TryParse(command.Phone, out var phone))
            return new PhoneNotValid();
        var now = time.GetUtcNow();
        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString();
        var code = PhoneCode.NewCode();

        var stored = await db.Write(() => Store(phone, code, address, now, ct), ct);
        if (!stored.Ok(out _, out var refusal))
            return refusal;

        try
        {
            await messages.Send(new OutgoingMessage(phone.E164, $"验证码 {code}，五分钟内有效。请勿告诉他人。"), ct);
        }
        catch (MessageNotSentException problem)
        {
            return problem is MessageSenderMissingException ? new CodeNotSent() : new CodeNotHandedOver();
        }
        return new Done();
    }

    private async Task<Outcome<Done>> Store(Phone phone, string code, string? address, DateTimeOffset now, CancellationToken ct)
    {
        var keys = ring.Keys;
        var phones = keys.Index.Select(key => IdentityVault.BlindIndex(IndexedKind.Phone, phone.E164, key)).ToList();
        // In this order everywhere, so that two senders never wait for each other.
        await db.Alone(LockOf(phone.E164), ct);
        if (address is not null)
            await db.Alone(LockOf(address), ct);

        var since = now - Window;
        var times = await db
            .PhoneCodes.Where(c => phones.Contains(c.PhoneIndex) && c.SentAt > since)
            .OrderByDescending(c => c.SentAt)
            .Select(c => c.SentAt)
            .ToListAsync(ct);
        if (times.Count > 0 && now - times[0] < PhoneCode.Pause)
            return new CodeAskedTooSoon();
        if (times.Count >= PhoneCode.MaxPerPhoneAndHour || await TooManyFrom(address, keys, since, ct))
            return new CodeAskedTooOften();

        // What is older limits nothing any more.
        await db.PhoneCodes.Where(c => c.SentAt <= since).ExecuteDeleteAsync(ct);
        db.PhoneCodes.Add(PhoneCode.Create(phone, code, address, keys.Index[0], now));
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private async Task<bool> TooManyFrom(string? address, KeySet keys, DateTimeOffset since, CancellationToken ct)
    {
        if (address is null)
            return false;
        var addresses = keys.Index.Select(key => IdentityVault.BlindIndex(IndexedKind.Address, address, key)).ToList();
        var count = await db.PhoneCodes.CountAsync(c => addresses.Contains(c.AddressIndex!) && c.SentAt > since, ct);
        return count >= PhoneCode.MaxPerAddressAndHour;
    }

    private static long LockOf(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
