using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.WeChat;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>Who wrote to the account, as which sealed person; whose codes bind an account to a phone.</summary>
public sealed class WeChatFollowers(ChannelsDb db, ISealedIdentities identities, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("Suiying.Channels.WeChat.v1");

    /// <summary>The follower with this OpenID; who is new, or was erased meanwhile, becomes a new sealed person.</summary>
    public async Task<WeChatFollower> Hear(string openId, CancellationToken ct)
    {
        var (id, now) = (WeChatFollower.IdOf(openId), time.GetUtcNow());
        var known = await db.Followers.FirstOrDefaultAsync(f => f.Id == id, ct);
        if (known is not null && await identities.Knows(new PersonId(known.PersonId), ct))
        {
            known.Heard(now);
            await db.SaveChangesAsync(ct);
            return known;
        }
        var person = await identities.Seal(new PersonId(Guid.CreateVersion7(now)), new Identity(), ct);
        return await db.WriteOrRetry(() => Keep(openId, person, ct), ct);
    }

    /// <summary>Who is gone is forgotten; what they wrote stays until it is decided.</summary>
    public Task<int> Forget(string openId, CancellationToken ct)
    {
        var id = WeChatFollower.IdOf(openId);
        return db.Write(() => db.Followers.Where(f => f.Id == id).ExecuteDeleteAsync(ct), ct);
    }

    /// <summary>绑定: whoever holds this code is the same person from now on, with what they wrote that still waits. Null where it does not hold.</summary>
    public async Task<PersonId?> Bind(WeChatFollower follower, string digits, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var may = follower.MayTry(now);
        var code = may ? await db.WeChatCodes.FirstOrDefaultAsync(c => c.Digits == digits && c.ExpiresAt > now, ct) : null;
        if (code?.Take(follower) != true)
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        var (before, person) = (follower.PersonId, code.PersonId);
        follower.Become(person, now);
        await Want(person, ct);
        foreach (var waiting in await db.Inbox.Where(m => m.PersonId == before && m.State == Model.Inbox.InboxState.Open).ToListAsync(ct))
            waiting.From(new PersonId(person), follower.Shown);
        await db.SaveChangesAsync(ct);
        return new PersonId(person);
    }

    /// <summary>解绑: a person of their own again, who is told nothing of the other's matters.</summary>
    public async Task Unbind(WeChatFollower follower, CancellationToken ct)
    {
        var person = await identities.Seal(new PersonId(Guid.CreateVersion7(time.GetUtcNow())), new Identity(), ct);
        follower.Become(person.Value, null);
        await Want(person.Value, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The masked phone of a person, by which they see whether it is their own.</summary>
    public async Task<string> Shown(PersonId person, CancellationToken ct) => await identities.MaskedPhone(person, ct) ?? "";

    /// <summary>When a person bound an account; null where they have not.</summary>
    public Task<DateTimeOffset?> BoundAt(PersonId person, CancellationToken ct) =>
        db.Followers.Where(f => f.PersonId == person.Value).MaxAsync(f => f.BoundAt, ct);

    /// <summary>A new code of a person; the one before holds no more.</summary>
    public Task<WeChatCode> NewCode(PersonId person, CancellationToken ct) =>
        db.WriteOrRetry(
            async () =>
            {
                var now = time.GetUtcNow();
                await db.WeChatCodes.Where(c => c.ExpiresAt <= now && c.PersonId != person.Value).ExecuteDeleteAsync(ct);
                var code = await db.WeChatCodes.FirstOrDefaultAsync(c => c.PersonId == person.Value, ct);
                if (code is null)
                    db.WeChatCodes.Add(code = new WeChatCode(person.Value));
                code.Renew(now);
                await db.SaveChangesAsync(ct);
                return code;
            },
            ct
        );

    /// <summary>Takes a person's accounts from them, each becoming a person of its own.</summary>
    public async Task UnbindAll(PersonId person, CancellationToken ct)
    {
        foreach (var follower in await db.Followers.Where(f => f.PersonId == person.Value).ToListAsync(ct))
            await Unbind(follower, ct);
    }

    /// <summary>The OpenIDs under which a person can be written to now.</summary>
    public async Task<IReadOnlyList<string>> Reachable(PersonId person, CancellationToken ct)
    {
        var since = time.GetUtcNow() - WeChatFollower.Reachable;
        var followers = await db.Followers.AsNoTracking().Where(f => f.PersonId == person.Value && f.HeardAt > since).ToListAsync(ct);
        return [.. followers.Select(f => protector.Open(f.Target)).OfType<string>()];
    }

    private async Task<WeChatFollower> Keep(string openId, PersonId person, CancellationToken ct)
    {
        var (id, now) = (WeChatFollower.IdOf(openId), time.GetUtcNow());
        var follower = await db.Followers.FirstOrDefaultAsync(f => f.Id == id, ct);
        if (follower is null)
            db.Followers.Add(follower = new WeChatFollower(openId, protector.Protect(openId), person.Value, now));
        else if (!await identities.Knows(new PersonId(follower.PersonId), ct))
            follower.Become(person.Value, null);
        follower.Heard(now);
        await Want(follower.PersonId, ct);
        await db.SaveChangesAsync(ct);
        return follower;
    }

    private async Task Want(Guid person, CancellationToken ct)
    {
        var wishes = await db.Wishes.FirstOrDefaultAsync(w => w.PersonId == person, ct);
        if (wishes is null)
            db.Wishes.Add(wishes = new Model.Messages.MessageWishes(person));
        wishes.Want(MessageChannel.WeChat);
    }
}

/// <summary>微信: to whoever wrote to the account in the last two days, which is as long as the platform allows.</summary>
internal sealed class WeChatCarrier(WeChatPost post, WeChatFollowers followers) : ICarrier
{
    public MessageChannel Channel => MessageChannel.WeChat;

    public bool Ready => post.Ready;

    public async Task<bool> Send(Parcel parcel, CancellationToken ct)
    {
        var reached = false;
        foreach (var openId in await followers.Reachable(parcel.Person, ct))
            reached |= await post.Send(openId, parcel.Written.Text, ct);
        return reached;
    }
}
