using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Model.Push;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Features;

/// <summary>在这个浏览器上接收推送: the browser said where it is reached; its owner wants push from now on.</summary>
public sealed class AddPushBrowser(ChannelsDb db, PushPost post, OutboundGuard guard, TimeProvider time)
{
    public sealed record Command
    {
        public required string Endpoint { get; init; }

        /// <summary>p256dh of the browser, Base64url.</summary>
        public required string Key { get; init; }

        /// <summary>auth of the browser, Base64url.</summary>
        public required string Auth { get; init; }

        public override string ToString() => "AddPushBrowser(sealed)";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        if (!post.Ready)
            return new PushOff();
        if (Read(command) is not { } target || await guard.Problem(target.Endpoint, ct) is not null)
            return new BrowserNotRight();
        var (now, encrypted, id) = (time.GetUtcNow(), post.Encrypt(target), PushBrowser.IdOf(target.Endpoint));
        var known = await db.Browsers.Where(b => b.Id == id || b.PersonId == by.Id).ToListAsync(ct);
        if (known.FirstOrDefault(b => b.Id == id) is { } same)
            same.Become(by.Id, encrypted, now);
        else
            db.Browsers.Add(new PushBrowser(by.Id, target.Endpoint, encrypted, now));
        db.Browsers.RemoveRange(known.Where(b => b.Id != id).OrderByDescending(b => b.CreatedAt).Skip(PushBrowser.Most - 1));
        var wishes = await db.Wishes.FirstOrDefaultAsync(w => w.PersonId == by.Id, ct);
        if (wishes is null)
            db.Wishes.Add(wishes = new MessageWishes(by.Id));
        wishes.Want(MessageChannel.Push);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private static PushTarget? Read(Command command)
    {
        try
        {
            var target = new PushTarget(
                command.Endpoint.Trim(),
                Base64Url.DecodeFromChars(command.Key),
                Base64Url.DecodeFromChars(command.Auth)
            );
            if (target.Endpoint.Length is 0 or > PushBrowser.LongestEndpoint || target.Auth.Length != PushSealing.AuthLength)
                return null;
            // A key that is no point of the curve is found now and not when somebody is to be told.
            using var point = ECDiffieHellman.Create(PushSealing.PointOf(target.Key));
            return target;
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
